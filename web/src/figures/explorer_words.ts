import type { Point, Row, Text } from "../core/api";
import { significant } from "../text";

/** What the slope at x does to a gradient that passes there, in one sentence. */
export function slopeSentence(row: Row, point: Point): Text {
  const name = row.name.en;
  const x = significant(point.x, 3);
  const slope = significant(point.df, 3);
  const factor = significant(Math.abs(point.df), 3);
  if (point.df === 0) {
    return {
      en: `At x = ${x} ${name} is flat: its slope is exactly 0, and no gradient passes.`,
      zh: `在 x = ${x} 处 ${name} 是平的：斜率恰为 0，梯度过不去。`,
    };
  }
  if (point.df < 0) {
    return {
      en: `At x = ${x} ${name} falls: its slope is ${slope}, so a gradient passing here changes its sign.`,
      zh: `在 x = ${x} 处 ${name} 在下降：斜率为 ${slope}，经过这里的梯度会变号。`,
    };
  }
  if (point.df > 1) {
    return {
      en: `At x = ${x} ${name} amplifies: its slope is ${slope}, above 1, so a gradient passing here grows.`,
      zh: `在 x = ${x} 处 ${name} 有放大作用：斜率为 ${slope}，大于 1，经过这里的梯度会变大。`,
    };
  }
  if (point.df === 1) {
    return {
      en: `At x = ${x} ${name} has slope 1: a gradient passes unchanged.`,
      zh: `在 x = ${x} 处 ${name} 的斜率为 1：梯度原样通过。`,
    };
  }
  return {
    en: `At x = ${x} ${name} multiplies a gradient by its slope, ${factor}.`,
    zh: `在 x = ${x} 处，梯度经过 ${name} 要乘上它的斜率 ${factor}。`,
  };
}
