// A gated unit along its gate: what to ask the core for, and what its answers are.

import type { Catalog, GateCurve, Request } from "../../core/api";
import { fieldOf, rangeOfB } from "./settings";

/** The function that gates: its row in the catalogue, and how formulas write it. */
export const GATES: Record<string, { activation: string; symbol: string }> = {
  glu: { activation: "sigmoid", symbol: "σ" },
  reglu: { activation: "relu", symbol: "ReLU" },
  geglu: { activation: "gelu", symbol: "GELU" },
  swiglu: { activation: "silu", symbol: "SiLU" },
};

export interface GateSetting {
  unit: string;
  a: number;
  b: number;
}

export interface GateSamples {
  setting: GateSetting;
  /** At b. */
  point: GateCurve;
  /** For the smallest and the largest a: the axes have room for both and stand still. */
  widest: GateCurve[];
  /** At the kinks of the gate. */
  kinks: GateCurve[];
  /** Between the kinks, one more than there are of them. */
  pieces: GateCurve[];
}

/** So near to a kink a piece ends. */
const NEAR = 1e-9;

const kinksOf = (unit: string, catalog: Catalog) =>
  catalog.activations.find(({ id }) => id === GATES[unit]!.activation)!.facts.kinks.map(({ x }) => x);

export function gateRequests({ unit, a, b }: GateSetting, catalog: Catalog): Request[] {
  const { from, to } = rangeOfB(catalog);
  const { min, max } = fieldOf(catalog.requests.sampleGate, "a");
  const kinks = kinksOf(unit, catalog);
  const ends = [from, ...kinks.flatMap((x) => [x - NEAR, x + NEAR]), to];
  const pieces = [...kinks, to].map((_, i) => ({ unit, a, from: ends[2 * i]!, to: ends[2 * i + 1]! }));
  const at = (x: number) => ({ unit, a, from: x, to: x + 1, count: 2 });
  return [at(b), { unit, a: min }, { unit, a: max }, ...kinks.map(at), ...pieces];
}

/** The answers to these requests, one each. */
export function gateSamples(setting: GateSetting, answers: GateCurve[]): GateSamples {
  const [point, low, high, ...rest] = answers as [GateCurve, GateCurve, GateCurve, ...GateCurve[]];
  const pieces = (rest.length + 1) / 2;
  return { setting, point, widest: [low, high], kinks: rest.slice(0, pieces - 1), pieces: rest.slice(pieces - 1) };
}
