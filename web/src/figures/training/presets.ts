// The prepared examples of each view; the first is what a view opens with. Each teaches one thing.

import type { Preset } from "../gradient_lab/context";

/** What a view needs to be set; an example differs from this. */
const PLAIN = {
  data: "spirals",
  examples: 300,
  noise: 0.05,
  activation: "relu",
  initialisation: "he_normal",
  gain: 1,
  bias: 0,
  depth: 10,
  width: 16,
  normalisation: "none",
  dropout: "none",
  optimiser: "momentum",
  rate: 0.01,
  clip: 0,
  batch: 32,
  seed: 1,
  epochs: 150,
};

const SIGMOIDS = {
  ...PLAIN,
  quantity: "loss",
  runners: 3,
  activation: "sigmoid",
  initialisation: "xavier_normal",
  "b.activation": "sigmoid",
  "b.initialisation": "xavier_normal",
  "b.gain": 10,
  "c.activation": "relu",
  "c.initialisation": "he_normal",
  "c.gain": 1,
  "d.activation": "gelu",
  "d.initialisation": "he_normal",
  "d.gain": 1,
};

const FOUR = {
  ...SIGMOIDS,
  runners: 4,
  depth: 6,
  width: 24,
  rate: 0.02,
  activation: "tanh",
  "b.activation": "selu",
  "b.initialisation": "lecun_normal",
  "b.gain": 1,
};

export const RACE_PRESETS: Preset[] = [
  {
    label: { en: "Ten layers", zh: "十层" },
    teaches: {
      en: "Sigmoid with Xavier weights never leaves the line of guessing. The same sigmoid with weights ten times as large learns: not the 0.25 stopped it, but the product.",
      zh: "Xavier 权重的 sigmoid 始终停在“瞎猜”线上；同样的 sigmoid，权重放大到十倍就能学。挡路的不是 0.25，而是乘积。",
    },
    set: SIGMOIDS,
  },
  {
    label: { en: "Two layers", zh: "两层" },
    teaches: {
      en: "In two layers nothing has vanished yet: sigmoid with Xavier weights learns the moons like the others.",
      zh: "只有两层时，什么都还没消失：Xavier 权重的 sigmoid 也能像其他网络一样学会双月牙。",
    },
    set: { ...SIGMOIDS, depth: 2, data: "moons", rate: 0.05 },
  },
  {
    label: { en: "Four that learn", zh: "四个都能学" },
    teaches: {
      en: "With weights that suit them all four get there. Who is first depends on the seed: try others.",
      zh: "权重配得合适，四个都能学会。谁先到取决于种子：换几个试试。",
    },
    set: FOUR,
  },
  {
    label: { en: "Handwritten digits", zh: "手写数字" },
    teaches: {
      en: "Real images, the same story: ten layers of sigmoid take them all for one digit, ReLU with He’s weights reads 95 of 100. Framed: mistakes. The thick lines say why: what reaches the first layer.",
      zh: "真实的图像，同样的故事：十层 sigmoid 把所有图都当成同一个数字，配 He 权重的 ReLU 一百张能认对九十五张。加框的是认错的。粗线说明原因：传到第一层的还剩多少。",
    },
    set: { ...SIGMOIDS, quantity: "gradients", runners: 2, data: "images", width: 64, optimiser: "sgd", rate: 0.05, epochs: 30, "b.activation": "relu", "b.initialisation": "he_normal", "b.gain": 1 },
  },
  {
    label: { en: "ReLU, default weights", zh: "ReLU，默认权重" },
    teaches: {
      en: "Twenty layers of ReLU with PyTorch’s default weights stand still; He’s weights are all that B does otherwise.",
      zh: "20 层 ReLU 用 PyTorch 的默认权重，原地不动；B 只换了 He 权重。",
    },
    set: {
      ...SIGMOIDS,
      runners: 2,
      depth: 20,
      width: 32,
      epochs: 80,
      activation: "relu",
      initialisation: "pytorch_linear",
      "b.activation": "relu",
      "b.initialisation": "he_normal",
      "b.gain": 1,
    },
  },
];

const DYING = { ...PLAIN, quantity: "dead", data: "moons", depth: 4, rate: 0.3, epochs: 40 };

export const UNITS_PRESETS: Preset[] = [
  {
    label: { en: "Too fast", zh: "学得太快" },
    teaches: {
      en: "The learning rate kills most units within ten epochs. Leaky ReLU learns the task all the same, and so does ReLU at a tenth of the rate; ELU ends in NaN.",
      zh: "学习率过大，十轮之内大多数单元就死了。换成 Leaky ReLU 照样学得会，ReLU 把学习率降到十分之一也行；ELU 则以 NaN 告终。",
    },
    set: DYING,
  },
  {
    label: { en: "Born dead", zh: "生来就死" },
    teaches: {
      en: "Here the biases are to blame: a lower rate changes nothing, a slope on the left does.",
      zh: "这回怪偏置：降低学习率毫无用处，左半边有斜率才行。",
    },
    set: { ...DYING, data: "circles", bias: -1, rate: 0.1 },
  },
  {
    label: { en: "Back to life", zh: "起死回生" },
    teaches: {
      en: "Dead is not for ever: a unit of a later layer revives when the layers before it move its inputs. Look for the triangles.",
      zh: "死亡未必是永远：前面的层移动了输入，后面层的单元就可能复活。找找三角形。",
    },
    set: { ...DYING, data: "spirals" },
  },
  {
    label: { en: "Nothing wrong", zh: "一切正常" },
    teaches: {
      en: "Zeros are not death: every ReLU unit is 0 for some examples, and few are dead.",
      zh: "有零不等于死亡：每个 ReLU 单元都会对一些样本输出 0，死亡的却很少。",
    },
    set: { ...DYING, rate: 0.03 },
  },
];

const SLOPES = { ...PLAIN, quantity: "slopes", activation: "prelu", slopes: "shared", depth: 4, rate: 0.03, epochs: 60 };

export const SLOPES_PRESETS: Preset[] = [
  {
    label: { en: "PReLU", zh: "PReLU" },
    teaches: {
      en: "0.25 is only where the slopes start: each layer learns its own, and some turn negative.",
      zh: "0.25 只是斜率的起点：每层各学各的，有的还变成了负数。",
    },
    set: SLOPES,
  },
  {
    label: { en: "RReLU", zh: "RReLU" },
    teaches: {
      en: "In training the slope is drawn anew each time, and the boundary trembles; in evaluation it is fixed.",
      zh: "训练时斜率每次重新抽取，边界随之抖动；评估时斜率固定不变。",
    },
    set: { ...SLOPES, activation: "rrelu", quantity: "loss", rrelu: "pytorch" },
  },
  {
    label: { en: "PReLU, ten layers", zh: "PReLU，十层" },
    teaches: {
      en: "Ten layers, ten slopes: none stays where it began.",
      zh: "十层，十个斜率：没有一个留在原处。",
    },
    set: { ...SLOPES, depth: 10, rate: 0.01 },
  },
];
