// The values as bars and the Jacobian as a small coloured table: one text for the build and the page.

import type { Logits } from "../../core/api";
import { significant } from "../../text";

export const SUBSCRIPTS = ["₁", "₂", "₃"];

/** What a component of the result is called. */
export const SYMBOL: Record<string, string> = { softmax: "p", log_softmax: "ln p" };

/** The largest size that an entry can have: its cell is then of full colour. */
const LARGEST: Record<string, number> = { softmax: 0.25, log_softmax: 1 };

/** Where a bar can end: probabilities at 1, their logarithms at the next of these. */
const ENDS = [1, 2, 5, 10, 20, 50];

/** In a narrow cell the power of ten goes below. */
const written = (value: number) => significant(value, 3).replace("×", "<wbr>×");
const signed = (value: number) => (value > 0 ? "+" : "") + written(value);

/** `column` is the logit, from 0, whose derivatives are marked. */
export function logitsTable(name: string, { y, jacobian }: Logits, column: number): string {
  const negative = name === "log_softmax";
  const end = ENDS.find((candidate) => y.every((value) => Math.abs(value) <= candidate))!;
  const marked = (j: number) => (j === column ? ' class="marked"' : "");

  const value = (i: number) =>
    `<td class="value${negative ? " negative" : ""}" data-value="${y[i]}" style="--length:${Math.abs(y[i]!) / end}">${written(y[i]!)}<i class="groove"></i><i class="level"></i></td>`;
  const entry = (i: number, j: number) => {
    const derivative = jacobian[3 * i + j]!;
    const sign = derivative < 0 ? "--alarm" : "--accent";
    const strength = Math.abs(derivative) / LARGEST[name]!;
    return `<td${marked(j)} data-value="${derivative}" style="--sign:var(${sign});--strength:${strength}">${signed(derivative)}</td>`;
  };
  const row = (subscript: string, i: number) =>
    `<tr><th scope="row">${SYMBOL[name]}${subscript}</th>${value(i)}${SUBSCRIPTS.map((_, j) => entry(i, j)).join("")}</tr>`;
  const heads = SUBSCRIPTS.map((subscript, j) => `<th scope="col"${marked(j)}>∂/∂x${subscript}</th>`).join("");
  const scale = negative ? `−${end} … 0` : `0 … ${end}`;
  return `<table class="logits-table"><thead><tr><td></td><th scope="col">${scale}</th>${heads}</tr></thead><tbody>${SUBSCRIPTS.map(row).join("")}</tbody></table>`;
}
