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
//
//   ::: claims                          the cards of all claims that stand nowhere else
//   :::
//
//   ::: statement A16 verdict=false     a statement of the source post: statements.mjs
//   …
//   :::

import { linesOf, pairTwins, splitBlocks } from "./blocks.mjs";
import { Problem } from "./problem.mjs";
import { statement } from "./statements.mjs";

/**
 * @returns {{id: string, title: {en: string, zh: string}, file: string, blocks: Block[]}}
 * A Block is {kind: "prose", en, zh}, {kind: "formula", tex}, {kind: "figure", name, attributes},
 * {kind: "facts", ids}, {kind: "claim", id}, {kind: "claims"}, {kind: "predict", id} or a statement, each with
 * `where`; a prose language is {text, where}.
 */
export function parseSection(file, text) {
  const lines = linesOf(text);
  const header = parseHeader(lines, (index) => ({ file, line: index + 1 }));
  const blocks = pairTwins(splitBlocks(file, text, header.end), { figure, facts, claim, claims, predict, statement });
  return { id: header.id, title: header.title, file, blocks };
}

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

function facts({ words: [ids, ...rest], body, where }) {
  if (!ids || rest.length > 0 || body.text.trim()) throw new Problem(where, 'a fact sheet reads "::: facts relu,elu", with nothing inside');
  return { kind: "facts", ids: ids.split(","), where };
}

function figure({ words: [name, ...pairs], body, where }) {
  if (!name) throw new Problem(where, "a figure needs a name");
  if (body.text.trim()) throw new Problem(body.where, 'a figure block has no text of its own; is its ":::" missing?');
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
  if (body.text.trim()) throw new Problem(body.where, `a claim's words stand in content/claims/, not here; is its ":::" missing?`);
  return { kind: "claim", id, where };
}

const claims = ({ where }) => ({ kind: "claims", where });

function predict({ words: [id, ...stray], body, where }) {
  if (!id || stray.length > 0) throw new Problem(where, 'a prediction is placed by "::: predict id"');
  if (body.text.trim()) throw new Problem(body.where, "the words of a prediction stand in content/predictions/, not here");
  return { kind: "predict", id, where };
}
