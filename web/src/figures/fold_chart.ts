// A network of two ReLUs a layer that folds the interval from 0 to 1 once per layer: what depth
// can do with a bend, as far as a picture can tell (Telgarsky 2016, arXiv 1602.04485).

import type { Chart } from "../charts/description";
import { palette } from "../charts/palette";
import type { Catalog, Point, Request, Text } from "../core/api";
import { same } from "../text";

const BEND = "relu";

interface Core {
  catalog: Catalog;
  evaluate(request: Request): Point;
}

/** x through `layers` layers of x ↦ relu(2x) − relu(4x − 2). */
function folded(x: number, layers: number, core: Core): number {
  const bend = (z: number) => core.evaluate({ activation: BEND, x: z }).f;
  let h = x;
  for (let layer = 0; layer < layers; ++layer) h = bend(2 * h) - bend(4 * h - 2);
  return h;
}

/** Between neighbouring points the network is a straight line. */
export function foldChart(layers: number, core: Core): Chart {
  const pieces = 1 << layers;
  const x = Array.from({ length: pieces + 1 }, (_, i) => i / pieces);
  const { colour } = palette(core.catalog.activations.map((row) => row.id)).get(BEND)!;
  return {
    x: { label: same("x"), kind: "linear", from: 0, to: 1 },
    y: { label: same("h(x)"), kind: "linear", from: 0, to: 1 },
    lines: [{ x, y: x.map((at) => folded(at, layers, core)), colour }],
    dots: [],
    rules: [],
  };
}

export function foldCaption(layers: number): Text {
  const [neurons, pieces] = [2 * layers, 1 << layers];
  const [peaks, s] = [pieces / 2, layers === 1 ? "" : "s"];
  return {
    en: `${layers} layer${s}, ${neurons} neurons: ${peaks} peak${s}, ${pieces} straight pieces`,
    zh: `${layers} 层，${neurons} 个神经元：${peaks} 个峰，${pieces} 段直线`,
  };
}
