// The statements of the source post, each with a verdict and what is right, as the rows of a table.

import { filled, measure, renderWords } from "./claims.mjs";
import { bothLanguages, parseFields } from "./fields.mjs";
import { Problem } from "./problem.mjs";
import { renderInline, renderProse } from "./prose.mjs";

const VERDICTS = ["true", "conditional", "false", "outdated", "open"];

/** ::: statement A16 claim=relu_avoids_vanishing, or verdict=false, or both. */
export function statement({ words: [id, ...pairs], body, where }) {
  if (!/^A\d+$/.test(id ?? "")) throw new Problem(where, 'a statement reads "::: statement A1 verdict=… claim=…"');
  const { verdict, claim, ...stray } = Object.fromEntries(pairs.map((pair) => pair.split("=")));
  if (Object.keys(stray).length > 0) throw new Problem(where, `a statement has no "${Object.keys(stray)[0]}"`);
  if (!verdict && !claim) throw new Problem(where, "a statement needs a verdict or a claim");
  if (verdict && !VERDICTS.includes(verdict)) throw new Problem(where, `unknown verdict "${verdict}"; known: ${VERDICTS.join(", ")}`);
  const fields = parseFields(body);
  const stranger = [...fields.keys()].find((name) => !["quote", "gloss", "en", "zh"].includes(name));
  if (stranger) throw new Problem(fields.get(stranger).where, `a statement has no "${stranger}"`);
  const [quote, gloss] = ["quote", "gloss"].map((name) => fields.get(name));
  if (!quote?.text || !gloss?.text) throw new Problem(where, `the statement ${id} needs "quote: …", in Chinese, and "gloss: …", in English`);
  const answer = bothLanguages(fields, "", where);
  if (!answer && !claim) throw new Problem(where, `the statement ${id} needs an answer, "en: …" and "zh: …"`);
  return { kind: "statement", id, verdict, claim, quote, gloss, answer, where };
}

export function renderStatements(statements, book) {
  const rows = statements.map((statement) => book.figures.statementRow(present(statement, book)));
  return book.figures.statementTable(rows.join("\n"));
}

/**
 * A statement as HTML texts. Without an answer of its own it takes the claim's reason. It runs here, unless its
 * claim has a card in a section: then it leads there.
 */
function present({ id, verdict, claim: name, quote, gloss, answer, where }, book) {
  const known = name && book.claims.get(name);
  if (name && !known) throw new Problem(where, `unknown claim "${name}"`);
  const words = known && renderWords(known.words, book);
  const here = known && !book.cards.has(name);
  const one = (lang) => renderProse(filled(answer[lang], book), lang, book);
  return {
    id,
    verdict: verdict ?? known.claim.verdict,
    quote: renderInline(quote, "zh", book),
    gloss: renderInline(gloss, "en", book),
    answer: answer ? { en: one("en"), zh: one("zh") } : words.why,
    claim: here && { ...known.claim, words, run: measure(known.claim, book.core, where) },
    card: known && !here ? name : undefined,
  };
}
