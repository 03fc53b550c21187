// A prediction as the build writes it: without JavaScript a question, and the answer to unfold.

import { tickLabel, ticks } from "../../charts/ticks";
import type { Text } from "../../core/api";
import { same, significant } from "../../text";
import { spans } from "../spans";
import { rightChoice, type Values } from "./condition";
import type { Definition, Mark, Time } from "./definition";
import { words } from "./words";

/** All texts are HTML. */
interface Parts {
  id: string;
  calls: Definition["calls"];
  values: Definition["values"];
  answers: Values;
  question: Text;
  answer: Text;
}

/** A ratio of times may be anything: each of these must fall to one choice. */
const RATIOS = [0.02, 0.53, 0.83, 0.99, 1.11, 1.61, 2.11, 3.1, 51];

/** So many labels fit on the axis on a phone. */
const MOST_TICKS = 6;

const twins = ({ en, zh }: Text) => `<div class="twins"><div lang="en">${en}</div><div lang="zh">${zh}</div></div>`;
const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/'/g, "&#39;");

function card({ id, question, answer }: Parts, definition: Definition, ask: string, verdict: string): string {
  return [
    `<div class="prediction" id="predict-${id}" role="group" aria-labelledby="predict-${id}-kicker"`,
    ` data-prediction='${escape(JSON.stringify(definition))}'>`,
    `<p class="kicker" id="predict-${id}-kicker">${spans(words.kicker)}</p>`,
    twins(question),
    ask,
    `<details class="answer"><summary>${spans(words.answer)}</summary>`,
    `<p class="verdict">${verdict}</p>${twins(answer)}</details></div>`,
  ].join("");
}

interface Choices extends Parts {
  times: Record<string, Time>;
  choices: { holds: string; label: Text }[];
}

export function renderChoices({ choices, times, ...parts }: Choices): string {
  const conditions = choices.map((choice) => choice.holds);
  const items = choices.map(({ label }) => `<li>${spans(label)}</li>`).join("");
  const list = `<ul class="choices">${items}</ul>`;
  const definition = { calls: parts.calls, values: parts.values, choices: conditions };
  const [time] = Object.keys(times);
  if (time !== undefined) {
    for (const ratio of RATIOS) rightChoice(conditions, { [time]: ratio });
    return card(parts, { ...definition, times }, list, spans(words.timed));
  }
  const right = choices[rightChoice(conditions, parts.answers)]!;
  return card(parts, definition, list, `${spans(words.itIs)}<strong>${spans(right.label)}</strong>`);
}

export function renderMark({ mark, ...parts }: Parts & { mark: Mark & { label: Text } }): string {
  const { value, from, to, within } = mark;
  const measured = parts.answers[value];
  if (measured === undefined) throw new Error(`"${value}" is not a value of this prediction`);
  if (!(from <= measured && measured <= to)) throw new Error(`the core's answer is off the axis: ${value} = ${measured}`);
  const axis = { label: same(""), from, to, kind: "log10" as const };
  const labels = ticks(axis, MOST_TICKS).map((at) => `<span style="left:${place(at, mark)}">${tickLabel(axis, at)}</span>`);
  const ask =
    `<div class="mark"><p class="axis-name">${spans(mark.label)}</p>` +
    `<div class="track"></div><div class="ticks" aria-hidden="true">${labels.join("")}</div>` +
    `<p class="hint">${spans(words.drag)}</p></div>`;
  const definition = { calls: parts.calls, values: parts.values, mark: { value, from, to, within } };
  return card(parts, definition, ask, spans(words.itIs) + renderNumber(value, measured, 3, true));
}

/** Where on the axis something stands. */
export const place = (at: number, { from, to }: { from: number; to: number }): string =>
  `${(((at - from) / (to - from)) * 100).toFixed(2)}%`;

/**
 * A value, or the power of ten whose exponent it is. The page writes the number anew when it has
 * measured it; of a time there is no value before.
 */
export function renderNumber(name: string, value: number | undefined, digits: number, isExponent: boolean): string {
  const text = value === undefined ? "" : significant(value, digits);
  const number = `<span data-value="${name}" data-digits="${digits}">${text}</span>`;
  return isExponent ? `10<sup>${number}</sup>` : number;
}
