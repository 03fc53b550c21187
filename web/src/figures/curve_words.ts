import type { Text } from "../core/api";
import { significant } from "../text";
import type { Drawn } from "./curve_chart";
import { jumpDots, type Shown } from "./curve_lines";

const symbol = (shown: Shown) => (shown === "f" ? "f" : "f′");

/** Under a curve: whose it is, for which parameter, and what open and filled dots mean. */
export function curveCaption(drawn: Drawn[], shown: Shown, wrong: boolean): Text {
  const names = (language: keyof Text, join: string) => drawn.map(({ name }) => name[language]).join(join);
  if (wrong) {
    return {
      en: `Dashed: as the source post draws it, in truth ${names("en", ", ")}.`,
      zh: `虚线：原博文画的图，实际上是 ${names("zh", "、")}。`,
    };
  }
  const jumps = drawn.some(({ curve, style }) => jumpDots(curve, shown, style).length > 0);
  return {
    en: `${names("en", ", ")}: ${shown === "f" ? "value" : "derivative"}${jumps ? "; filled dot: the value taken there" : ""}`,
    zh: `${names("zh", "、")}：${shown === "f" ? "函数值" : "导数"}${jumps ? "；实心点是该处取的值" : ""}`,
  };
}

/** The curve in a few numbers, for those who do not see it. */
export function sampledValues(drawn: Drawn[], shown: Shown): Text {
  const lists = drawn.map(({ name, curve }) => {
    const last = curve.x.length - 1;
    const at = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * last));
    const values = at.map((i) => `${symbol(shown)}(${significant(curve.x[i]!, 2)}) = ${significant(curve[shown][i]!, 3)}`);
    return { name, values: values.join(", ") };
  });
  return {
    en: lists.map(({ name, values }) => `${name.en}: ${values}.`).join(" "),
    zh: lists.map(({ name, values }) => `${name.zh}：${values}。`).join(" "),
  };
}
