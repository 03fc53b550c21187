// The formulas of the functions, web/content/formulas.json, as MathML for the explorer.
//
// A function has pieces, from the left to the right, and between them kinks; a kink belongs to the piece on its
// left or on its right. \by is a product sign that is seen only between numbers.

import { Problem } from "./problem.mjs";
import { formula } from "./prose.mjs";

/** Temml writes into the macros it is given. */
const mathml = (tex, where) =>
  formula(tex, where, { displayMode: false, trust: true, macros: { "\\by": "\\class{by}{\\cdot}" } });

/** Where a piece holds, between two kinks: x ≤ 0, −3 < x < 3. */
function condition(left, right) {
  const upTo = right && `x ${right.belongs === "left" ? "\\le" : "<"} ${right.at}`;
  if (!left) return upTo ?? "";
  if (!right) return `x ${left.belongs === "right" ? "\\ge" : ">"} ${left.at}`;
  return `${left.at} ${left.belongs === "right" ? "\\le" : "<"} ${upTo}`;
}

function typeset({ kinks = [], pieces, let: names = {}, constants = {} }, where) {
  return {
    belongs: kinks.map(({ belongs }) => belongs),
    pieces: pieces.map(({ f, df }, i) => {
      const when = condition(kinks[i - 1], kinks[i]);
      return { f: mathml(f, where), df: mathml(df, where), when: when && mathml(when, where) };
    }),
    let: Object.entries(names).map(([name, tex]) => ({ name, is: mathml(tex, where) })),
    constants,
  };
}

/**
 * A function may have no entry: then the explorer shows no formula for it.
 * @returns {object} what figures/explorer/formulas.ts reads
 */
export function typesetFormulas({ symbols, functions }, catalog, where) {
  const rows = Object.entries(functions).map(([id, own]) => {
    const row = catalog.activations.find((one) => one.id === id);
    if (!row) throw new Problem(where, `there is no function "${id}"`);
    const { facts } = row;
    const { kinks = [], pieces } = own;
    if (pieces.length !== kinks.length + 1) throw new Problem(where, `${id}: n kinks part n + 1 pieces`);
    if (kinks.length > 0 && kinks.length !== facts.kinks.length) {
      throw new Problem(where, `${id}: the core has ${facts.kinks.length} kinks`);
    }
    return [id, typeset(own, where)];
  });
  const explained = Object.entries(symbols).map(([symbol, { tex, en, zh }]) => [
    symbol,
    tex ? { is: mathml(tex, where) } : { en, zh },
  ]);
  return { symbols: Object.fromEntries(explained), functions: Object.fromEntries(rows) };
}

/** All MathML in it, for the font. */
export const mathIn = (typeset) => JSON.stringify(typeset).match(/<math.*?<\/math>/g).join("");
