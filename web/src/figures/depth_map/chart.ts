// The map: a cell a network, the deeper the colour the more it has learned, and theory's lines on top.

import type { Cell, Chart, Path, Point } from "../../charts/description";
import { same, short } from "../../text";
import { positionOf } from "../gradient_lab/phase_chart";
import { chanceLoss } from "../training/curves";
import type { DepthMap } from "./map";
import { blocksOf, type Place, type Results, type Trained } from "./places";
import { words } from "./words";

/** The loss of guessing one of two classes. */
export const CHANCE = chanceLoss("moons")!;
/** A loss above this share of it has learnt next to nothing. */
const STUCK = 0.9;
const COLUMNS_PER_TICK = 4;
/** The decades that theory's strip lets the gradient lose or gain. */
export const REACH = 3;

/** What a cell looks like. */
function look({ loss, diverged }: Trained): Pick<Cell, "colour" | "strength" | "hatched" | "crossed"> {
  if (diverged) return { colour: "--explodes", strength: 0.45, crossed: true };
  const share = Math.max(0, 1 - loss / CHANCE);
  return { colour: "--true", strength: 0.85 * share, hatched: loss > STUCK * CHANCE };
}

function cells(map: DepthMap, results: Results): Cell[] {
  const [right, top] = [map.sigma_w.length - 0.5, map.depth.length - 0.5];
  return blocksOf(map, results).map(({ row, column, size, trained }) => ({
    from: { x: column - 0.5, y: row - 0.5 },
    to: { x: Math.min(right, column - 0.5 + size), y: Math.min(top, row - 0.5 + size) },
    ...look(trained),
  }));
}

/** Where theory's gradient has changed by so many decades, row by row from where it first does. */
function contour({ depth, decades }: DepthMap, level: number): Path[] {
  const points = Array.from(depth, (_, y): Point[] => {
    const row = decades.map((column) => column[y]!);
    const next = row.findIndex((value, x) => x > 0 && row[x - 1]! < level && value >= level);
    return next < 0 ? [] : [{ x: next - (row[next]! - level) / (row[next]! - row[next - 1]!), y }];
  }).flat();
  return points.length > 1 ? [{ points, colour: "--ink", dash: [6, 4] }] : [];
}

function critical({ critical_sigma_w: sigma, sigma_w, depth }: DepthMap): Path[] {
  if (!(sigma >= sigma_w[0]! && sigma <= sigma_w[sigma_w.length - 1]!)) return [];
  const x = positionOf(sigma, sigma_w);
  return [{ points: [{ x, y: -0.5 }, { x, y: depth.length - 0.5 }], colour: "--ink", label: same("χ = 1") }];
}

export function depthMapChart(map: DepthMap, results: Results, at?: Place): Chart {
  const { depth, sigma_w } = map;
  const columns = Array.from(sigma_w, (sigma, i) => ({ at: i, label: short(sigma, 2) }));
  return {
    x: { label: words.weights, kind: "linear", from: -0.5, to: sigma_w.length - 0.5, ticks: columns.filter((_, i) => i % COLUMNS_PER_TICK === 0) },
    y: { label: words.depth, kind: "linear", from: -0.5, to: depth.length - 0.5, ticks: Array.from(depth, (layers, i) => ({ at: i, label: String(layers) })).filter((_, i) => i % 2 === 1) },
    lines: [],
    cells: cells(map, results),
    dots: [],
    rules: [],
    paths: [...contour(map, -REACH), ...contour(map, REACH), ...critical(map)],
    ...(at && { handle: { x: at.column, y: at.row } }),
  };
}
