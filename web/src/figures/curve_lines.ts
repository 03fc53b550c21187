// A sampled function as a line and dots: broken where it jumps, never joined by a vertical stroke.

import type { Style } from "../charts/palette";
import type { Dot, Line } from "../charts/description";
import type { Curve, CurveKink } from "../core/api";

export type Shown = "f" | "df";

/** Two sides of a kink that differ by less are drawn as one point. */
const VISIBLE_JUMP = 1e-6;

function sides(kink: CurveKink, shown: Shown): { left: number; at: number; right: number } {
  return shown === "f"
    ? { left: kink.f_left, at: kink.f, right: kink.f_right }
    : { left: kink.df_left, at: kink.df, right: kink.df_right };
}

export const differ = (a: number, b: number) => Math.abs(a - b) > VISIBLE_JUMP;

export function curveLine(curve: Curve, shown: Shown, style: Style): Line {
  const x = [...curve.x];
  const y = [...curve[shown]];
  for (const kink of [...curve.kinks].reverse()) {
    const { left, right } = sides(kink, shown);
    if (differ(left, right)) {
      x.splice(kink.index + 1, 0, kink.x);
      y.splice(kink.index + 1, 0, NaN);
    }
  }
  return { x, y, colour: style.colour, dash: style.dash };
}

/** Open dots at the limits of a jump, a filled one at the value that holds by convention. */
export function jumpDots(curve: Curve, shown: Shown, style: Style): Dot[] {
  return curve.kinks.flatMap((kink) => {
    const { left, at, right } = sides(kink, shown);
    if (!differ(left, right)) return [];
    const limits = [left, right].filter((limit) => differ(limit, at));
    const dots: Dot[] = limits.map((y) => ({ x: kink.x, y, colour: style.colour, open: true }));
    return [...dots, { x: kink.x, y: at, colour: style.colour }];
  });
}
