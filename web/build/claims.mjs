// The words of the claims, which the core measures. Every claim of the catalogue has its words, and
// every row its label; there are no others.

import { splitBlocks } from "./blocks.mjs";
import { bothLanguages, parseFields } from "./fields.mjs";
import { fillNumbers } from "./numbers.mjs";
import { Problem } from "./problem.mjs";
import { renderInline, renderProse } from "./prose.mjs";

/**
 * One file of claims/. A claim's words are {id, says, why, unit, rows, compare, where}: the sentence as
 * people say it, the reason, the unit of all rows or undefined, and a Map of labels; a text is {en, zh},
 * each {text, where}.
 */
export function parseClaims(file, text) {
  return splitBlocks(file, text).map(({ head, words, body, where }) => {
    const [id, ...stray] = words ?? [];
    if (head !== "claim" || !id || stray.length > 0) throw new Problem(where, 'this file is made of "::: claim id" blocks');
    const fields = parseFields(body);
    const needed = (prefix) => {
      const text = bothLanguages(fields, prefix, where);
      if (!text) throw new Problem(where, `the claim "${id}" needs "${prefix}en" and "${prefix}zh"`);
      return text;
    };
    const rows = new Map();
    for (const [name, { where: at }] of fields) {
      const [, row, lang] = /^row (\w+?)(?: (en|zh))?$/.exec(name) ?? [];
      if (row && !lang) rows.set(row, { en: fields.get(name), zh: fields.get(name), where: at });
      else if (row) rows.set(row, { ...needed(`row ${row} `), where: rows.get(row)?.where ?? at });
      else if (!/^(why |unit )?(en|zh)$|^compare$/.test(name)) throw new Problem(at, `a claim has no "${name}"`);
    }
    const unit = bothLanguages(fields, "unit ", where);
    return { id, says: needed(""), why: needed("why "), unit, rows, compare: fields.get("compare"), where };
  });
}

/**
 * Holds the words of a folder against the claims of the core.
 * @returns a Map from id to {claim, words}
 */
export function matchClaims(claims, allWords, folder) {
  const known = new Map();
  for (const words of allWords) {
    const claim = claims.find(({ id }) => id === words.id);
    if (!claim) throw new Problem(words.where, `the core has no claim "${words.id}"`);
    if (known.has(words.id)) throw new Problem(words.where, `the claim "${words.id}" has its words twice`);
    matchRows(claim, words);
    known.set(words.id, { claim, words });
  }
  const mute = claims.find(({ id }) => !known.has(id));
  if (mute) throw new Problem({ file: folder, line: 1 }, `the claim "${mute.id}" of the core has no words`);
  return known;
}

function matchRows(claim, { rows, compare, where }) {
  const names = claim.rows.map(({ name }) => name);
  const mute = names.find((name) => !rows.has(name));
  if (mute) throw new Problem(where, `the claim "${claim.id}" needs "row ${mute} en" and "row ${mute} zh"`);
  for (const [name, label] of rows) {
    if (!names.includes(name)) throw new Problem(label.where, `the claim "${claim.id}" has no row "${name}"`);
  }
  const compared = compare?.text.split(" ") ?? [];
  const wanted = claim.kind === "timed" ? 2 : 0;
  if (compared.length !== wanted || !compared.every((name) => names.includes(name))) {
    throw new Problem(compare?.where ?? where, 'a timed claim, and no other, has "compare: row other_row"');
  }
}

/** The words as HTML: {id, says, why, unit, labels, compare}; a text is {en, zh}. */
export function renderWords(words, book) {
  const inBoth = (render, text) =>
    Object.fromEntries(["en", "zh"].map((lang) => [lang, render(filled(text[lang], book), lang, book)]));
  const labels = [...words.rows].map(([name, label]) => [name, inBoth(renderInline, label)]);
  return {
    id: words.id,
    says: inBoth(renderInline, words.says),
    why: inBoth(renderProse, words.why),
    unit: words.unit && inBoth(renderInline, words.unit),
    labels: Object.fromEntries(labels),
    compare: words.compare?.text.split(" "),
  };
}

export const filled = ({ text, where }, { core, figures }) => ({
  text: fillNumbers(text, where, core, figures),
  where,
});

/** What a claim measures, as the module answers in the build; times are the reader's own. */
export function measure({ id, kind, rows }, core, where) {
  if (kind === "timed") return { rows: rows.map((row) => ({ ...row, value: undefined, within: true })) };
  const run = core.call("runClaim", { claim: id }, where);
  const stray = run.rows.find((row) => !row.within);
  if (stray) throw new Problem(where, `the claim "${id}" does not hold: "${stray.name}" is ${stray.value}`);
  return run;
}
