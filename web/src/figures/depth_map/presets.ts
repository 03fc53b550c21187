// The prepared examples; the first is what the figure opens with.

import type { Preset } from "../gradient_lab/context";

const PLAIN = {
  data: "moons",
  examples: 300,
  noise: 0.05,
  bias: 0,
  width: 24,
  normalisation: "none",
  dropout: "none",
  optimiser: "momentum",
  momentum: 0.9,
  rate: 0.03,
  weight_decay: 0,
  clip: 0,
  batch: 32,
  seed: 1,
  epochs: 40,
};

export const PRESETS: Preset[] = [
  {
    label: { en: "Sigmoid", zh: "Sigmoid" },
    teaches: {
      en: "Shallow networks learn with almost any weights. The deeper they are, the narrower the strip of weights that still learn; it closes in on σ_w ≈ 10, far from every usual rule.",
      zh: "浅的网络几乎什么权重都能学。越深，还能学的权重范围就越窄，收拢在 σ_w ≈ 10 附近，与常用的初始化规则相去甚远。",
    },
    set: { ...PLAIN, activation: "sigmoid" },
  },
  {
    label: { en: "ReLU", zh: "ReLU" },
    teaches: {
      en: "ReLU’s strip lies around √2, which is He’s rule. To the left the gradient dies out, to the right the numbers overflow.",
      zh: "ReLU 的可训练带围绕 √2，这正是 He 的规则。左边梯度消失，右边数值溢出。",
    },
    set: { ...PLAIN, activation: "relu", rate: 0.01 },
  },
  {
    label: { en: "Tanh", zh: "Tanh" },
    teaches: {
      en: "Tanh’s critical weight deviation is 1, LeCun’s and Xavier’s. To the right its strip is wide: saturation tames what would explode.",
      zh: "tanh 的临界权重标准差是 1，也就是 LeCun 和 Xavier 的取值。往右，可训练带很宽：饱和压住了爆炸。",
    },
    set: { ...PLAIN, activation: "tanh", rate: 0.01 },
  },
  {
    label: { en: "Batch normalisation", zh: "批归一化" },
    teaches: {
      en: "Batch normalisation divides the scale of the weights out again: σ_w hardly matters any more.",
      zh: "批归一化又把权重的尺度除掉了：σ_w 几乎不再要紧。",
    },
    set: { ...PLAIN, activation: "relu", rate: 0.01, normalisation: "batch" },
  },
];
