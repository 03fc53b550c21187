// How the measured numbers of a claim are written: with as many digits as their expected range needs.

import { significant } from "../../text";

export interface Range {
  low: number;
  high: number;
}

const FEWEST = 3;
const MOST = 12;

/** Enough digits to tell the ends of the range apart. */
function digitsFor({ low, high }: Range): number {
  let digits = FEWEST;
  while (digits < MOST && low !== high && significant(low, digits) === significant(high, digits)) ++digits;
  return digits;
}

/** A whole number as it is: 0.5 and 1, not 0.500 and 1.00. */
const plain = (value: number, digits: number): string =>
  String(value).length <= digits + 1 ? String(value).replace("-", "−") : significant(value, digits);

export function measuredValue(value: number, range: Range): string {
  return range.low === range.high ? plain(value, MOST) : significant(value, digitsFor(range));
}

export function expectedRange(range: Range): string {
  const { low, high } = range;
  if (low === high) return plain(low, MOST);
  const digits = digitsFor(range);
  if (high === Number.MAX_VALUE) return `≥ ${significant(low, digits)}`;
  if (low === -Number.MAX_VALUE) return `≤ ${significant(high, digits)}`;
  return `${significant(low, digits)} … ${significant(high, digits)}`;
}
