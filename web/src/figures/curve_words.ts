import type { Text } from "../core/api";
import { significant } from "../text";
import type { Drawn } from "./curve_chart";
import { jumpDots, type Shown } from "./curve_lines";

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
    const at = [0, 0.25, 0.5, 0.75, 1].map((part) => nearest(curve.x, from + part * (to - from)));
    const values = at.map((i) => `${symbol(shown)}(${significant(curve.x[i]!, 2)}) = ${significant(curve[shown][i]!, 3)}`);
    return { name, values: values.join(", ") };
  });
  return {
    en: lists.map(({ name, values }) => `${name.en}: ${values}.`).join(" "),
    zh: lists.map(({ name, values }) => `${name.zh}：${values}。`).join(" "),
  };
}

/** The index of the sample nearest to x. */
function nearest(samples: ArrayLike<number>, x: number): number {
  const distances = Array.from(samples, (sample) => Math.abs(sample - x));
  return distances.indexOf(Math.min(...distances));
}
