export const words = {
  logits: { en: "Softmax of three logits", zh: "三个 logit 的 softmax" },
  gate: { en: "A gated unit", zh: "门控单元" },
  oneMore: { en: "+1 to all", zh: "全部加 1" },
  equal: { en: "All equal", zh: "全部相等" },
  ahead: { en: "One far ahead", zh: "一个遥遥领先" },
  component: { en: "component", zh: "分量" },
  b: { en: "Gate b", zh: "门 b" },
  atB: { en: "at b", zh: "b 处的值" },
};
