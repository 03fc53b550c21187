// The formulas of the chosen functions: in letters, with the piece that holds at x marked, and with the numbers in it.

import { bilingual, el } from "../../page/dom";
import { swatch } from "../../page/swatch";
import { short, significant } from "../../text";
import type { Explored } from "./chart";
import { formulas, inLetters, inNumbers, leftSide, pieceAt, symbols, symbolsIn, type Formula } from "./formulas";
import type { Part } from "./part";
import { hasNoSlope } from "./sentence";
import { words } from "./words";

const INPUT_DIGITS = 6;
const RESULT_DIGITS = 5;

const written = (value: number) => short(value, INPUT_DIGITS);

export class FormulaPart implements Part {
  readonly element = el("div", { class: "formula-part" });

  draw(explored: Explored[]): void {
    this.element.replaceChildren(...explored.flatMap(block));
  }
}

/** Nothing for a function that has no entry. */
function block(one: Explored): HTMLElement[] {
  const formula = formulas[one.row.id];
  if (!formula) return [];
  const heading = el("h3", {}, swatch(one.style), one.row.name.en);
  const markups = [...formula.pieces.flatMap(({ f, df }) => [f, df]), ...formula.let.map(({ is }) => is)];
  const element = el(
    "div",
    { class: "formulas", "data-function": one.row.id },
    heading,
    ...equation("f", formula, one),
    ...equation("df", formula, one),
    ...definitions(formula, one),
    ...symbolsIn(markups).map(meaning),
  );
  return [element];
}

/** The numbers that stand for the letters of the formula. */
function numbersOf(formula: Formula, { row, parameters, point }: Explored): Record<string, string> {
  const own = row.parameters.map(({ name, symbol }) => [symbol, written(parameters[name]!)]);
  const constants = Object.entries(formula.constants).map(([symbol, value]) => [symbol, written(value)]);
  return { x: written(point.x), ...Object.fromEntries([...own, ...constants]) };
}

function equation(shown: "f" | "df", formula: Formula, one: Explored): HTMLElement[] {
  const holding = pieceAt(formula, one.point);
  const piecewise = formula.pieces.length > 1;
  const rows = formula.pieces.map((piece, i) => {
    const holds = piecewise && i === holding;
    const condition = piece.when ? [el("span", { class: "when" }, inLetters(piece.when))] : [];
    const mark = holds ? [el("span", { class: "tag" }, bilingual(words.holdsHere))] : [];
    return el("div", { class: "piece", "data-holds": holds }, el("span", {}, inLetters(piece[shown])), ...condition, ...mark);
  });
  const pieces = el("div", { class: piecewise ? "pieces several" : "pieces" }, ...rows.reverse());
  return [el("div", { class: "letters" }, leftSide(shown, "x"), pieces), result(shown, formula, one)];
}

/** f(−1.3) = 1·(e^−1.3 − 1) = −0.72747 */
function result(shown: "f" | "df", formula: Formula, one: Explored): HTMLElement {
  const value = one.point[shown];
  const text = significant(value, RESULT_DIGITS);
  const trimmed = short(value, RESULT_DIGITS);
  const isExact = Number(trimmed.replace("−", "-")) === value;
  const substituted = inNumbers(formula.pieces[pieceAt(formula, one.point)]![shown], numbersOf(formula, one));
  const number = el("output", { "data-value": String(value) }, isExact ? trimmed : text);
  const line = el("div", { class: "numbers", "data-shown": shown }, leftSide(shown, written(one.point.x)));
  const plain = substituted.textContent === number.textContent;
  if (!plain) line.append(substituted, el("span", { class: "sign" }, isExact ? "=" : "≈"));
  line.append(number);
  if (shown === "df" && hasNoSlope(one)) line.append(el("span", { class: "tag" }, bilingual(words.byConvention)));
  return line;
}

/** u = √(2/π)·(x + 0.044715 x³), in letters and numbers. */
function definitions(formula: Formula, one: Explored): HTMLElement[] {
  return formula.let.map(({ name, is }) =>
    el(
      "div",
      { class: "numbers" },
      el("i", {}, name),
      el("span", { class: "sign" }, "="),
      inLetters(is),
      el("span", { class: "sign" }, "="),
      inNumbers(is, numbersOf(formula, one)),
    ),
  );
}

function meaning(symbol: string): HTMLElement {
  const known = symbols[symbol]!;
  if ("is" in known) return el("div", { class: "meaning" }, inLetters(known.is));
  return el("div", { class: "meaning" }, el("i", {}, symbol), bilingual({ en: `: ${known.en}`, zh: `：${known.zh}` }));
}
