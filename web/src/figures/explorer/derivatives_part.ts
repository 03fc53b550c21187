// The derivative three ways, and how far apart they are.

import type { Point, Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { swatch } from "../../page/swatch";
import { significant } from "../../text";
import type { Explored } from "./chart";
import type { Part } from "./part";
import { hasNoSlope } from "./sentence";
import { words } from "./words";

const DIGITS = 9;
const GAP_DIGITS = 2;

export class DerivativesPart implements Part {
  readonly element = el("div", { class: "derivatives-part" });

  draw(explored: Explored[]): void {
    const { x, step } = explored[0]!.point;
    const tables = explored.map((one) => el("div", { class: "table-scroll" }, table(one)));
    const note = el("p", { class: "note" }, bilingual(words.threeWays(significant(x, 3), significant(step, 3))));
    this.element.replaceChildren(el("div", { class: "tables" }, ...tables), note);
  }
}

function table(one: Explored): HTMLElement {
  const { row, style, point, comparison } = one;
  const head = el("tr", {}, ...words.derivativeHeads.map((text) => el("th", { scope: "col" }, bilingual(text))));
  const body = el(
    "tbody",
    {},
    way(words.closedForm, point.df, [], hasNoSlope(one) ? words.byConvention : undefined),
    way(words.dualNumber, point.df_dual, [point.dual_gap, comparison?.dual_number], otherSide(one)),
    way(words.difference, point.df_difference, [point.difference_gap, comparison?.difference], crossing(point)),
  );
  const caption = el("caption", {}, swatch(style), row.name.en);
  return el("table", { class: "derivatives", "data-function": row.id }, caption, el("thead", {}, head), body);
}

const crossing = (point: Point): Text | undefined => (point.difference_crosses_kink ? words.crossesKink : undefined);

/** On a kink a dual number follows the piece that the formula for f takes, whatever the convention for f′. */
const otherSide = (one: Explored): Text | undefined =>
  hasNoSlope(one) && one.point.dual_gap > 0 ? words.otherSide : undefined;

type Gaps = [] | [number, { x: number; gap: number } | undefined];

function way(name: Text, value: number, gaps: Gaps, remark?: Text): HTMLElement {
  const cell = (shown: number, text: string, ...more: Node[]) => el("td", { "data-value": String(shown) }, text, ...more);
  const note = remark ? [el("small", {}, bilingual(remark))] : [];
  const [gap, worst] = gaps;
  const at = worst && worst.gap > 0 ? [el("small", {}, `x = ${significant(worst.x, 3)}`)] : [];
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, bilingual(name)),
    cell(value, significant(value, DIGITS), ...note),
    gap === undefined ? el("td") : cell(gap, significant(gap, GAP_DIGITS)),
    worst ? cell(worst.gap, significant(worst.gap, GAP_DIGITS), ...at) : el("td"),
  );
}
