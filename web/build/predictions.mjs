// Predictions: a question that the reader answers before the core does. One file each in
// content/predictions, called like the prediction:
//
//   ---
//   value arrives: flow(depth=50).log10_delta.0 - flow(depth=50).log10_delta.49
//   time ratio: zeros_save_time: no_zeros / half_zeros
//                                rows of a timed claim, whose times only the reader's machine has
//   ---
//
//   ::: en                       the question, and its Chinese twin
//   ::: choice arrives < -6      a choice in English and on the next line in Chinese; it is right
//                                where the condition holds of the values
//   ::: mark arrives from=-40 to=4 within=1
//                                in place of choices: an axis of powers of ten on which the reader
//                                sets a mark; a hit is at most so many decades off
//   ::: en                       the answer, with {{arrives|3}} or {{10^arrives|3}}, and its twin

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { linesOf, pairTwins, splitBlocks } from "./blocks.mjs";
import { fillNumbers, follow, readReference } from "./numbers.mjs";
import { Problem } from "./problem.mjs";
import { renderInline, renderProse } from "./prose.mjs";

const VALUE = /^value ([a-z][a-z0-9_]*): (\S.*?)(?: - (\S.*))?$/;
const TIME = /^time ([a-z][a-z0-9_]*): (\w+): (\w+) \/ (\w+)$/;
const PLACEHOLDER = /\{\{(10\^)?([a-z][a-z0-9_]*)\|(\d+)\}\}/g;
/** What a placeholder is while Markdown is made HTML: characters that no text has. */
const MARKED = /\uE000(10\^)?([a-z0-9_]+)\|(\d+)\uE001/g;

/** The predictions of a folder by their names. */
export function readPredictions(directory) {
  if (!existsSync(directory)) return new Map();
  const names = readdirSync(directory).filter((name) => name.endsWith(".md")).sort();
  return new Map(
    names.map((name) => {
      const path = join(directory, name);
      return [name.replace(/\.md$/, ""), parsePrediction(relative(process.cwd(), path), readFileSync(path, "utf8"))];
    }),
  );
}

/** Gives each placed prediction its definition. Each is placed once. */
export function placePredictions(sections, predictions) {
  const placed = new Set();
  for (const block of sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "predict"))) {
    block.prediction = predictions.get(block.id);
    if (!block.prediction) throw new Problem(block.where, `unknown prediction "${block.id}"; known: ${[...predictions.keys()].join(", ")}`);
    if (placed.has(block.id)) throw new Problem(block.where, `the prediction "${block.id}" already stands in another place`);
    placed.add(block.id);
  }
  for (const [id, { file }] of predictions) {
    if (!placed.has(id)) throw new Problem({ file, line: 1 }, "this prediction stands in no section");
  }
}

export function parsePrediction(file, text) {
  const lines = linesOf(text);
  const at = (index) => ({ file, line: index + 1 });
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) throw new Problem(at(0), "a prediction begins with a --- header ---");
  const values = [];
  const times = [];
  lines.slice(1, end).forEach((line, i) => {
    const [, name, ...terms] = VALUE.exec(line) ?? [];
    const [, timed, claim, ...rows] = TIME.exec(line) ?? [];
    if (name) values.push({ name, terms: terms.filter(Boolean), where: at(i + 1) });
    else if (timed) times.push({ name: timed, claim, rows, where: at(i + 1) });
    else throw new Problem(at(i + 1), "a line of the header reads: value NAME: REFERENCE, or REFERENCE - REFERENCE; or time NAME: CLAIM: ROW / ROW");
  });
  const blocks = pairTwins(splitBlocks(file, text, end + 1), { choice, mark });
  const [question, ...options] = blocks;
  const answer = options.pop();
  const isMark = options.length === 1 && options[0].kind === "mark";
  const areChoices = options.length > 1 && options.every(({ kind }) => kind === "choice");
  if (question?.kind !== "prose" || answer?.kind !== "prose" || !(isMark || areChoices)) {
    throw new Problem(at(0), "a prediction has a question, two or more choices or one mark, and an answer, in this order");
  }
  if (times.length > 0 && (values.length > 0 || isMark)) throw new Problem(at(1), "a time is asked for alone, and with choices");
  return { file, values, times, question, answer, ...(isMark ? { mark: options[0] } : { choices: options }) };
}

/** A line in English, a line in Chinese. */
function twoLines({ text, where }) {
  const [en, zh, ...rest] = text.split("\n").filter((line) => line.trim());
  if (!en || !zh || rest.length > 0) throw new Problem(where, "here stand two lines, one in English and its twin in Chinese");
  return { en: { text: en, where }, zh: { text: zh, where } };
}

function choice({ words, body, where }) {
  return { kind: "choice", holds: words.join(" "), label: twoLines(body), where };
}

function mark({ words: [value, ...pairs], body, where }) {
  const given = Object.fromEntries(pairs.map((pair) => pair.split("=")));
  const [from, to, within] = ["from", "to", "within"].map((key) => Number(given[key]));
  if (!(from < to && within > 0)) throw new Problem(where, "a mark reads: mark VALUE from=… to=… within=…");
  return { kind: "mark", value, from, to, within, label: twoLines(body), where };
}

/** The prediction as HTML; `figures` draws it and judges the answer by the core's numbers. */
export function renderPrediction(id, prediction, book) {
  const { core, figures } = book;
  const questions = questionsOf(prediction, core);
  const answers = answersOf(prediction, questions, core);
  const times = Object.fromEntries(prediction.times.map((time) => [time.name, timeOf(time, core)]));
  const written = (text, where) => ({ text: fillNumbers(text, where, core, figures), where });
  const prose = (block) => twins(block, (text, where, lang) => renderProse(written(text, where), lang, book));
  const label = (block) => twins(block, (text, where, lang) => renderInline(written(text, where), lang, book));
  const answered = (block) => {
    sameNumbers(block);
    return twins(block, (text, where, lang) => {
      const html = renderProse(written(markNumbers(text, { ...answers, ...times }), where), lang, book);
      return writeNumbers(html, where, answers, figures);
    });
  };
  const { question, answer, choices, mark } = prediction;
  const parts = { id, ...questions, answers, question: prose(question), answer: answered(answer) };
  try {
    if (mark) return figures.renderMark({ ...parts, mark: { ...mark, label: label(mark.label) } });
    return figures.renderChoices({ ...parts, times, choices: choices.map(({ holds, label: of }) => ({ holds, label: label(of) })) });
  } catch (error) {
    throw new Problem((mark ?? choices[0]).where, error.message);
  }
}

/** The two rows of a timed claim whose times are compared. */
function timeOf({ claim: id, rows, where }, { catalog }) {
  const claim = catalog.claims.find((one) => one.id === id && one.kind === "timed");
  const missing = claim && rows.find((row) => !claim.rows.some(({ name }) => name === row));
  if (!claim || missing) throw new Problem(where, claim ? `the claim ${id} has no row "${missing}"` : `there is no timed claim "${id}"`);
  return { claim: id, rows };
}

/**
 * What the values ask of the core, each call once, and where in the answers they stand: one place
 * or two, whose numbers are subtracted.
 * @returns {{calls: {name, request}[], values: Object<string, [number, string][]>}}
 */
export function questionsOf(prediction, core) {
  const calls = [];
  const keys = [];
  const place = (term, where) => {
    const { name, request, path } = readReference(term, where, core);
    const key = JSON.stringify([name, request]);
    if (!keys.includes(key)) {
      keys.push(key);
      calls.push({ name, request });
    }
    return [keys.indexOf(key), path];
  };
  const read = ({ name, terms, where }) => [name, terms.map((term) => place(term, where))];
  return { values: Object.fromEntries(prediction.values.map(read)), calls };
}

/** What the core answers to them. */
export function answersOf(prediction, { calls, values }, core) {
  const answer = ({ name: value, where }) => {
    const [first, second] = values[value].map(([call, path]) => follow(core.call(calls[call].name, calls[call].request, where), path, where));
    const answered = second === undefined ? first : first - second;
    if (!Number.isFinite(answered)) throw new Problem(where, `${value} is not a finite number: ${answered}`);
    return [value, answered];
  };
  return Object.fromEntries(prediction.values.map(answer));
}

const twins = ({ en, zh }, render) => ({ en: render(en.text, en.where, "en"), zh: render(zh.text, zh.where, "zh") });

function sameNumbers({ en, zh, where }) {
  const placeholders = ({ text }) => [...text.matchAll(PLACEHOLDER)].map(([whole]) => whole).sort().join();
  if (placeholders(en) !== placeholders(zh)) throw new Problem(where, "the twins do not name the same numbers");
}

const markNumbers = (text, answers) =>
  text.replace(PLACEHOLDER, (whole, power = "", name, digits) => (name in answers ? `\uE000${power}${name}|${digits}\uE001` : whole));

/** The marked numbers as HTML that the page can write anew. */
function writeNumbers(html, where, answers, figures) {
  const written = html.replace(MARKED, (_, power, name, digits) =>
    figures.renderNumber(name, answers[name], Number(digits), power !== undefined),
  );
  if (written.includes("\uE000")) throw new Problem(where, "a value of the prediction stands in a formula: write it outside");
  return written;
}
