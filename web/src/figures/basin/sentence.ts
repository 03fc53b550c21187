// What became of the signal.

import type { SelfNormalisation, Text } from "../../core/api";
import { exitOf } from "./charts";
import { number } from "./words";

export function basinSentence(run: SelfNormalisation): Text {
  const depth = run.mean.length - 1;
  const [mean, variance] = [number(run.mean[depth]!), number(run.variance[depth]!)];
  const exit = exitOf(run);
  const end = {
    en: `after ${depth} layers the mean is ${mean} and the variance ${variance}`,
    zh: `${depth} 层之后，均值为 ${mean}，方差为 ${variance}`,
  };
  const points = Array.from(run.fixed_mean, (m, i) => `(${number(m)}, ${number(run.fixed_variance[i]!)})`);
  const drawn =
    points.length > 0
      ? { en: `In theory it is drawn to ${points.join(" or ")}.`, zh: `理论上它被吸向 ${points.join(" 或 ")}。` }
      : { en: "In theory no point attracts it.", zh: "理论上没有吸引点。" };
  if (exit === undefined) {
    return { en: `${end.en[0]!.toUpperCase()}${end.en.slice(1)}. ${drawn.en}`, zh: `${end.zh}。${drawn.zh}` };
  }
  const out = exit === 0 ? { en: "The input lies outside the picture", zh: "输入落在图框之外" } : { en: `In layer ${exit} the signal leaves the picture`, zh: `第 ${exit} 层，信号离开图框` };
  return { en: `${out.en}; ${end.en}. ${drawn.en}`, zh: `${out.zh}；${end.zh}。${drawn.zh}` };
}
