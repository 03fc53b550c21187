// The table of times, each row with its bar; the layer stands first, and its bar is the measure of all.

import type { Style } from "../../charts/palette";
import type { Row, Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { swatch } from "../../page/swatch";
import { significant } from "../../text";
import { words } from "./words";

export interface Timed {
  row: Row;
  style: Style;
  value: number;
  both: number;
}

/** The part of the layer's whole time, products and function, that the function takes. */
export const shareOf = ({ value }: { value: number }, layer: number): number => value / (value + layer);

const head = (text: Text) => el("th", { scope: "col" }, bilingual(text));
const cell = (text: string) => el("td", {}, text);

function bar(colour: string, value: number, both: number, longest: number): HTMLElement {
  const cost = el("td", { class: "cost", "aria-hidden": "true" }, el("i"), el("i"));
  cost.style.cssText = `--colour:var(${colour});--value:${value / longest};--both:${both / longest}`;
  return cost;
}

export function speedTable(timed: Timed[], layer: number, inputs: number): HTMLElement {
  const longest = Math.max(layer, ...timed.map(({ both }) => both));
  const [name, value, both, share] = words.columns as [Text, Text, Text, Text];
  const body = el("tbody", {}, el("tr", { class: "products" }, el("th", { scope: "row" }, bilingual(words.layer(inputs))), bar("--ink-soft", layer, layer, longest), cell(significant(layer, 2)), cell("–"), cell("–")));
  for (const one of [...timed].sort((a, b) => a.value - b.value)) {
    const label = el("th", { scope: "row" }, swatch(one.style), one.row.name.en);
    body.append(el("tr", { "data-function": one.row.id }, label, bar(one.style.colour, one.value, one.both, longest), cell(significant(one.value, 2)), cell(significant(one.both, 2)), cell(words.percent(shareOf(one, layer)))));
  }
  const heads = el("tr", {}, head(name), el("td", { "aria-hidden": "true" }), head(value), head(both), head(share));
  return el("table", {}, el("caption", {}, bilingual(words.caption)), el("thead", {}, heads), body);
}
