// What others wrote and the page carries inside it, with their licences, as these ask for.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inBoth } from "./words.mjs";

const modules = join(dirname(fileURLToPath(import.meta.url)), "../node_modules");
const text = (name, file) => readFileSync(join(modules, name, file), "utf8").trim();
const version = (name) => createRequire(import.meta.url)(join(modules, name, "package.json")).version;

const PERMISSION = "Permission is hereby granted";
const copyright = (licence) => /^Copyright.*$/m.exec(licence)[0];

/** The notices as HTML. A licence's text is not translated. */
export function notices() {
  const chart = text("chart.js", "LICENSE.md");
  const colour = text("@kurkle/color", "LICENSE.md");
  const fonts = text("@fontsource/stix-two-math", "LICENSE");
  const mit = [
    `Chart.js ${version("chart.js")}: ${copyright(chart)}`,
    `@kurkle/color ${version("@kurkle/color")}: ${copyright(colour)}`,
    "Emscripten's run-time code: Copyright (c) 2010-2014 Emscripten authors",
  ];
  const parts = [
    `The MIT License (MIT)\n\n${mit.join("\n")}\n\n${chart.slice(chart.indexOf(PERMISSION))}`,
    `STIX Two Text and STIX Two Math, cut down to the characters used\n\n${fonts}`,
  ];
  const shown = parts.map((part) => `<pre lang="en-GB">${part.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</pre>`);
  return `<details class="notices"><summary>${inBoth("Third-party notices", "第三方声明")}</summary>${shown.join("")}</details>`;
}
