// The gradient of each layer on a scale of powers of ten: one seed, many seeds, theory.

import type { Chart, Colour, Line } from "../../charts/description";
import { roundRange } from "../../charts/range";
import type { GradientFlow, GradientTheory, Text } from "../../core/api";
import type { Measured } from "./bench";
import { limitsNear } from "./float_limits";
import { words } from "./words";

/** The axis spans so many decades at least: what is level looks level. */
const LEAST_DECADES = 6;

/** Which gradient: of the pre-activations or of the weights. */
export type Quantity = "delta" | "weights";

export const SYMBOL: Record<Quantity, string> = { delta: "‖δ‖", weights: "‖∂L/∂W‖" };

export function norms(of: GradientFlow | GradientTheory, quantity: Quantity): Float64Array {
  return quantity === "delta" ? of.log10_delta : of.log10_weight_gradient;
}

/** What the lines show: where numbers overflow there is no gradient to show, but the signal up to there. */
function shownOf({ run }: Measured, quantity: Quantity): { of(run: GradientFlow | GradientTheory): Float64Array; seed: Text; axis: Text } {
  return run.flow.overflow_layer > 0
    ? { of: ({ log10_activation }) => log10_activation, seed: words.signal, axis: words.signalPerLayer }
    : { of: (run) => norms(run, quantity), seed: words.oneSeed, axis: words.perLayer(SYMBOL[quantity]) };
}

const seen = (value: number) => (Number.isFinite(value) ? value : NaN);

/** Mean minus, mean, mean plus one standard deviation over the seeds. */
function spreadOf({ band }: Measured, quantity: Quantity): { low: number[]; mean: number[]; high: number[] } | undefined {
  if (!band || band.seeds < 2) return undefined;
  const mean = quantity === "delta" ? band.mean_delta : band.mean_weight_gradient;
  const deviation = quantity === "delta" ? band.deviation_delta : band.deviation_weight_gradient;
  return {
    low: Array.from(mean, (value, i) => value - deviation[i]!),
    mean: Array.from(mean, seen),
    high: Array.from(mean, (value, i) => value + deviation[i]!),
  };
}

/** The lines, those that have no value anywhere left out. */
function linesOf(measured: Measured, quantity: Quantity, colour: Colour): Line[] {
  const { run, pinned, band } = measured;
  const line = (values: ArrayLike<number>, rest: Omit<Line, "x" | "y">): Line => ({
    x: Array.from(values, (_, i) => i + 1),
    y: Array.from(values, seen),
    ...rest,
  });
  const spread = spreadOf(measured, quantity);
  const { of, seed } = shownOf(measured, quantity);
  const lines = [
    ...(pinned ? [line(of(pinned.flow), { colour: "--pinned", label: words.pinnedRun })] : []),
    line(of(run.flow), { colour, width: 1.25, markers: true, label: seed }),
    ...(spread ? [line(spread.mean, { colour, width: 3, label: words.meanOf(band!.seeds) })] : []),
    line(of(run.theory), { colour: "--ink", dash: [6, 4], width: 1.5, label: words.theory }),
  ];
  return lines.filter(({ y }) => Array.from(y).some(Number.isFinite));
}

export function gradientChart(measured: Measured, quantity: Quantity, colour: Colour, layer: number): Chart {
  const { run, pinned } = measured;
  const lines = linesOf(measured, quantity, colour);
  const spread = spreadOf(measured, quantity);
  const values = lines.map(({ y }) => Array.from(y).filter(Number.isFinite));
  const range = roundRange(values.flat(), LEAST_DECADES);
  const limits = limitsNear(values, range);
  const depth = Math.max(run.flow.log10_delta.length, pinned?.flow.log10_delta.length ?? 0);
  const chosen = norms(run.flow, quantity)[layer - 1] ?? NaN;
  const marked = Number.isFinite(chosen);
  return {
    x: { label: words.layer, kind: "integer", from: Math.min(1, depth - 1), to: depth },
    y: {
      label: shownOf(measured, quantity).axis,
      kind: "log10",
      from: Math.min(range.from, ...limits.map(({ y }) => y - 1)),
      to: Math.max(range.to, ...limits.map(({ y }) => y + 1)),
    },
    lines,
    bands: spread ? [{ x: spread.mean.map((_, i) => i + 1), low: spread.low, high: spread.high, colour }] : [],
    dots: marked ? [{ x: layer, y: chosen, colour }] : [],
    rules: [...limits, ...(marked ? [{ x: layer }] : [])],
    keyed: true,
  };
}
