// The plane of mean and variance with the map's arrows and the path of a real network on it; and the
// variance layer by layer, also where the plane has no room for it.

import type { Chart, Colour, Line, Path, Point } from "../../charts/description";
import { onLogAxis, roundRange } from "../../charts/range";
import type { SelfNormalisation } from "../../core/api";
import { words } from "./words";

/** Beyond the outermost arrows. */
const MARGIN = { mean: 0.1, decades: 0.08 };
const VARIANCES = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 10, 20, 50, 100];
const DASH = [6, 4];
/** An axis that is longer has room for powers of ten alone. */
const ROUND_DECADES = 2.2;

const ticks = onLogAxis(VARIANCES).map((at, i) => ({ at, label: String(VARIANCES[i]) }));
const ticksWithin = (from: number, to: number) => ticks.filter(({ at }) => at >= from && at <= to);

/** Where the picture of the plane ends. */
export interface Frame {
  mean: number;
  low: number;
  high: number;
}

function frameOf({ field_mean, field_variance }: SelfNormalisation): Frame {
  const [low, high] = onLogAxis([field_variance[0]!, field_variance[field_variance.length - 1]!]);
  return { mean: -field_mean[0]! + MARGIN.mean, low: low! - MARGIN.decades, high: high! + MARGIN.decades };
}

/** Points in the units of the plane's axes. */
function pointsOf(means: ArrayLike<number>, variances: ArrayLike<number>): Point[] {
  const heights = onLogAxis(Array.from(variances));
  return heights.map((y, i) => ({ x: means[i]!, y })).filter(({ y }) => !Number.isNaN(y));
}

const within = (frame: Frame, { x, y }: Point) => Math.abs(x) <= frame.mean && y >= frame.low && y <= frame.high;

/** The first layer whose outputs lie outside the frame, if there is one. */
export function exitOf(run: SelfNormalisation): number | undefined {
  const frame = frameOf(run);
  const heights = onLogAxis(Array.from(run.variance));
  const layer = heights.findIndex((y, i) => !within(frame, { x: run.mean[i]!, y }));
  return layer < 0 ? undefined : layer;
}

/** Where the way from a point inside to one outside crosses the frame. */
function crossing(frame: Frame, inside: Point, outside: Point): Point {
  const share = (from: number, to: number, low: number, high: number) =>
    to > high ? (high - from) / (to - from) : to < low ? (low - from) / (to - from) : 1;
  const t = Math.min(share(inside.x, outside.x, -frame.mean, frame.mean), share(inside.y, outside.y, frame.low, frame.high));
  return { x: inside.x + t * (outside.x - inside.x), y: inside.y + t * (outside.y - inside.y) };
}

export function planeChart(run: SelfNormalisation, colour: Colour, layer: number): Chart {
  const frame = frameOf(run);
  const from = pointsOf(run.field_mean, run.field_variance);
  const to = onLogAxis(Array.from(run.field_to_variance));
  const arrows = from.map((point, i) => ({ from: point, to: { x: run.field_to_mean[i]!, y: to[i]! } }));
  const path = pointsOf(run.mean, run.variance);
  const theory: Path = { points: pointsOf(run.theory_mean, run.theory_variance), colour: "--ink", dash: DASH };
  const fixed = pointsOf(run.fixed_mean, run.fixed_variance).filter((point) => within(frame, point));
  const here = path[layer];
  const exit = exitOf(run);
  const last = exit ? path[exit - 1] : undefined;
  const outside = exit ? path[exit] : undefined;
  return {
    x: { label: words.mean, kind: "linear", from: -frame.mean, to: frame.mean },
    y: { label: words.variance, kind: "log10", from: frame.low, to: frame.high, ticks: ticksWithin(frame.low, frame.high) },
    lines: named(colour),
    arrows: arrows.filter(({ to: { y } }) => Number.isFinite(y)),
    paths: [theory, { points: path, colour, markers: true }],
    dots: fixed.map((point) => ({ ...point, colour: "--alarm", open: true })),
    rules: [],
    notes: [
      ...fixed.map((at) => ({ at, text: words.fixedPoint })),
      ...(last && outside ? [{ at: crossing(frame, last, outside), text: words.leaves(exit!) }] : []),
    ],
    keyed: true,
    ...(here && within(frame, here) ? { handle: here } : {}),
  };
}

/** Lines of no point: they name in the key what the chart draws in another way. */
const named = (colour: Colour): Line[] => [
  { x: [], y: [], colour, width: 2.5, label: words.measured },
  { x: [], y: [], colour: "--ink", dash: DASH, label: words.theory },
  { x: [], y: [], colour: "--ink-faint", width: 1.25, label: words.arrows },
];

export function layersChart(run: SelfNormalisation, colour: Colour, layer: number): Chart {
  const x = Array.from(run.variance, (_, i) => i);
  const measured = onLogAxis(Array.from(run.variance));
  const theory = onLogAxis(Array.from(run.theory_variance));
  const { high } = frameOf(run);
  const range = roundRange([0, ...measured, ...theory], 1);
  return {
    x: { label: words.layer, kind: "integer", from: 0, to: x.length - 1 },
    y: { label: words.variance, kind: "log10", ...range, ...(range.to - range.from < ROUND_DECADES && { ticks: ticksWithin(range.from, range.to) }) },
    lines: [
      { x, y: theory, colour: "--ink", dash: DASH },
      { x, y: measured, colour, width: 2.5, markers: true },
    ],
    dots: [],
    rules: [{ x: layer }, ...(range.to > high ? [{ y: high, label: words.pictureEnds, end: "right" as const }] : [])],
    keyed: true,
  };
}
