// The geometry that both writers share: what lies where, in pixels.

import type { Arrow, Axis, Chart } from "./description";

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const FONT_SIZE = 13;
/** The letters around a chart of that size: larger ones enlarge its own. */
export const TEXT_SIZE = 14;
export const LABEL_HEIGHT = 17;
/** In a chart below this width the labels at the lines' ends give way to the curves. */
export const NARROW = 520;

/** Maps a value of an axis to a pixel; y grows downwards. */
export function scales(chart: Chart, box: Box): { x(value: number): number; y(value: number): number } {
  const along = (axis: Axis, low: number, high: number) => (value: number) =>
    low + ((value - axis.from) / (axis.to - axis.from)) * (high - low);
  return { x: along(chart.x, box.left, box.right), y: along(chart.y, box.bottom, box.top) };
}

/** The longest arrow, and its head, in pixels. */
const ARROW = 22;
const HEAD = 4.5;

/** The strokes of an arrow: its shaft, and its head from barb to barb. A point where nothing moves has none. */
export function arrowStrokes({ from, to }: Arrow, scale: ReturnType<typeof scales>): [number, number][][] {
  const [x, y] = [scale.x(from.x), scale.y(from.y)];
  const [dx, dy] = [scale.x(to.x) - x, scale.y(to.y) - y];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (!(length > 1)) return [];
  const [ux, uy] = [dx / length, dy / length];
  const reach = Math.min(length, ARROW);
  const tip: [number, number] = [x + reach * ux, y + reach * uy];
  const barb = (side: number): [number, number] => [tip[0] - HEAD * (ux + side * uy), tip[1] - HEAD * (uy - side * ux)];
  return [[[x, y], tip], [barb(0.6), tip, barb(-0.6)]];
}

/** The last point of a line that can be seen. */
export function endOf(line: Chart["lines"][number], chart: Chart): { x: number; y: number } | undefined {
  for (let i = line.x.length - 1; i >= 0; --i) {
    const x = line.x[i]!;
    const y = line.y[i]!;
    if (x <= chart.x.to && y >= chart.y.from && y <= chart.y.to) return { x, y };
  }
  return undefined;
}

/** Moves labels apart vertically until none overlaps; they keep their order and stay in the box. */
export function spread(positions: number[], top: number, bottom: number, height = LABEL_HEIGHT): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]!);
  const placed = [...positions];
  let low = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, low);
    low = placed[i]! + height;
  }
  let high = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, high);
    high = placed[i]! - height;
  }
  return placed;
}
