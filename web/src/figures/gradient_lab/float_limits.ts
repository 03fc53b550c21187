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

/** The limits that these logarithms of norms come near or pass, named where the values are far off. */
export function limitsNear(values: number[]): Extract<Rule, { y: number }>[] {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [values[0]!, values[values.length - 1]!];
  return LIMITS.filter(({ at, under }) => (under ? lowest < at + NEAR : highest > at - NEAR)).map(({ at, label }) => ({
    y: at,
    label,
    end: Math.abs(first - at) > Math.abs(last - at) ? "left" : "right",
  }));
}
