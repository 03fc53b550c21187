// The curves of the prose: one or more functions, or their slopes, drawn when the page is built.

import type { Chart } from "../charts/description";
import { palette, type Style } from "../charts/palette";
import { roundRange } from "../charts/range";
import type { Catalog, Curve, Request, Text } from "../core/api";
import { same, significant } from "../text";
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

/** `activation=gelu,elu alpha=0.2` as requests; a parameter holds for each function that has it. */
function requests(attributes: Attributes, catalog: Catalog): { id: string; request: Request; name: Text }[] {
  const range = { from: Number(attributes["from"]), to: Number(attributes["to"]) };
  return (attributes["activation"] ?? "").split(",").map((id) => {
    const row = catalog.activations.find((candidate) => candidate.id === id);
    if (!row) throw new Error(`unknown function "${id}"`);
    const given = row.parameters.filter((p) => attributes[p.name] !== undefined);
    const parameters = Object.fromEntries(given.map((p) => [p.name, Number(attributes[p.name])]));
    const settings = given.map((p) => `${p.symbol} = ${significant(parameters[p.name]!, 4).replace(/\.?0+$/, "")}`);
    return { id, name: same([row.name.en, ...settings].join(", ")), request: { activation: id, parameters, ...range } };
  });
}

export function readCurves(attributes: Attributes, catalog: Catalog, sample: Sample): Drawn[] {
  const parameters = catalog.activations.flatMap((row) => row.parameters.map((p) => p.name));
  const unknown = Object.keys(attributes).find((name) => ![...ATTRIBUTES, ...parameters].includes(name));
  if (unknown) throw new Error(`a curve has no attribute "${unknown}"`);
  const styles = palette(catalog.activations.map((row) => row.id));
  return requests(attributes, catalog).map(({ id, name, request }) => ({
    id,
    name,
    style: styles.get(id)!,
    curve: sample(request),
  }));
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
