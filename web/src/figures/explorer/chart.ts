import type { Chart, Line } from "../../charts/description";
import type { Style } from "../../charts/palette";
import { roundRange } from "../../charts/range";
import type { Curve, DerivativeComparison, Parameters, Point, Row } from "../../core/api";
import { same } from "../../text";
import { curveLine, jumpDots, type Shown } from "../curve_lines";
import { hasNoSlope } from "./sentence";

export interface Explored {
  row: Row;
  parameters: Parameters;
  style: Style;
  curve: Curve;
  point: Point;
  /** Only while it is shown. */
  comparison: DerivativeComparison | undefined;
}

/** The figure opens where GELU's slope is above that of ReLU. */
export const OPENING = { functions: ["gelu", "relu"], x: 1.4 };

/** Half the length of a tangent along x. */
const REACH = 1.75;

function tangent({ point, style }: Explored): Line {
  const x = [point.x - REACH, point.x + REACH];
  const y = x.map((end) => point.f + point.df * (end - point.x));
  return { x, y, colour: style.colour, width: 1 };
}

/** f or f′ of the chosen functions with x marked; in the panel of f the tangents besides. */
export function explorerChart(explored: Explored[], shown: Shown, equalUnits = false): Chart {
  const { x } = explored[0]!.point;
  const xs = explored[0]!.curve.x;
  const values = explored.flatMap(({ curve }) => [...curve[shown]]);
  return {
    x: { label: same("x"), kind: "linear", from: xs[0]!, to: xs[xs.length - 1]!, grid: 1 },
    y: { label: same(shown === "f" ? "f(x)" : "f′(x)"), kind: "linear", ...roundRange([...values, 0], 1), grid: 1 },
    lines: [
      ...explored.map(({ curve, row, style }) => ({ ...curveLine(curve, shown, style), label: same(row.name.en) })),
      ...(shown === "f" ? explored.filter((one) => !hasNoSlope(one)).map(tangent) : []),
    ],
    dots: [
      ...explored.flatMap(({ curve, style }) => jumpDots(curve, shown, style)),
      ...explored.map(({ point, style }) => ({ x, y: shown === "f" ? point.f : point.df, colour: style.colour })),
    ],
    rules: [{ x }],
    equalUnits,
  };
}
