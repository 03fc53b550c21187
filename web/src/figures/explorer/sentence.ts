import type { CurveKink, Text } from "../../core/api";
import { short, significant } from "../../text";
import { differ } from "../curve_lines";
import type { Explored } from "./chart";

/** The kink at x where f′ or f jumps: no derivative exists there, and f′ is a convention. */
function jumpAt({ curve, point }: Pick<Explored, "curve" | "point">): CurveKink | undefined {
  const kink = curve.kinks.find(({ x }) => x === point.x);
  return kink && (differ(kink.df_left, kink.df_right) || differ(kink.f_left, kink.f_right)) ? kink : undefined;
}

export const hasNoSlope = (explored: Pick<Explored, "curve" | "point">): boolean => jumpAt(explored) !== undefined;

function kinkSentence(name: string, x: string, kink: CurveKink): Text {
  const [left, by, right] = [kink.df_left, kink.df, kink.df_right].map((slope) => short(slope, 3));
  if (differ(kink.f_left, kink.f_right)) {
    return {
      en: `At x = ${x} ${name} jumps, so it has no derivative there; by convention the program uses ${by}.`,
      zh: `${name} 在 x = ${x} 处跳变，导数不存在；程序按约定取 ${by}。`,
    };
  }
  return {
    en: `At x = ${x} ${name} has a kink and no derivative: its slope is ${left} on the left and ${right} on the right. By convention the program uses ${by}.`,
    zh: `x = ${x} 是 ${name} 的折点，导数不存在：左侧斜率为 ${left}，右侧为 ${right}。程序按约定取 ${by}。`,
  };
}

/** What the slope at x does to a gradient that passes there, in one sentence. */
export function slopeSentence(explored: Pick<Explored, "row" | "curve" | "point">): Text {
  const { row, point } = explored;
  const name = row.name.en;
  const x = significant(point.x, 3);
  const kink = jumpAt(explored);
  if (kink) return kinkSentence(name, x, kink);
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
