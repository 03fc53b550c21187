import type { Chart, Line } from "../charts/description";
import type { Style } from "../charts/palette";
import { roundRange } from "../charts/range";
import type { GradientFlow } from "../core/api";
import { same } from "../text";
import { words } from "../page/words";

/** Which gradient: of the pre-activations or of the weights. */
export type Quantity = "delta" | "weights";

export const SYMBOL: Record<Quantity, string> = { delta: "‖δ‖", weights: "‖∂L/∂W‖" };

export function norms(flow: GradientFlow, quantity: Quantity): Float64Array {
  return quantity === "delta" ? flow.log10_delta : flow.log10_weight_gradient;
}

/** The norm of the gradient in each layer, and the other of the two gradients faintly beside it. */
export function gradientLabChart(flow: GradientFlow, quantity: Quantity, style: Style, layer: number): Chart {
  const other: Quantity = quantity === "delta" ? "weights" : "delta";
  const layers = Array.from(flow.log10_delta, (_, i) => i + 1);
  const line = (of: Quantity): Line => ({
    x: layers,
    y: Array.from(norms(flow, of), (value) => (Number.isFinite(value) ? value : NaN)),
    colour: style.colour,
    label: same(SYMBOL[of]),
  });
  const chosen = norms(flow, quantity)[layer - 1];
  const marked = chosen !== undefined && Number.isFinite(chosen);
  return {
    x: { label: words.layer, kind: "integer", from: Math.min(1, layers.length - 1), to: layers.length },
    y: {
      label: { en: `${SYMBOL[quantity]} per layer`, zh: `各层的 ${SYMBOL[quantity]}` },
      kind: "log10",
      ...roundRange([...flow.log10_delta, ...flow.log10_weight_gradient], 8),
    },
    lines: [
      { ...line(other), colour: "--ink-faint", dash: [2, 3], width: 1.5 },
      { ...line(quantity), dash: style.dash, markers: true },
    ],
    dots: marked ? [{ x: layer, y: chosen, colour: style.colour }] : [],
    rules: marked ? [{ x: layer }] : [],
  };
}
