// What is seen of the gradient, in words; the numbers are the core's.

import type { GradientBand, GradientFlow, GradientTheory, Row, Text } from "../../core/api";
import { decades, significant } from "../../text";
import { norms, SYMBOL, type Quantity } from "./gradient_chart";

/** Within so many decades from end to end a gradient counts as level. */
const LEVEL = 1;

/** What is seen in the lab, in one sentence. */
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

/** Why a level ∂L/∂W may hide a δ that fades or grows; nothing where it does not. */
export function trapSentence(flow: GradientFlow, quantity: Quantity): Text | undefined {
  const last = flow.log10_delta.length - 1;
  const change = (values: Float64Array) => values[0]! - values[last]!;
  const [delta, weights] = [change(flow.log10_delta), change(flow.log10_weight_gradient)];
  if (!(Math.abs(delta) > 2 * LEVEL && Math.abs(weights) < LEVEL)) return undefined;
  const by = significant(Math.abs(delta), 3);
  if (quantity === "delta") {
    return {
      en: "Now look at ∂L/∂W, from which the weights learn: it is level, and nothing has been cured.",
      zh: "再看看 ∂L/∂W，权重正是靠它学习：它是平的，可什么也没治好。",
    };
  }
  return {
    en: `Level is not healthy: ∂L/∂W is δ times the layer’s input, and while δ changes by ${by} powers of ten on its way back, the signal changes by as much on its way forwards.`,
    zh: `持平不等于健康：∂L/∂W 是 δ 与该层输入之积，δ 往回走变了 ${by} 个数量级，信号往前走也变了这么多，恰好相互抵消。`,
  };
}

/** Seeds against theory, and why they differ where they do. */
export function comparison(band: GradientBand | undefined, theory: GradientTheory, width: number): Text[] {
  if (!band || band.seeds < 2 || !Number.isFinite(band.mean_slope)) return [];
  const measured = decades(band.mean_slope);
  const error = decades(band.slope_standard_error);
  if (!Number.isFinite(theory.slope_delta)) {
    return [
      {
        en: `Over ${band.seeds} seeds ‖δ‖ gains ${measured} ± ${error} decades per layer.`,
        zh: `${band.seeds} 个种子平均，‖δ‖ 每层变化 ${measured} ± ${error} 个数量级。`,
      },
    ];
  }
  const predicted = decades(theory.slope_delta);
  const both = {
    en: `Decades per layer on the way back: ${measured} ± ${error} over ${band.seeds} seeds, ${predicted} in theory.`,
    zh: `往回走每层的数量级变化：${band.seeds} 个种子平均 ${measured} ± ${error}，理论值 ${predicted}。`,
  };
  const difference = band.mean_slope - theory.slope_delta;
  return Math.abs(difference) > 2 * band.slope_standard_error ? [both, why(difference, width)] : [both];
}

function why(difference: number, width: number): Text {
  if (difference < 0) {
    return {
      en: `The networks lie below the theory because they are only ${width} wide. The theory, for infinite width, predicts the mean of ‖δ‖², which a few lucky seeds pull up; the typical seed loses a little more in each layer, and the narrower the layer, the more.`,
      zh: `网络的结果低于理论，因为它只有 ${width} 个单元宽。理论针对无限宽的网络，预测的是 ‖δ‖² 的均值，少数幸运的种子会把它拉高；典型的种子每层都会多丢一点，层越窄丢得越多。`,
    };
  }
  return {
    en: `The networks leave the theory’s path because they are only ${width} wide: with so few units chance decides how strong the signal is, and with it the slopes.`,
    zh: `网络偏离了理论的轨迹，因为它只有 ${width} 个单元宽：单元这么少，信号的强弱要看运气，斜率也跟着变。`,
  };
}
