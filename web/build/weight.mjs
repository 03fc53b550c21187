// What the page weighs, part by part, in bytes.

import { gzipSync } from "node:zlib";

/** The part of the page that a source of its script belongs to. */
const parts = [
  ["core", /^virtual:virtual:(worker|core)|src\/core\//],
  ["data", /^virtual:/],
  ["charts", /chart\.js|@kurkle|src\/charts\//],
  ["figures", /src\/figures\//],
  ["shell", /./],
];

export function weigh({ page, article, fonts, styles, sources }) {
  const weight = { page: bytes(page), gzipped: gzipSync(page).length, prose: bytes(article), font: bytes(fonts), styles: bytes(styles) };
  for (const [part] of parts) weight[part] = 0;
  for (const [path, { bytesInOutput }] of Object.entries(sources)) {
    weight[parts.find(([, pattern]) => pattern.test(path))[0]] += bytesInOutput;
  }
  return weight;
}

const bytes = (text) => Buffer.byteLength(text);
