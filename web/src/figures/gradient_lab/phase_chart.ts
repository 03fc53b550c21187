// The phase diagram as a heat map. The axes count columns and rows; their ticks tell σ_w and the
// rows' values, which the core has chosen.

import type { Cell, Chart, Path, Point } from "../../charts/description";
import type { PhaseRow } from "../../core/api";
import { same, short } from "../../text";
import { words } from "./words";

/** Decades per layer from which on a cell has the full colour. */
const FULL = 0.4;
const COLUMNS_PER_TICK = 8;
const ROWS_PER_TICK = 4;

/** Where a value lies among ascending ones, counted from 0; between two of them in proportion. */
export function positionOf(value: number, ascending: ArrayLike<number>): number {
  const last = ascending.length - 1;
  let i = 0;
  while (i < last - 1 && ascending[i + 1]! < value) ++i;
  const [low, high] = [ascending[i]!, ascending[i + 1] ?? ascending[i]! + 1];
  return i + (value - low) / (high - low);
}

/** The value at a position: the inverse of positionOf. */
export function valueAt(position: number, ascending: ArrayLike<number>): number {
  const i = Math.max(0, Math.min(ascending.length - 2, Math.floor(position)));
  const [low, high] = [ascending[i]!, ascending[i + 1]!];
  return low + (position - i) * (high - low);
}

function cells(row: PhaseRow, at: number): Cell[] {
  return Array.from(row.slope, (slope, column): Cell => {
    const explodes = slope > 0;
    const strength = Number.isNaN(slope) ? 0 : Math.sqrt(Math.min(1, Math.abs(slope) / FULL));
    return {
      from: { x: column - 0.5, y: at - 0.5 },
      to: { x: column + 0.5, y: at + 0.5 },
      colour: explodes ? "--explodes" : "--vanishes",
      strength,
      hatched: explodes,
    };
  });
}

/** The points where χ = 1, in runs without a gap. */
function criticalLine(rows: PhaseRow[]): Path[] {
  const runs: Point[][] = [[]];
  rows.forEach((row, y) => {
    if (Number.isNaN(row.critical_sigma_w)) runs.push([]);
    else runs[runs.length - 1]!.push({ x: positionOf(row.critical_sigma_w, row.sigma_w), y });
  });
  const lines = runs.filter((run) => run.length > 0).map((run) => (run.length > 1 ? run : tick(run[0]!)));
  return lines.map((points) => ({ points, colour: "--ink", label: same("χ = 1") }));
}

/** A single critical point, as tall as its row. */
const tick = ({ x, y }: Point): Point[] => [
  { x, y: y - 0.5 },
  { x, y: y + 0.5 },
];

export function phaseChart(rows: PhaseRow[], by: string, handle: Point): Chart {
  const [first] = rows;
  const columns = first!.sigma_w.length;
  const columnTicks = Array.from({ length: Math.ceil(columns / COLUMNS_PER_TICK) }, (_, k) => k * COLUMNS_PER_TICK);
  const rowTicks = rows.map((row, at) => ({ at, label: short(row.value, 2) }));
  const inside = handle.x >= -0.5 && handle.x <= columns - 0.5 && handle.y >= -0.5 && handle.y <= first!.row_count - 0.5;
  return {
    x: {
      label: words.weightDeviation,
      kind: "linear",
      from: -0.5,
      to: columns - 0.5,
      ticks: columnTicks.map((at) => ({ at, label: short(first!.sigma_w[at]!, 2) })),
    },
    y: {
      label: by === "depth" ? words.depthAxis : words.biasDeviation,
      kind: "linear",
      from: -0.5,
      to: first!.row_count - 0.5,
      ticks: rowTicks.filter((_, at) => at % ROWS_PER_TICK === (by === "depth" ? ROWS_PER_TICK - 1 : 0)),
    },
    lines: [],
    cells: rows.flatMap(cells),
    dots: [],
    rules: [],
    paths: criticalLine(rows),
    ...(inside ? { handle } : {}),
  };
}
