import type { Text } from "../../core/api";

export const words = {
  part: { en: "More about the chosen functions", zh: "所选函数的更多信息" },
  formula: { en: "Formula", zh: "公式" },
  derivatives: { en: "Three derivatives", zh: "三种求导" },
  libraries: { en: "Library defaults", zh: "各库默认值" },
  code: { en: "Code", zh: "代码" },
  setAs: { en: "Set the chosen functions as they are by default in:", zh: "把所选函数设成下列来源的默认值：" },
  libraryHeads: [
    { en: "Source", zh: "来源" },
    { en: "Name", zh: "名称" },
    { en: "Default", zh: "默认值" },
  ],
  hasNone: { en: "does not have it", zh: "没有" },
  theyDiffer: { en: "the defaults differ", zh: "默认值不一致" },
  theyAgree: { en: "the defaults agree", zh: "默认值一致" },
  nothingToSet: { en: "nothing to compare", zh: "没有可比的默认值" },
  holdsHere: { en: "holds here", zh: "此处适用" },
  byConvention: { en: "by convention", zh: "约定值" },
  closedForm: { en: "closed form", zh: "求导公式" },
  dualNumber: { en: "dual number", zh: "对偶数" },
  difference: { en: "central difference", zh: "中心差分" },
  crossesKink: { en: "mixes both sides of a kink", zh: "跨过折点，混合了两侧" },
  otherSide: { en: "takes the other side", zh: "取了另一侧" },
  derivativeHeads: [
    { en: "Way", zh: "方法" },
    { en: "f′(x)", zh: "f′(x)" },
    { en: "off by", zh: "相差" },
    { en: "at most, in this range", zh: "图中范围内最多" },
  ],
  threeWays(x: string, step: string): Text {
    return {
      en: `The closed form is the formula for f′. A dual number carries a slope through the formula for f: x + ε with ε² = 0. The central difference takes f at x ± h and x ± 2h; at x = ${x} its h is ${step}. “Off by” compares with the closed form; the last column leaves out what is within 2h of a kink.`,
      zh: `求导公式直接给出 f′。对偶数带着斜率走一遍 f 的公式：用 x + ε 代替 x，其中 ε² = 0。中心差分取 f 在 x ± h 与 x ± 2h 的值，在 x = ${x} 处 h = ${step}。“相差”都是与求导公式比；最后一列不计离折点 2h 以内的点。`,
    };
  },
  equalUnits: { en: "Equal units on both axes", zh: "两轴单位等长" },
};
