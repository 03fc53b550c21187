import type { GradientFlow, Row, Text } from "../core/api";
import { significant } from "../text";
import { norms, SYMBOL, type Quantity } from "./gradient_lab_chart";

/** Within so many decades from end to end a gradient counts as level. */
const LEVEL = 1;

/** What is seen in the lab, in one sentence; its numbers are the core's. */
export function flowSentence(flow: GradientFlow, row: Row, quantity: Quantity): Text {
  const values = norms(flow, quantity);
  const depth = values.length;
  const name = row.name.en;
  const symbol = SYMBOL[quantity];
  const first = values[0]!;
  const last = values[depth - 1]!;
  if (depth === 1) {
    return { en: "One layer alone: there is nothing to pass through.", zh: "只有一层：没有什么可穿过的。" };
  }
  if (first === -Infinity) {
    return {
      en: `Through ${depth} layers of ${name} nothing arrives: in layer 1 ${symbol} is exactly 0.`,
      zh: `穿过 ${depth} 层 ${name}，什么也没传到：第 1 层的 ${symbol} 恰为 0。`,
    };
  }
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    return {
      en: `With ${depth} layers of ${name} the numbers overflow: some of them are no longer finite.`,
      zh: `${depth} 层 ${name} 算到溢出：有些数已不再有限。`,
    };
  }
  const decades = first - last;
  const slope = quantity === "delta" ? flow.slope_delta : flow.slope_weight_gradient;
  const total = significant(Math.abs(decades), 3);
  const each = significant(Math.abs(slope), 2);
  if (decades < -LEVEL) {
    return {
      en: `On its way back through ${depth} layers of ${name}, ${symbol} shrinks by ${total} powers of ten, ${each} per layer: it vanishes.`,
      zh: `往回穿过 ${depth} 层 ${name}，${symbol} 缩小了 ${total} 个数量级，平均每层 ${each} 个：梯度消失。`,
    };
  }
  if (decades > LEVEL) {
    return {
      en: `On its way back through ${depth} layers of ${name}, ${symbol} grows by ${total} powers of ten, ${each} per layer: it explodes.`,
      zh: `往回穿过 ${depth} 层 ${name}，${symbol} 放大了 ${total} 个数量级，平均每层 ${each} 个：梯度爆炸。`,
    };
  }
  return {
    en: `On its way back through ${depth} layers of ${name}, ${symbol} changes by only ${total} powers of ten: it stays level.`,
    zh: `往回穿过 ${depth} 层 ${name}，${symbol} 只变了 ${total} 个数量级：基本持平。`,
  };
}
