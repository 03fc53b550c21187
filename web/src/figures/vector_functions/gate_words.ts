import type { Text } from "../../core/api";
import { significant } from "../../text";
import type { GateSamples } from "./gate_samples";

/** A slope that is smaller lets hardly any gradient pass. */
const FLAT = 0.01;

/** Kept on one line. */
const equation = (left: string, right: number) => `${left}\u00a0=\u00a0${significant(right, 3)}`;

/** What reaches the value and what reaches the gate, in one sentence. */
export function gateSentence({ setting, point, kinks, pieces }: GateSamples): Text {
  const here = equation("b", setting.b);
  const throughA = equation("∂f/∂a", point.df_da[0]!);
  const throughB = equation("∂f/∂b", point.df_db[0]!);
  const kink = kinks.findIndex(({ b }) => b[0] === setting.b);
  if (setting.a === 0) {
    return {
      en: "With a = 0 there is nothing to gate: ∂f/∂b is 0 for every b, and the gate learns nothing.",
      zh: "a = 0 时没有东西可放行：无论 b 是多少，∂f/∂b 都是 0，门什么也学不到。",
    };
  }
  if (kink >= 0) {
    const beyond = significant(pieces[kink + 1]!.df_db[0]!, 3);
    return {
      en: `At ${here} the gate has a kink. There ${throughB} by convention; just to the right it is ${beyond}.`,
      zh: `门在 ${here} 处有个折点：此处按约定 ${throughB}，紧挨着的右边却是 ${beyond}。`,
    };
  }
  if (Math.abs(point.df_db[0]!) < FLAT) {
    return {
      en: `At ${here}, ${throughB}: hardly any gradient reaches the gate. ${throughA} is the gate itself.`,
      zh: `在 ${here} 处，${throughB}，几乎没有梯度能传到门；${throughA}，就是门本身。`,
    };
  }
  return {
    en: `At ${here}, ${throughA} is the gate itself, whatever a is. ${throughB} has a as a factor: double a, and it doubles.`,
    zh: `在 ${here} 处，${throughA}，就是门本身，与 a 无关；${throughB}，带着因子 a：a 翻倍，它也翻倍。`,
  };
}
