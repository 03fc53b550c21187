import type { Chart, Dot, Line } from "../../charts/description";
import type { Style } from "../../charts/palette";
import { roundRange } from "../../charts/range";
import { same } from "../../text";
import { differ } from "../curve_lines";
import { GATES, type GateSamples } from "./gate_samples";

export type Quantity = "f" | "df_da" | "df_db";

/** Value and slopes stand in two panels. */
export const PANELS: Quantity[][] = [["f"], ["df_da", "df_db"]];

const NAME: Record<Quantity, string> = { f: "f", df_da: "∂f/∂a", df_db: "∂f/∂b" };

/** The quantity with its formula: ∂f/∂b = a·σ′(b). */
export function formula(quantity: Quantity, unit: string): string {
  const { symbol } = GATES[unit]!;
  const right = { f: `a·${symbol}(b)`, df_da: `${symbol}(b)`, df_db: `a·${symbol}′(b)` };
  return `${NAME[quantity]} = ${right[quantity]}`;
}

/** ∂f/∂a is the gate and has its style. */
export function styleOf(quantity: Quantity, gate: Style): Style {
  if (quantity === "df_da") return { colour: gate.colour, dash: [] };
  return { colour: "--ink", dash: quantity === "f" ? [] : [6, 3] };
}

function line({ pieces }: GateSamples, quantity: Quantity, style: Style): Line {
  const x = pieces.flatMap(({ b }) => [...b, b[b.length - 1]!]);
  const y = pieces.flatMap((piece) => [...piece[quantity], NaN]);
  return { x, y, ...style, label: same(NAME[quantity]) };
}

/** Open dots at the limits of a jump, a filled one at the value that holds by convention. */
function jumps({ kinks, pieces }: GateSamples, quantity: Quantity, { colour }: Style): Dot[] {
  return kinks.flatMap((kink, i) => {
    const x = kink.b[0]!;
    const at = kink[quantity][0]!;
    const left = pieces[i]![quantity];
    const limits = [left[left.length - 1]!, pieces[i + 1]![quantity][0]!];
    const open = limits.filter((limit) => differ(limit, at));
    return open.length === 0 ? [] : [...open.map((y) => ({ x, y, colour, open: true })), { x, y: at, colour }];
  });
}

/** One panel, with b marked. */
export function gateChart(samples: GateSamples, quantities: Quantity[], gate: Style): Chart {
  const { setting, point, pieces, widest } = samples;
  const last = pieces[pieces.length - 1]!.b;
  return {
    x: { label: same("b"), kind: "linear", from: pieces[0]!.b[0]!, to: last[last.length - 1]! },
    y: {
      label: same(quantities.map((quantity) => NAME[quantity]).join(", ")),
      kind: "linear",
      ...roundRange(widest.flatMap((curve) => quantities.flatMap((quantity) => [...curve[quantity]])), 1),
    },
    lines: quantities.map((quantity) => line(samples, quantity, styleOf(quantity, gate))),
    dots: quantities.flatMap((quantity) => {
      const style = styleOf(quantity, gate);
      const marked = { x: setting.b, y: point[quantity][0]!, colour: style.colour };
      return [...jumps(samples, quantity, style), marked];
    }),
    rules: [{ x: setting.b }],
    keyed: true,
  };
}
