// A claim as the build draws it: the sentence, the verdict, what was measured in the build, the reason.
// The live card fills the same elements with the reader's own run, and adds what was expected.

import type { Claim, Text } from "../../core/api";
import { spans } from "../spans";
import { measuredValue } from "./numbers";
import { SIGN, verdicts, words, type Judgement } from "./words";

/** The words of a claim as HTML; `compare` names the rows whose times are compared. */
export interface ClaimWords {
  id: string;
  says: Text;
  why: Text;
  unit?: Text;
  labels: Record<string, Text>;
  compare?: [string, string];
}

interface Measured {
  rows: { name: string; value: number | undefined; low: number; high: number }[];
}

const twins = (text: Text, name: string) =>
  `<div class="twins ${name}"><div lang="en">${text.en}</div><div lang="zh">${text.zh}</div></div>`;

const verdictTag = (verdict: Judgement): string =>
  `<span class="verdict" data-verdict="${verdict}"><span aria-hidden="true">${SIGN[verdict]}</span> ${spans(verdicts[verdict])}</span>`;

function measuredTable(claim: Claim, { labels, unit }: ClaimWords, { rows }: Measured): string {
  const timed = claim.kind === "timed";
  const row = ({ name, value, low, high }: Measured["rows"][number]) => {
    const number = value === undefined ? "–" : measuredValue(value, { low, high });
    return `<tr><th scope="row">${spans(labels[name]!)}</th><td>${number}</td></tr>`;
  };
  const value = unit ? { en: `${words.value.en}, ${unit.en}`, zh: `${words.value.zh}（${unit.zh}）` } : words.value;
  const heads = [words.what, timed ? words.time : value];
  const head = heads.map((text) => `<th scope="col">${spans(text)}</th>`).join("");
  return `<div class="table-scroll"><table class="measured"><thead><tr>${head}</tr></thead><tbody>${rows.map(row).join("")}</tbody></table></div>`;
}

function outcome(claim: Claim, texts: ClaimWords, run: Measured): string {
  const note = claim.kind === "timed" ? `<noscript><p class="note">${spans(words.onRequest)}</p></noscript>` : "";
  return measuredTable(claim, texts, run) + note;
}

const data = ({ id }: Claim, { compare }: ClaimWords) =>
  `data-claim="${id}"${compare ? ` data-compare="${compare.join(" ")}"` : ""}`;

/** The card of a claim: it asks for a guess, then runs. */
export function claimCard(claim: Claim, texts: ClaimWords, run: Measured, open: boolean): string {
  return (
    `<details class="claim card" id="claim-${claim.id}" ${data(claim, texts)}${open ? " open" : ""}>` +
    `<summary>${spans({ en: `“${texts.says.en}”`, zh: `“${texts.says.zh}”` })}</summary>` +
    `<div class="outcome"><p class="judged">${verdictTag(claim.verdict)}</p>${outcome(claim, texts, run)}` +
    `${twins(texts.why, "why")}</div></details>`
  );
}

const byScript = (live: Text, still: Text) =>
  `<span class="with-script">${spans(live)}</span><span class="without-script">${spans(still)}</span>`;

/** A claim in a row of the table: the verdict and the reason stand beside it. */
function claimInRow(claim: Claim, texts: ClaimWords, run: Measured): string {
  return (
    `<details class="claim inline" ${data(claim, texts)}><summary>${byScript(words.run, words.measured)}</summary>` +
    `<div class="outcome">${outcome(claim, texts, run)}</div></details>`
  );
}

export interface Statement {
  id: string;
  verdict: Judgement;
  quote: string;
  gloss: string;
  answer: Text;
  claim?: Claim & { words: ClaimWords; run: Measured };
  /** In place of `claim`: the claim whose card stands in a section. */
  card?: string;
}

export function statementRow({ id, verdict, quote, gloss, answer, claim, card }: Statement): string {
  const run = claim
    ? claimInRow(claim, claim.words, claim.run)
    : card
      ? `<a href="#claim-${card}">${byScript(words.runInSection, words.measuredInSection)}</a>`
      : "";
  return (
    `<tr id="${id}"><th scope="row"><span class="number">${id}</span> ` +
    `<q lang="zh-Hans">${quote}</q> <span class="gloss" lang="en">${gloss}</span></th>` +
    `<td>${verdictTag(verdict)}</td><td>${twins(answer, "answer")}${run}</td></tr>`
  );
}

const COLUMNS: Text[] = [
  { en: "The post says", zh: "博文的说法" },
  { en: "Verdict", zh: "结论" },
  { en: "What is right", zh: "怎样才对" },
];

export function statementTable(rows: string): string {
  const head = COLUMNS.map((text) => `<th scope="col">${spans(text)}</th>`).join("");
  return `<table class="statements"><thead><tr>${head}</tr></thead><tbody>\n${rows}\n</tbody></table>`;
}
