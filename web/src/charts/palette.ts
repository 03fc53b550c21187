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
  silu: { colour: "--fn-silu", dash: LONG },
  swish: { colour: "--fn-silu", dash: DOT },
  mish: { colour: "--fn-mish", dash: DASH_DOT },
};

/** For functions without a colour of their own; each pair of colour and dash is used once. */
const SPARE_COLOURS: Colour[] = ["--spare-1", "--spare-2", "--spare-3", "--spare-4", "--spare-5"];
const SPARE_DASHES = [SOLID, LONG, DASH_DOT, DASH, DOT];

function spareStyle(n: number): Style {
  const round = Math.floor(n / SPARE_COLOURS.length);
  const dash = SPARE_DASHES[(n + round) % SPARE_DASHES.length]!;
  return { colour: SPARE_COLOURS[n % SPARE_COLOURS.length]!, dash };
}

/** Whether a function has a colour of its own: the functions that the article is about. */
export const isKnown = (id: string): boolean => id in KNOWN;

/** The style of each function of the catalogue. */
export function palette(ids: string[]): Map<string, Style> {
  let spare = 0;
  return new Map(ids.map((id) => [id, KNOWN[id] ?? spareStyle(spare++)]));
}
