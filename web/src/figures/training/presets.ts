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
  "b.initialisation": "lecun_normal",
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
  activation: "tanh",
  "b.activation": "selu",
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
