// Where the entries of a vector leave a number format, as decimal logarithms: its smallest
// subnormal (float32: 2⁻¹⁴⁹, float16: 2⁻²⁴) and its largest number. IEEE 754-2019.

import type { Rule } from "../../charts/description";
import { words } from "./words";

const LIMITS = [
  { at: -44.85, label: words.float32Smallest, under: true },
  { at: 38.53, label: words.float32Largest, under: false },
  { at: -7.22, label: words.float16Smallest, under: true },
  { at: 4.82, label: words.float16Largest, under: false },
];

/** Decades from which on a limit is worth showing. */
const NEAR = 2;

/** So much of the axis lies between two limits at least: their names are legible. */
const APART = 0.08;

/** The limits that these lines of log10 norms come near or pass, named at the end where the lines are farther off. */
export function limitsNear(lines: number[][], axis: { from: number; to: number }): Extract<Rule, { y: number }>[] {
  const values = lines.flat();
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const room = (at: number, end: "left" | "right") => Math.min(...lines.map((line) => Math.abs((line[end === "left" ? 0 : line.length - 1] ?? at) - at)));
  const near = LIMITS.filter(({ at, under }) => (under ? lowest < at + NEAR : highest > at - NEAR));
  const apart = APART * (axis.to - axis.from);
  const legible = near.filter(({ at }, i) => near.slice(0, i).every((earlier) => Math.abs(earlier.at - at) >= apart));
  return legible.map(({ at, label }) => ({ y: at, label, end: room(at, "left") > room(at, "right") ? "left" : "right" }));
}
