import type { Text } from "../core/api";
import { same, short } from "../text";
import type { Drawn } from "./curve_chart";
import { jumpDots, type Shown } from "./curve_lines";

/** Beside a kink the curve is sampled a hair off it; such a value is told as 0. */
const TINY = 1e-300;

const symbol = (shown: Shown) => (shown === "f" ? "f" : "f′");

/** Under a curve: whether it is the value or the slope, and what open and filled dots mean. */
export function curveCaption(drawn: Drawn[], shown: Shown): Text {
  const jumps = drawn.some(({ curve, style }) => jumpDots(curve, shown, style).length > 0);
  return {
    en: (shown === "f" ? "value" : "derivative") + (jumps ? "; filled dot: what is taken there" : ""),
    zh: (shown === "f" ? "函数值" : "导数") + (jumps ? "；实心点是该处取的值" : ""),
  };
}

/** Under a curve that the source post draws by mistake. */
export function wrongCaption(drawn: Drawn[]): Text {
  const names = (language: keyof Text, join: string) => drawn.map(({ name }) => name[language]).join(join);
  return {
    en: `Dashed: as the source post draws it, in truth ${names("en", ", ")}.`,
    zh: `虚线：原博文画的图，实际上是 ${names("zh", "、")}。`,
  };
}

/** The curve in a few numbers, for those who do not see it. */
export function sampledValues(drawn: Drawn[], shown: Shown): Text {
  const lists = drawn.map(({ name, curve }) => {
    const [from, to] = [curve.x[0]!, curve.x[curve.x.length - 1]!];
    const values = [0, 0.25, 0.5, 0.75, 1].map((part) => {
      const x = from + part * (to - from);
      const value = curve[shown][nearest(curve.x, x)]!;
      return `${symbol(shown)}(${short(x, 3)}) = ${short(Math.abs(value) < TINY ? 0 : value, 3)}`;
    });
    return `${name.en}: ${values.join(", ")}.`;
  });
  return same(lists.join(" "));
}

/** The index of the sample nearest to x. */
function nearest(samples: ArrayLike<number>, x: number): number {
  const distances = Array.from(samples, (sample) => Math.abs(sample - x));
  return distances.indexOf(Math.min(...distances));
}
