// The curves of the prose: one or more functions, or their slopes, drawn when the page is built.

import type { Chart, Dash } from "../charts/description";
import { palette, type Style } from "../charts/palette";
import { roundRange } from "../charts/range";
import type { Catalog, Curve, Request, Row, Text } from "../core/api";
import { same, short } from "../text";
import { curveLine, jumpDots, type Shown } from "./curve_lines";

export type Attributes = Record<string, string>;
/** Samples a curve, or throws the core's refusal. */
export type Sample = (request: Request) => Curve;

const ATTRIBUTES = ["activation", "derivative", "from", "to", "wrong"];

/** Over so short a range of x the y axis shows the curves alone, however small they are. */
const CLOSE_UP = 1;

export interface Drawn {
  id: string;
  name: Text;
  style: Style;
  curve: Curve;
}

/** The second, third … curve of one function is told from the first by its dash. */
const VARIANTS: Dash[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

interface Wanted {
  row: Row;
  parameters: Record<string, number>;
  name: Text;
  variant: number;
}

/** `activation=gelu,elu alpha=0.2,1`: a parameter holds for each function that has it, one curve for each value. */
function wanted(attributes: Attributes, catalog: Catalog): Wanted[] {
  return (attributes["activation"] ?? "").split(",").flatMap((id) => {
    const row = catalog.activations.find((candidate) => candidate.id === id);
    if (!row) throw new Error(`unknown function "${id}"`);
    const given = row.parameters.flatMap((p) => {
      const values = attributes[p.name];
      return values === undefined ? [] : [{ p, values: values.split(",").map(Number) }];
    });
    const count = Math.max(1, ...given.map(({ values }) => values.length));
    return Array.from({ length: count }, (_, variant) => {
      const set = given.map(({ p, values }) => ({ p, value: values[Math.min(variant, values.length - 1)]! }));
      const parameters = Object.fromEntries(set.map(({ p, value }) => [p.name, value]));
      const name = same([row.name.en, ...set.map(({ p, value }) => `${p.symbol} = ${short(value, 4)}`)].join(", "));
      return { row, parameters, name, variant };
    });
  });
}

export function readCurves(attributes: Attributes, catalog: Catalog, sample: Sample): Drawn[] {
  const known = catalog.activations.flatMap((row) => row.parameters.map((p) => p.name));
  const unknown = Object.keys(attributes).find((name) => ![...ATTRIBUTES, ...known].includes(name));
  if (unknown) throw new Error(`a curve has no attribute "${unknown}"`);
  const styles = palette(catalog.activations.map((row) => row.id));
  const range = { from: Number(attributes["from"]), to: Number(attributes["to"]) };
  return wanted(attributes, catalog).map(({ row, parameters, name, variant }) => {
    const style = styles.get(row.id)!;
    return {
      id: row.id,
      name,
      style: variant ? { ...style, dash: VARIANTS[variant % VARIANTS.length]! } : style,
      curve: sample({ activation: row.id, parameters, ...range }),
    };
  });
}

export const shownOf = (attributes: Attributes): Shown => (attributes["derivative"] === "true" ? "df" : "f");

export function curveChart(drawn: Drawn[], shown: Shown): Chart {
  const xs = drawn[0]!.curve.x;
  const closeUp = xs[xs.length - 1]! - xs[0]! <= CLOSE_UP;
  const lines = drawn.map(({ curve, style, name }) => {
    const line = curveLine(curve, shown, style);
    return drawn.length > 1 ? { ...line, label: name } : { ...line, dash: [] };
  });
  return {
    x: { label: same("x"), kind: "linear", from: xs[0]!, to: xs[xs.length - 1]! },
    y: {
      label: same(shown === "f" ? "f(x)" : "f′(x)"),
      kind: "linear",
      ...roundRange([...(closeUp ? [] : [0]), ...lines.flatMap((line) => Array.from(line.y))], closeUp ? 0.001 : 0.4),
    },
    lines,
    dots: drawn.flatMap(({ curve, style }) => jumpDots(curve, shown, style)),
    rules: [],
  };
}
