// The prepared examples of each view; the first is what a view opens with. Each teaches one thing.

import type { Preset } from "./context";

/** A plain network of the page's first example, from which an example differs. */
const PLAIN = {
  activation: "sigmoid",
  initialisation: "xavier_normal",
  depth: 50,
  width: 128,
  gain: 1,
  sigma_b: 0,
  normalisation: "none",
  residual: "off",
  batch: 1,
};

const RELU_HE = { ...PLAIN, activation: "relu", initialisation: "he_normal" };
const TANH_LECUN = { ...PLAIN, activation: "tanh", initialisation: "lecun_normal" };

const vanishing: Preset = {
  label: { en: "Sigmoid, Xavier", zh: "Sigmoid，Xavier" },
  teaches: { en: "The first layer hears nothing.", zh: "第一层什么也听不见。" },
  set: PLAIN,
};
const level: Preset = {
  label: { en: "ReLU, He", zh: "ReLU，He" },
  teaches: {
    en: "He’s variance makes up for the half of the gates that are shut.",
    zh: "He 的方差正好补上关掉的那一半门。",
  },
  set: RELU_HE,
};
const halfHe: Preset = {
  label: { en: "ReLU, half He’s variance", zh: "ReLU，方差为 He 的一半" },
  teaches: {
    en: "Xavier gives ReLU half the variance it needs, and each layer pays for it.",
    zh: "Xavier 给 ReLU 的方差只有所需的一半，每一层都要为此付账。",
  },
  set: { ...PLAIN, activation: "relu" },
};
const selu: Preset = {
  label: { en: "SELU, 100 layers", zh: "SELU，100 层" },
  teaches: {
    en: "SELU keeps the signal at variance 1, and its gradient explodes all the same, slowly.",
    zh: "SELU 把信号的方差保持在 1，梯度却照样爆炸，只是很慢。",
  },
  set: { ...PLAIN, activation: "selu", initialisation: "lecun_normal", depth: 100 },
};
const gelu: Preset = {
  label: { en: "GELU, He", zh: "GELU，He" },
  teaches: {
    en: "GELU needs normalisation: He’s variance was made for ReLU, and here the signal dies.",
    zh: "GELU 需要归一化：He 的方差是为 ReLU 定的，在这里信号会消亡。",
  },
  set: { ...RELU_HE, activation: "gelu" },
};
const boundedExplodes: Preset = {
  label: { en: "Tanh, LeCun × 3", zh: "Tanh，LeCun × 3" },
  teaches: {
    en: "No output ever exceeds 1, and the gradient explodes.",
    zh: "输出从不超过 1，梯度却爆炸。",
  },
  set: { ...TANH_LECUN, gain: 3 },
};
const sigmoidCured: Preset = {
  label: { en: "Sigmoid, weights × 10", zh: "Sigmoid，权重 × 10" },
  teaches: {
    en: "Large weights pay back what the gates take: 0.25 was a bound on one factor, not the law.",
    zh: "门拿走多少，大权重就还回多少：0.25 只是其中一个因子的上界，不是规律。",
  },
  set: { ...PLAIN, gain: 10 },
};

export const GRADIENT_PRESETS: Preset[] = [
  vanishing,
  level,
  halfHe,
  {
    label: { en: "ReLU, He doubled", zh: "ReLU，He 的两倍" },
    teaches: { en: "Twice He’s weights: every layer doubles the gradient.", zh: "权重是 He 的两倍：每层都把梯度放大一倍。" },
    set: { ...RELU_HE, gain: 2 },
  },
  selu,
  gelu,
  {
    label: { en: "GELU, normalised", zh: "GELU，加归一化" },
    teaches: {
      en: "The same GELU network with each layer normalised: now the gradient arrives.",
      zh: "同一个 GELU 网络，每层加上归一化：梯度传到了。",
    },
    set: { ...RELU_HE, activation: "gelu", normalisation: "rms" },
  },
  boundedExplodes,
  {
    label: { en: "ReLU, weights × 20: NaN", zh: "ReLU，权重 × 20：NaN" },
    teaches: {
      en: "The famous NaN: find out where it begins, and mend it.",
      zh: "人人都怕的 NaN：看它从哪里开始，再把它治好。",
    },
    set: { ...RELU_HE, depth: 200, gain: 20 },
  },
];

export const ACTIVATION_PRESETS: Preset[] = [
  {
    label: { en: "Tanh, weights × 8", zh: "Tanh，权重 × 8" },
    teaches: {
      en: "Most units are saturated, and yet the gradient explodes: the few that are not carry it.",
      zh: "大多数单元都饱和了，梯度却在爆炸：全靠少数没饱和的撑着。",
    },
    set: { ...PLAIN, activation: "tanh", gain: 8 },
  },
  vanishing,
  halfHe,
  gelu,
  selu,
];

export const LEDGER_PRESETS: Preset[] = [sigmoidCured, vanishing, level, boundedExplodes, selu];

const CHAIN = { activation: "sigmoid", x: 0.5, w1: 8, w2: 8, w3: 8, w4: 8, w5: 8, b: -4 };

export const CHAIN_PRESETS: Preset[] = [
  {
    label: { en: "Weights of 8, centred", zh: "权重为 8，居中" },
    teaches: {
      en: "Five sigmoids in a row, and the gradient grows: each weight is larger than the slope is small.",
      zh: "连着五个 sigmoid，梯度反而变大：权重之大，胜过斜率之小。",
    },
    set: CHAIN,
  },
  {
    label: { en: "Weights of 1", zh: "权重为 1" },
    teaches: {
      en: "The textbook case: each factor is a slope below 0.25, and the product dwindles.",
      zh: "教科书里的情形：每个因子就是小于 0.25 的斜率，越乘越小。",
    },
    set: { ...CHAIN, x: 1, w1: 1, w2: 1, w3: 1, w4: 1, w5: 1, b: 0 },
  },
  {
    label: { en: "Weights of 8, not centred", zh: "权重为 8，不居中" },
    teaches: {
      en: "The same weights without the bias: every neuron is driven onto its flat end.",
      zh: "同样的权重，去掉偏置：每个神经元都被推到平坦的一端。",
    },
    set: { ...CHAIN, x: 1, b: 0 },
  },
  {
    label: { en: "ReLU, one gate shut", zh: "ReLU，关上一道门" },
    teaches: {
      en: "One shut gate ends the chain, because here each layer is one neuron. A wide layer has other paths.",
      zh: "关上一道门，链就断了，因为这里每层只有一个神经元。宽的层还有别的路。",
    },
    set: { ...CHAIN, activation: "relu", x: 1, w1: 1, w2: 1, w3: -1, w4: 1, w5: 1, b: 0 },
  },
];

export const PHASE_PRESETS: Preset[] = [
  {
    label: { en: "Tanh", zh: "Tanh" },
    teaches: {
      en: "One line parts two worlds. Drag the ring across it.",
      zh: "一条线隔开两个世界。把圆环拖过去看看。",
    },
    set: { ...TANH_LECUN, gain: 1.2, sigma_b: 0.3, rows: "sigma_b" },
  },
  {
    label: { en: "ReLU", zh: "ReLU" },
    teaches: {
      en: "For ReLU only the weights count: biases move the signal, not the slopes.",
      zh: "对 ReLU 来说只有权重算数：偏置改变信号，不改变斜率。",
    },
    set: { ...RELU_HE, rows: "sigma_b" },
  },
  {
    label: { en: "GELU by depth", zh: "GELU，按深度" },
    teaches: {
      en: "Without biases no critical line holds: the signal dies or explodes, and depth decides how badly.",
      zh: "没有偏置，就没有稳得住的临界线：信号不是消亡就是爆炸，深度决定有多严重。",
    },
    set: { ...RELU_HE, activation: "gelu", rows: "depth" },
  },
  {
    label: { en: "Sigmoid", zh: "Sigmoid" },
    teaches: {
      en: "Even sigmoid has an edge of chaos, far out to the right.",
      zh: "连 sigmoid 也有混沌边缘，只是远在右边。",
    },
    set: { ...PLAIN, rows: "sigma_b" },
  },
];
