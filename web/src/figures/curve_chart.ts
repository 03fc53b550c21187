// The curves of the prose: one or more functions, or their slopes, drawn when the page is built.

import type { Chart, Dash } from "../charts/description";
import { palette, type Style } from "../charts/palette";
import { extent, roundRange } from "../charts/range";
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

/** The dashes of lines that have none of their own, or one that is taken. */
const DASHES: Dash[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2]];

interface Wanted {
  row: Row;
  parameters: Record<string, number>;
  name: Text;
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
      const settings = set.map(({ p, value }) => `${p.symbol} = ${short(value, 4)}`).join(", ");
      const name = same(settings ? `${row.name.en} (${settings})` : row.name.en);
      return { row, parameters, name };
    });
  });
}

export function readCurves(attributes: Attributes, catalog: Catalog, sample: Sample): Drawn[] {
  const known = catalog.activations.flatMap((row) => row.parameters.map((p) => p.name));
  const unknown = Object.keys(attributes).find((name) => ![...ATTRIBUTES, ...known].includes(name));
  if (unknown) throw new Error(`a curve has no attribute "${unknown}"`);
  const styles = palette(catalog.activations.map((row) => row.id));
  const range = { from: Number(attributes["from"]), to: Number(attributes["to"]) };
  return toldApart(
    wanted(attributes, catalog).map(({ row, parameters, name }) => ({
      id: row.id,
      name,
      style: styles.get(row.id)!,
      curve: sample({ activation: row.id, parameters, ...range }),
    })),
  );
}

/** Each line with a dash of its own, so that colour is not the only sign; a line alone is solid. */
function toldApart(drawn: Drawn[]): Drawn[] {
  const taken = new Set<string>();
  const own = new Set(drawn.map(({ id }) => id)).size > 1;
  return drawn.map((one) => {
    const dash = [...(own ? [one.style.dash] : []), ...DASHES].find((candidate) => !taken.has(String(candidate)))!;
    taken.add(String(dash));
    return { ...one, style: { ...one.style, dash } };
  });
}

export const shownOf = (attributes: Attributes): Shown => (attributes["derivative"] === "true" ? "df" : "f");

/** @param named whether each line has its name at its end */
export function curveChart(drawn: Drawn[], shown: Shown, named = false): Chart {
  const xs = drawn[0]!.curve.x;
  const closeUp = xs[xs.length - 1]! - xs[0]! <= CLOSE_UP;
  const lines = drawn.map(({ curve, style, name }) => {
    const line = curveLine(curve, shown, style);
    return named ? { ...line, label: name } : line;
  });
  return {
    x: { label: same("x"), kind: "linear", from: xs[0]!, to: xs[xs.length - 1]! },
    y: {
      label: same(shown === "f" ? "f(x)" : "f′(x)"),
      kind: "linear",
      ...roundRange([...(closeUp ? [] : [0]), ...lines.flatMap(({ y }) => extent(y))], closeUp ? 0.001 : 0.4),
    },
    lines,
    dots: drawn.flatMap(({ curve, style }) => jumpDots(curve, shown, style)),
    rules: [],
  };
}
