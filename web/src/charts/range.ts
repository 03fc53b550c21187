const SNAPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** The least and the greatest of the finite values; nothing if there is none. */
export function extent(values: ArrayLike<number>): number[] {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; ++i) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return min > max ? [] : [min, max];
}

/** A range with round ends around finite values, at least `least` wide, with a little air. */
export function roundRange(values: ArrayLike<number>, least: number): { from: number; to: number } {
  const [min, max] = extent(values);
  if (min === undefined || max === undefined) return { from: -least / 2, to: least / 2 };
  const missing = Math.max(0, least - (max - min)) / 2;
  const air = Math.max(least, max - min) * 0.04;
  const snap = SNAPS.find((step) => Math.max(least, max - min) / step <= 12) ?? 20;
  const from = Math.floor((min - missing - air) / snap) * snap;
  const to = Math.ceil((max + missing + air) / snap) * snap;
  return { from, to };
}

/** Where a number stands on an axis of powers of ten; what has no place there is NaN. */
export const logPlace = (value: number): number => (value > 0 ? Math.log10(value) : NaN);
export const onLogAxis = (values: number[]): number[] => values.map(logPlace);
