// A colour means the same function everywhere, and a family of functions has one hue. Colours are
// told apart by hue and lightness, and each function has a dash of its own besides.

import type { Colour, Dash } from "./description";

export interface Style {
  colour: Colour;
  dash: Dash;
}

const SOLID: Dash = [];
const LONG: Dash = [10, 4];
const DASH: Dash = [6, 3];
const DOT: Dash = [2, 3];
const DASH_DOT: Dash = [9, 3, 2, 3];

const KNOWN: Record<string, Style> = {
  sigmoid: { colour: "--fn-sigmoid", dash: SOLID },
  tanh: { colour: "--fn-tanh", dash: LONG },
  relu: { colour: "--fn-relu", dash: SOLID },
  leaky_relu: { colour: "--fn-leaky-relu", dash: LONG },
  prelu: { colour: "--fn-prelu", dash: DASH_DOT },
  rrelu: { colour: "--fn-rrelu", dash: DOT },
  elu: { colour: "--fn-elu", dash: SOLID },
  selu: { colour: "--fn-selu", dash: DASH },
  gelu: { colour: "--fn-gelu", dash: SOLID },
  gelu_tanh: { colour: "--fn-gelu-tanh", dash: DASH },
};

/** For functions that have no colour of their own yet, in the order of the catalogue. */
const SPARE: Style[] = [
  { colour: "--spare-1", dash: SOLID },
  { colour: "--spare-2", dash: LONG },
  { colour: "--spare-3", dash: DASH_DOT },
  { colour: "--spare-4", dash: DASH },
];

/** The style of each function of the catalogue. */
export function palette(ids: string[]): Map<string, Style> {
  let spare = 0;
  return new Map(ids.map((id) => [id, KNOWN[id] ?? SPARE[spare++ % SPARE.length]!]));
}
