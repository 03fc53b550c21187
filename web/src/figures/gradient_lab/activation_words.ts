// What is seen of the signal, in one sentence; the numbers are the core's.

import type { Text } from "../../core/api";
import { significant } from "../../text";
import type { Run } from "./bench";

/** The spread of the outputs has so to speak gone when it falls, or grows, by this factor. */
const COLLAPSED = 0.01;
const MOSTLY = 0.5;

export function activationSentence({ row, flow }: Run): Text {
  const depth = flow.mean.length;
  const [first, last] = [flow.deviation[0]!, flow.deviation[depth - 1]!];
  const name = row.name.en;
  const from = significant(first, 2);
  const to = significant(last, 2);
  const saturated = flow.saturated_share[depth - 1]!;
  const zeros = flow.zero_share[depth - 1]!;
  if (flow.overflow_layer > 0) {
    return {
      en: `The outputs grow until layer ${flow.overflow_layer} leaves the range of float32.`,
      zh: `输出越来越大，到第 ${flow.overflow_layer} 层超出了 float32 的范围。`,
    };
  }
  if (last < first * COLLAPSED) {
    return {
      en: `The signal collapses: from layer 1 to layer ${depth} the deviation of ${name}’s outputs falls from ${from} to ${to}, and what the input was can hardly be told.`,
      zh: `信号坍缩：从第 1 层到第 ${depth} 层，${name} 输出的标准差从 ${from} 降到 ${to}，输入是什么已几乎分辨不出。`,
    };
  }
  if (last * COLLAPSED > first) {
    return {
      en: `The signal explodes: from layer 1 to layer ${depth} the deviation of ${name}’s outputs grows from ${from} to ${to}.`,
      zh: `信号爆炸：从第 1 层到第 ${depth} 层，${name} 输出的标准差从 ${from} 涨到 ${to}。`,
    };
  }
  if (saturated - zeros > MOSTLY) {
    const share = Math.round(100 * saturated);
    const then = backward(flow.slope_delta);
    return {
      en: `In layer ${depth}, ${share} % of the units are saturated: their slope is below a hundredth of the steepest. ${then.en}`,
      zh: `第 ${depth} 层有 ${share}% 的单元饱和：斜率不到最大斜率的百分之一。${then.zh}`,
    };
  }
  return {
    en: `The signal keeps its spread: the deviation of ${name}’s outputs is ${from} in layer 1 and ${to} in layer ${depth}.`,
    zh: `信号保住了离散程度：${name} 输出的标准差在第 1 层为 ${from}，在第 ${depth} 层为 ${to}。`,
  };
}

/** What becomes of the gradient all the same. */
function backward(slope: number): Text {
  const amount = significant(Math.abs(slope), 2);
  if (slope > 0) {
    return {
      en: `The gradient gains ${amount} decades per layer on its way back all the same.`,
      zh: `即便如此，梯度往回走，每层仍增加 ${amount} 个数量级。`,
    };
  }
  if (Number.isFinite(slope)) {
    return {
      en: `The gradient loses ${amount} decades per layer on its way back.`,
      zh: `梯度往回走，每层减少 ${amount} 个数量级。`,
    };
  }
  return { en: "No gradient reaches the first layer.", zh: "梯度传不到第一层。" };
}
