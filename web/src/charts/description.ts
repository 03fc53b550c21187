// What a figure wants drawn, in the units of the data. `chartjs.ts` draws it on the page, `svg.ts`
// at build time; neither knows where the numbers come from.

import type { Text } from "../core/api";

export interface Axis {
  label: Text;
  from: number;
  to: number;
  /** `log10`: the numbers are decimal logarithms, and the tick at k is written 10ᵏ. */
  kind: "linear" | "log10" | "integer";
}

/** A colour is a CSS custom property, so that it follows the theme: `--fn-relu`, `--ink`. */
export type Colour = `--${string}`;

export type Dash = readonly number[];

/** Points in ascending x; a point with y = NaN breaks the line. */
export interface Line {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  colour: Colour;
  dash?: Dash;
  /** In pixels; 2 if not given. */
  width?: number;
  /** Written at the right end of the line. */
  label?: Text;
  /** A small disc at each point. */
  markers?: boolean;
}

/** A point of a function: filled where the value is taken, open where it is only a limit. */
export interface Dot {
  x: number;
  y: number;
  colour: Colour;
  open?: boolean;
}

/** A thin line across the whole plot at x or y. */
export type Rule = { x: number } | { y: number; label?: Text };

export interface Chart {
  x: Axis;
  y: Axis;
  lines: Line[];
  dots: Dot[];
  rules: Rule[];
}
