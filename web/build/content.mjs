// Reads a content file into blocks:
//
//   ---
//   id: relu
//   title: {en: ReLU, zh: 修正线性单元 ReLU}
//   ---
//   ::: en
//   Markdown with inline $formulas$ and computed numbers, {{relu.df(1)|2}}.
//   :::
//   ::: zh
//   …                                    each en block is followed by its Chinese twin
//   :::
//
//   $$ f(x) = \\max(0, x) $$            a formula, for both languages
//
//   ::: figure curve activation=relu from=-5 to=5
//   :::
//
//   ::: facts relu                      the fact sheet of a function, or of several (relu,elu)
//   :::
//
//   ::: claim relu_avoids_vanishing     the card of a claim
//   :::
//
//   ::: predict relu_xavier             a prediction, defined in predictions/relu_xavier.md
//   :::

import { Problem } from "./problem.mjs";

const FENCE = ":::";

/**
 * @returns {{id: string, title: {en: string, zh: string}, file: string, blocks: Block[]}}
 * A Block is {kind: "prose", en, zh}, {kind: "formula", tex}, {kind: "figure", name, attributes},
 * {kind: "facts", ids}, {kind: "claim", id} or {kind: "predict", id}, each with `where`; a prose language is {text, where}.
 */
export function parseSection(file, text) {
  const lines = linesOf(text);
  const header = parseHeader(lines, (index) => ({ file, line: index + 1 }));
  const blocks = pairTwins(splitBlocks(file, text, header.end), { figure, facts, claim, predict });
  return { id: header.id, title: header.title, file, blocks };
}

export const linesOf = (text) => text.replace(/\r\n/g, "\n").split("\n");

function parseHeader(lines, at) {
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) throw new Problem(at(0), "a content file begins with a --- header ---");
  const field = (name, pattern) => {
    const index = lines.findIndex((line, i) => i < end && line.startsWith(`${name}:`));
    const found = index > 0 && pattern.exec(lines[index].slice(name.length + 1).trim());
    if (!found) throw new Problem(at(Math.max(index, 0)), `the header needs "${name}: …" (${pattern.source})`);
    return found;
  };
  const [id] = field("id", /^[a-z][a-z0-9_]*$/);
  const [, en, zh] = field("title", /^\{\s*en:\s*(.+?),\s*zh:\s*(.+?)\s*\}$/);
  return { id, title: { en, zh }, end: end + 1 };
}

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

function facts({ words: [ids, ...rest], body, where }) {
  if (!ids || rest.length > 0 || body.text.trim()) throw new Problem(where, 'a fact sheet reads "::: facts relu,elu", with nothing inside');
  return { kind: "facts", ids: ids.split(","), where };
}

function figure({ words: [name, ...pairs], body, where }) {
  if (!name) throw new Problem(where, "a figure needs a name");
  if (body.text.trim()) throw new Problem(body.where, "a figure block has no text of its own");
  const attributes = {};
  for (const pair of pairs) {
    const [, key, value] = /^([a-z_]+)=(.+)$/.exec(pair) ?? [];
    if (!key) throw new Problem(where, `"${pair}" is not of the form name=value`);
    attributes[key] = value;
  }
  return { kind: "figure", name, attributes, where };
}

function claim({ words: [id, ...stray], body, where }) {
  if (!id || stray.length > 0) throw new Problem(where, 'a claim reads "::: claim id"');
  if (body.text.trim()) throw new Problem(body.where, "a claim's words stand in content/claims/, not here");
  return { kind: "claim", id, where };
}

function predict({ words: [id, ...stray], body, where }) {
  if (!id || stray.length > 0) throw new Problem(where, 'a prediction is placed by "::: predict id"');
  if (body.text.trim()) throw new Problem(body.where, "the words of a prediction stand in content/predictions/, not here");
  return { kind: "predict", id, where };
}
