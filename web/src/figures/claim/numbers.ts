// How the measured numbers of a claim are written: with as many digits as their expected range needs.

import { short } from "../../text";

export interface Range {
  low: number;
  high: number;
}

const FEWEST = 3;
const MOST = 7;

/** Enough digits to tell the ends of the range apart. */
function digitsFor({ low, high }: Range): number {
  let digits = low === high ? MOST : FEWEST;
  while (digits < MOST && short(low, digits) === short(high, digits)) ++digits;
  return digits;
}

export const measuredValue = (value: number, range: Range): string => short(value, digitsFor(range));

export function expectedRange(range: Range): string {
  const digits = digitsFor(range);
  const [low, high] = [short(range.low, digits), short(range.high, digits)];
  if (low === high) return low;
  if (range.high === Number.MAX_VALUE) return `≥ ${low}`;
  if (range.low === -Number.MAX_VALUE) return `≤ ${high}`;
  return `${low} … ${high}`;
}
