// What a figure shows, in numbers: a table on the page, and a file of comma-separated values.

import type { Text } from "../core/api";
import { pick, short, significant } from "../text";
import { bilingual, el } from "./dom";
import { language } from "./language";

export interface Table {
  head: Text[];
  /** The first cell of a row names it. */
  rows: (number | string)[][];
  /** Those that are enough on the page, where a file has hundreds. */
  some?: (number | string)[][];
}

/** `data-value` holds a number to the last bit. */
export function tableElement({ head, rows, some = rows }: Table): HTMLTableElement {
  const cell = (value: number | string) =>
    typeof value === "string" ? el("td", {}, value) : el("td", { "data-value": String(value) }, significant(value, 4));
  const body = some.map(([name, ...values]) => el("tr", {}, el("th", { scope: "row" }, typeof name === "number" ? short(name, 6) : name!), ...values.map(cell)));
  const heads = el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, bilingual(text))));
  return el("table", { class: "numbers-table" }, el("thead", {}, heads), el("tbody", {}, ...body));
}

/** As RFC 4180 has it, after lines that say where the numbers come from; the mark at the start tells that it is UTF-8. */
export function csv({ head, rows }: Table, about: string[]): string {
  const cell = (value: number | string) => (/[",\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value));
  const lines = [head.map((text) => pick(text, language())), ...rows].map((row) => row.map(cell).join(","));
  return "\ufeff" + [...about.map((line) => `# ${line}`), ...lines, ""].join("\r\n");
}
