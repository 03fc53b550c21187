// What a figure wants drawn, in the units of the data. `chartjs.ts` draws it on the page, `svg.ts`
// at build time and for files; neither knows where the numbers come from.

import type { Text } from "../core/api";

export interface Axis {
  label: Text;
  from: number;
  to: number;
  /** `log10`: the numbers are decimal logarithms, and the tick at k is written 10ᵏ. */
  kind: "linear" | "log10" | "integer";
  /** A faint line across the plot at each multiple of this. */
  grid?: number;
  /** The ticks, where the axis counts columns or rows whose values are not evenly spaced. */
  ticks?: { at: number; label: string }[];
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

/** A thin line across the whole plot at x or y; one with a name, written at one end, is dotted. */
export type Rule = { x: number } | { y: number; label?: Text; end?: "left" | "right" };

/** What lies between two values at each x, filled faintly. */
export interface Band {
  x: ArrayLike<number>;
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  colour: Colour;
}

/** A filled rectangle: a column of a bar chart, a cell of a heat map. */
export interface Cell {
  from: Point;
  to: Point;
  colour: Colour;
  /** From 0, invisible, to 1. */
  strength: number;
  /** A stroke across it, so that it is told apart without colour. */
  hatched?: boolean;
  /** Two strokes. */
  crossed?: boolean;
}

/** A line in any direction, cut at the plot's edge. */
export interface Path {
  points: Point[];
  colour: Colour;
  dash?: Dash;
  label?: Text;
  /** A small disc at each point. */
  markers?: boolean;
}

/** From a point towards another, no farther than its neighbours leave it room. */
export interface Arrow {
  from: Point;
  to: Point;
}

/** Words at a place of the plot. */
export interface Note {
  at: Point;
  text: Text;
}

export interface Point {
  x: number;
  y: number;
}

export interface Chart {
  x: Axis;
  y: Axis;
  lines: Line[];
  dots: Dot[];
  rules: Rule[];
  /** Under the lines. */
  bands?: Band[];
  cells?: Cell[];
  arrows?: Arrow[];
  /** Over the lines. */
  paths?: Path[];
  notes?: Note[];
  /** The labels stand in a key beside the chart, not at the lines' ends. */
  keyed?: boolean;
  /** A unit of y is as long as a unit of x; the chart takes the height that this needs. */
  equalUnits?: boolean;
  /** A large disc that can be dragged. */
  handle?: Point;
}
