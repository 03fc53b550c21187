import type { Text, Verdict } from "../../core/api";
import { short } from "../../text";

/** What is said of a sentence; the statements of the source post have two verdicts more. */
export type Judgement = Verdict | "outdated" | "open";

export const SIGN: Record<Judgement, string> = { true: "✓", conditional: "◐", false: "✗", outdated: "…", open: "?" };

export const verdicts: Record<Judgement, Text> = {
  true: { en: "True", zh: "对" },
  conditional: { en: "True, if …", zh: "看条件" },
  false: { en: "False", zh: "不对" },
  outdated: { en: "Outdated", zh: "已过时" },
  open: { en: "Cannot be tested here", zh: "这里测不了" },
};

export const words = {
  guess: { en: "Your guess?", zh: "先猜一猜" },
  run: { en: "Run", zh: "运行" },
  again: { en: "Run again with another seed", zh: "换一个随机种子再运行" },
  timeAgain: { en: "Measure again", zh: "再测一次" },
  measured: { en: "Measured", zh: "实测" },
  runInSection: { en: "Run it in its section", zh: "到正文中运行" },
  measuredInSection: { en: "Measured in its section", zh: "实测值见正文" },
  running: { en: "Measuring …", zh: "正在测量……" },
  what: { en: "What", zh: "测什么" },
  value: { en: "Measured", zh: "测得" },
  expected: { en: "Expected", zh: "预期" },
  time: { en: "Nanoseconds per result", zh: "每个结果用时（纳秒）" },
  outside: { en: "not as expected", zh: "与预期不符" },
  onRequest: {
    en: "Times differ from machine to machine: with JavaScript on, this is measured on yours.",
    zh: "用时因机器而异。开启 JavaScript 后，可以在你的机器上测。",
  },
  guessedRight: { en: "As you guessed.", zh: "你猜对了。" },
  guessedWrong(guess: Verdict): Text {
    return { en: `You guessed “${verdicts[guess].en}”.`, zh: `你猜的是“${verdicts[guess].zh}”。` };
  },
  holds(rows: number, seed: number): Text {
    return {
      en: `${rows === 1 ? "The number is" : `All ${rows} numbers are`} where the verdict expects ${rows === 1 ? "it" : "them"} (seed ${seed}).`,
      zh: `${rows} 个数都落在预期范围内，与结论相符（随机种子 ${seed}）。`,
    };
  },
  fails(outside: number, rows: number, seed: number): Text {
    return {
      en: `${outside} of ${rows} numbers ${outside === 1 ? "is" : "are"} not where the verdict expects (seed ${seed}). The verdict does not stand on this run.`,
      zh: `${rows} 个数中有 ${outside} 个不在预期范围内（随机种子 ${seed}）。这次运行不支持上面的结论。`,
    };
  },
  /** `ratio`: the time of the first by that of the second. */
  timed(first: Text, second: Text, ratio: number): Text {
    const times = short(ratio, 2);
    const close = ratio > 0.9 && ratio < 1.1;
    return {
      en: `On your machine: ${first.en} takes ${close ? "about as long as" : `${times} times as long as`} ${second.en}.`,
      zh: `在你的机器上：${first.zh}的用时${close ? `与${second.zh}差不多` : `是${second.zh}的 ${times} 倍`}。`,
    };
  },
};
