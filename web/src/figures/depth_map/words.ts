import type { Text } from "../../core/api";
import { decimals, short } from "../../text";
import type { Trained } from "./places";

const result = ({ loss, accuracy, diverged }: Trained): Text =>
  diverged
    ? { en: `NaN at step ${diverged}`, zh: `第 ${diverged} 步出现 NaN` }
    : { en: `loss ${short(loss, 2)}, ${decimals(100 * accuracy, 0)} % right`, zh: `损失 ${short(loss, 2)}，答对 ${decimals(100 * accuracy, 0)}%` };

const NOT_YET: Text = { en: "not trained yet", zh: "尚未训练" };

export const words = {
  epochs: { en: "Epochs", zh: "训练轮数" },
  fill: { en: "Fill in the whole map", zh: "填满整张图" },
  weights: { en: "weight deviation", zh: "权重标准差" },
  depth: { en: "depth (hidden layers)", zh: "深度（隐藏层数）" },
  sigma: { en: "Look at σ_w", zh: "查看 σ_w" },
  depthRow: { en: "Look at depth", zh: "查看深度" },
  learned: { en: "has learned", zh: "学会了" },
  guesses: { en: "guesses", zh: "瞎猜" },
  broke: { en: "NaN", zh: "NaN" },
  watch: { en: "watch it learn", zh: "看它训练" },
  soFar: (done: number, of: number): Text => ({ en: `network ${done} of ${of}`, zh: `网络 ${done} / ${of}` }),
  dashed: (decades: number): Text => ({
    en: `χ = 1: the critical σ_w of theory. Dashed: there the gradient changes by ${decades} decades on its way from the last layer to the first.`,
    zh: `χ = 1：理论给出的临界 σ_w。虚线：梯度从最后一层回到第一层，变化恰为 ${decades} 个数量级。`,
  }),
  noTheory: {
    en: "With normalisation σ_w drops out, and there is no critical line.",
    zh: "有归一化时 σ_w 被约去，没有临界线。",
  },
  reading: (sigma: number, depth: number, trained: Trained | undefined, decades: number | undefined): Text => {
    const own = trained ? result(trained) : NOT_YET;
    const theory = decades === undefined ? { en: "", zh: "" } : { en: `; gradient in theory: ${decimals(decades, 1)} decades`, zh: `；梯度理论值：${decimals(decades, 1)} 个数量级` };
    return {
      en: `σ_w = ${short(sigma, 3)}, depth ${depth}: ${own.en}${theory.en}`,
      zh: `σ_w = ${short(sigma, 3)}，深度 ${depth}：${own.zh}${theory.zh}`,
    };
  },
};
