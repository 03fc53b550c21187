import type { Text } from "../../core/api";
import { short, significant } from "../../text";

/** Nearer than a mark can be set. */
const EXACT = 0.25;

export const words = {
  kicker: { en: "Predict, then look", zh: "先猜，再看" },
  answer: { en: "Answer", zh: "答案" },
  fix: { en: "Fix my prediction and run", zh: "定下猜测，开始运行" },
  running: { en: "Running …", zh: "正在运行……" },
  yourMark: { en: "Your mark", zh: "你的标记" },
  you: { en: "you", zh: "你" },
  core: { en: "measured", zh: "实测" },
  drag: { en: "Drag the mark, or move it with the arrow keys.", zh: "拖动标记，或用方向键移动。" },
  yours: { en: "your prediction", zh: "你的猜测" },
  fallsTo: { en: "the measured answer", zh: "实测的答案" },
  itIs: { en: "Measured: ", zh: "实测结果：" },
  timed: { en: "A time, measured on your own machine: that needs JavaScript.", zh: "这是在你的电脑上测出的时间，要开启 JavaScript 才能测。" },
  right: { en: "Right: the measured answer is the one that you predicted.", zh: "猜对了：实测结果正是这一项。" },
  wrong: { en: "Not this time. The measured answer falls to: ", zh: "这次没猜中。实测结果属于：" },
  forget: { en: "Forget my answers", zh: "清除我的答案" },
};

export const power = (exponent: number): Text => ({
  en: `10 to the power ${short(exponent, 3)}`,
  zh: `10 的 ${short(exponent, 3)} 次方`,
});

/** How far a mark is from the measured place, both in decades. */
export function distance(given: number, measured: number, within: number): Text {
  const off = Math.abs(given - measured);
  if (off < EXACT) return { en: "Right on the spot.", zh: "正中目标。" };
  const far = significant(off, 2);
  const [high, hoch] = given > measured ? ["high", "高"] : ["low", "低"];
  const hit = off <= within;
  return {
    en: `${hit ? "A hit" : "Not this time"}: your mark is ${far} decades too ${high}, a factor of 10^${far}.`,
    zh: `${hit ? "猜中了" : "这次没猜中"}：你的标记偏${hoch} ${far} 个数量级，相差 10^${far} 倍。`,
  };
}

export const total = (right: number, all: number): Text => ({
  en: `So far ${right} of ${all} predictions came true.`,
  zh: `到目前为止，${all} 题猜中 ${right} 题。`,
});
