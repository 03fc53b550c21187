// Cuts a content file into its blocks.

import { Problem } from "./problem.mjs";

const FENCE = ":::";

export const linesOf = (text) => text.replace(/\r\n/g, "\n").split("\n");

/** The formulas and ::: fences of a file, from the line `start`, counted from 0. */
export function splitBlocks(file, text, start = 0) {
  const lines = linesOf(text);
  const at = (index) => ({ file, line: index + 1 });
  const blocks = [];
  for (let i = start; i < lines.length; ++i) {
    const line = lines[i].trim();
    if (line === "") continue;
    const where = at(i);
    if (line.startsWith("$$")) {
      const from = i;
      while (!lines[i].trimEnd().endsWith("$$") || (i === from && line === "$$")) {
        if (++i >= lines.length) throw new Problem(where, "this formula has no closing $$");
      }
      const tex = lines.slice(from, i + 1).join("\n").trim().slice(2, -2).trim();
      blocks.push({ kind: "formula", tex, where });
    } else if (line.startsWith(FENCE)) {
      const [head, ...rest] = line.slice(FENCE.length).trim().split(/\s+/);
      const from = i + 1;
      do {
        if (++i >= lines.length) throw new Problem(where, `this "::: ${head}" block has no closing :::`);
      } while (lines[i].trim() !== FENCE);
      const body = { text: lines.slice(from, i).join("\n"), where: at(from) };
      blocks.push({ kind: "fence", head, words: rest, body, where });
    } else {
      throw new Problem(where, `text stands outside of a "::: en" or "::: zh" block: ${line.slice(0, 40)}`);
    }
  }
  return blocks;
}

/** Joins each en block with its zh twin; `readers` read what else may stand in the file, by its first word. */
export function pairTwins(blocks, readers) {
  const paired = [];
  for (let i = 0; i < blocks.length; ++i) {
    const block = blocks[i];
    if (block.kind === "formula") paired.push(block);
    else if (block.head in readers) paired.push(readers[block.head](block));
    else if (block.head === "en" || block.head === "zh") {
      const twin = blocks[i + 1];
      if (block.head !== "en" || twin?.head !== "zh") {
        throw new Problem(block.where, `this "::: ${block.head}" block has no twin: "::: en" comes first, "::: zh" next`);
      }
      paired.push({ kind: "prose", en: block.body, zh: twin.body, where: block.where });
      ++i;
    } else {
      const known = ["en", "zh", ...Object.keys(readers)].join(", ");
      throw new Problem(block.where, `unknown block "::: ${block.head}"; known: ${known}`);
    }
  }
  return paired;
}
