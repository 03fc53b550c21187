// Each layer's factor as a bar for the gate and a bar for the weights, and a line for both together.

import type { Cell, Chart, Colour, Line } from "../../charts/description";
import { roundRange } from "../../charts/range";
import type { Text } from "../../core/api";
import type { Run } from "./bench";
import { words } from "./words";

const NAMES = {
  gate: words.gateShare,
  weights: words.weightShare,
  normalisation: words.normalisationShare,
  together: { en: "together", zh: "合计" },
  bound: { en: "the most that the gate can give: largest f′", zh: "门至多能给的：f′ 的最大值" },
  axis: { en: "decades that a layer adds to ‖δ‖", zh: "每层使 ‖δ‖ 增加的数量级" },
} satisfies Record<string, Text>;

/** Beyond the outermost bars. */
const MARGIN = 0.6;

const finite = (value: number) => (Number.isFinite(value) ? value : 0);

export function ledgerChart({ flow }: Run, colour: Colour, layer: number): Chart {
  const layers = Array.from(flow.ledger_gate, (_, i) => i + 1);
  const shares: { label: Text; values: Float64Array; colour: Colour }[] = [
    { label: NAMES.gate, values: flow.ledger_gate, colour },
    { label: NAMES.weights, values: flow.ledger_weights, colour: "--ink-soft" },
  ];
  if (flow.ledger_normalisation.some((value) => value !== 0)) {
    shares.push({ label: NAMES.normalisation, values: flow.ledger_normalisation, colour: "--pinned" });
  }
  const room = 0.8 / shares.length;
  const cells = shares.flatMap(({ values, colour: own }, k) =>
    layers.map((x): Cell => {
      const left = x - 0.4 + k * room;
      const y = finite(values[x - 1]!);
      return { from: { x: left, y: Math.min(0, y) }, to: { x: left + room, y: Math.max(0, y) }, colour: own, strength: 0.85 };
    }),
  );
  const together = layers.map((x) => shares.reduce((sum, { values }) => sum + values[x - 1]!, 0));
  const line: Line = { x: layers, y: together, colour: "--ink", width: 2, label: NAMES.together };
  const ends = [1 - MARGIN, layers.length + MARGIN];
  const y = ends.map(() => flow.log10_gate_bound);
  const bound: Line[] = Number.isFinite(y[0]) ? [{ x: ends, y, colour: "--ink", dash: [2, 3], width: 1.5, label: NAMES.bound }] : [];
  const heights = [0, ...together, ...cells.flatMap(({ from, to }) => [from.y, to.y]), ...bound.flatMap(() => y)];
  return {
    x: { label: words.layer, kind: "integer", from: 1 - MARGIN, to: layers.length + MARGIN },
    y: { label: NAMES.axis, kind: "linear", ...roundRange(heights, 0.5) },
    // Lines of no point: they name the bars in the key.
    lines: [...bound, line, ...shares.map(({ label, colour: own }): Line => ({ x: [], y: [], colour: own, width: 6, label }))],
    cells,
    dots: [],
    rules: [{ x: layer }],
    keyed: true,
  };
}
