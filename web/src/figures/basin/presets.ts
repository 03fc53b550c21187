// The prepared examples; the first is what the figure opens with.

import type { Preset } from "../gradient_lab/context";

const SELU = {
  activation: "selu",
  initialisation: "lecun_normal",
  gain: 1,
  dropout: "none",
  dropout_p: 0.5,
  depth: 20,
  width: 128,
  batch: 128,
  input_mean: 0,
  input_deviation: 1,
  seed: 1,
};

export const PRESETS: Preset[] = [
  {
    label: { en: "Inputs far off", zh: "输入偏得远" },
    teaches: {
      en: "These inputs are not normalised. With LeCun weights one layer forgets their mean, and layer by layer the variance comes back to 1.",
      zh: "这里的输入没有归一化。配上 LeCun 权重，一层就忘掉了它的均值，方差则一层一层回到 1。",
    },
    set: { ...SELU, input_mean: 0.8, input_deviation: 1.8 },
  },
  {
    label: { en: "He", zh: "He" },
    teaches: {
      en: "He’s weights have twice the variance, and SELU no longer has a point to come back to.",
      zh: "He 权重的方差大一倍，SELU 就再没有可以回去的点了。",
    },
    set: { ...SELU, initialisation: "he_normal", depth: 50 },
  },
  {
    label: { en: "Xavier", zh: "Xavier" },
    teaches: {
      en: "In layers as wide as their inputs Xavier’s rule gives the same variance as LeCun’s, and the same basin.",
      zh: "每层输入输出一样宽时，Xavier 的方差与 LeCun 相同，盆地也相同。",
    },
    set: { ...SELU, initialisation: "xavier_normal" },
  },
  {
    label: { en: "PyTorch: 3/4", zh: "PyTorch：3/4" },
    teaches: {
      en: "With 3/4, PyTorch’s gain for SELU, the signal is drawn to another point, far below variance 1.",
      zh: "用 PyTorch 给 SELU 的增益 3/4，信号会被吸到另一个点，方差远小于 1。",
    },
    set: { ...SELU, gain: 0.75, depth: 30 },
  },
  {
    label: { en: "Ordinary dropout", zh: "普通 dropout" },
    teaches: {
      en: "Ordinary dropout sets half of the outputs to 0 and doubles the rest: the variance grows in every layer.",
      zh: "普通 dropout 把一半输出置 0，其余放大一倍：每层方差都在增大。",
    },
    set: { ...SELU, dropout: "ordinary" },
  },
  {
    label: { en: "Alpha dropout", zh: "Alpha dropout" },
    teaches: {
      en: "Alpha dropout sets them to SELU’s floor instead, then shifts and scales: mean and variance stay.",
      zh: "Alpha dropout 改为置成 SELU 的下限，再平移缩放：均值和方差都守住了。",
    },
    set: { ...SELU, dropout: "alpha" },
  },
];
