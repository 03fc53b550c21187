// The gradient of each layer on a scale of powers of ten: one seed, many seeds, theory.

import type { Band, Chart, Colour, Line } from "../../charts/description";
import { roundRange } from "../../charts/range";
import type { GradientFlow, GradientTheory } from "../../core/api";
import type { Measured } from "./bench";
import { limitsNear } from "./float_limits";
import { words } from "./words";

/** Which gradient: of the pre-activations or of the weights. */
export type Quantity = "delta" | "weights";

export const SYMBOL: Record<Quantity, string> = { delta: "‖δ‖", weights: "‖∂L/∂W‖" };

export function norms(of: GradientFlow | GradientTheory, quantity: Quantity): Float64Array {
  return quantity === "delta" ? of.log10_delta : of.log10_weight_gradient;
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

export function gradientChart(measured: Measured, quantity: Quantity, colour: Colour, layer: number): Chart {
  const { run, pinned, band } = measured;
  const count = (values: ArrayLike<number>) => Array.from(values, (_, i) => i + 1);
  const layers = count(run.flow.log10_delta);
  const spread = spreadOf(measured, quantity);
  const lines: Line[] = [];
  const bands: Band[] = [];

  if (pinned) {
    const y = Array.from(norms(pinned.flow, quantity), seen);
    lines.push({ x: count(y), y, colour: "--pinned", label: words.pinnedRun });
  }
  const seed = Array.from(norms(run.flow, quantity), seen);
  lines.push({ x: layers, y: seed, colour, width: 1.25, markers: true, label: words.oneSeed });
  if (spread) {
    bands.push({ x: layers, low: spread.low, high: spread.high, colour });
    lines.push({ x: layers, y: spread.mean, colour, width: 3, label: words.meanOf(band!.seeds) });
  }
  const predicted = Array.from(norms(run.theory, quantity), seen);
  if (predicted.some(Number.isFinite)) {
    lines.push({ x: layers, y: predicted, colour: "--ink", dash: [6, 4], width: 1.5, label: words.theory });
  }

  const values = lines.flatMap(({ y }) => Array.from(y)).filter(Number.isFinite);
  const range = roundRange(values, 6);
  const limits = limitsNear(values);
  const depth = Math.max(layers.length, ...lines.map(({ x }) => x.length));
  const chosen = seed[layer - 1] ?? NaN;
  const marked = Number.isFinite(chosen);
  return {
    x: { label: words.layer, kind: "integer", from: Math.min(1, depth - 1), to: depth },
    y: {
      label: words.perLayer(SYMBOL[quantity]),
      kind: "log10",
      from: Math.min(range.from, ...limits.map(({ y }) => y - 1)),
      to: Math.max(range.to, ...limits.map(({ y }) => y + 1)),
    },
    lines,
    bands,
    dots: marked ? [{ x: layer, y: chosen, colour }] : [],
    rules: [...limits, ...(marked ? [{ x: layer }] : [])],
    keyed: true,
  };
}
