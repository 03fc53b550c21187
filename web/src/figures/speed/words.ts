import type { Text } from "../../core/api";
import { short } from "../../text";

const percent = (share: number) => `${short(100 * share, 2)} %`;

/** How much longer a layer takes with the costlier function: from 1, up to the next one's. */
export const GUESSES = [
  { from: 0, label: { en: "less than a quarter longer", zh: "慢不到四分之一" } },
  { from: 1.25, label: { en: "up to twice as long", zh: "慢一倍以内" } },
  { from: 2, label: { en: "more than twice as long", zh: "慢一倍以上" } },
];

export const words = {
  onRequest: {
    en: "What a function costs depends on the machine. With JavaScript on, this figure times all of them on yours, beside the products of a layer.",
    zh: "激活函数要花多少时间，因机器而异。开启 JavaScript 后，这幅图会在你的机器上把它们逐个计时，并与一层的乘法比较。",
  },
  question: (inputs: number, cheap: string, dear: string): Text => ({
    en: `A dense layer with ${inputs} inputs has ${cheap} for its function. Take ${dear} instead, with its exponential: how much longer does the layer take? Your guess starts the clock, on your own machine.`,
    zh: `一个有 ${inputs} 个输入的全连接层用的是 ${cheap}。换成要算指数的 ${dear}，这一层会慢多少？选一个答案，就在你的机器上开始计时。`,
  }),
  again: { en: "Measure again", zh: "再测一次" },
  inputs: { en: "Inputs of the layer", zh: "该层的输入数" },
  progress: (done: number, of: number): Text => ({ en: `${done} of ${of} measurements`, zh: `已测 ${done} / ${of} 次` }),
  guessed: (right: boolean, guess: Text): Text => ({
    en: right ? "As you guessed." : `You guessed: ${guess.en}.`,
    zh: right ? "你猜对了。" : `你猜的是：${guess.zh}。`,
  }),
  answer: (inputs: number, cheap: string, dear: string, ratio: number): Text => ({
    en: `On your machine a layer with ${inputs} inputs takes ${short(ratio, 3)} times as long with ${dear} as with ${cheap}.`,
    zh: `在你的机器上，有 ${inputs} 个输入的一层用 ${dear} 的时间是用 ${cheap} 的 ${short(ratio, 3)} 倍。`,
  }),
  shares: (cheap: string, cheapShare: number, dearest: string, dearestShare: number): Text => ({
    en: ` Of its time ${cheap} is ${percent(cheapShare)}, and ${dearest}, the slowest of all, ${percent(dearestShare)}.`,
    zh: `${cheap} 占其中的 ${percent(cheapShare)}，最慢的 ${dearest} 占 ${percent(dearestShare)}。`,
  }),
  caption: { en: "Nanoseconds for each output, on your machine", zh: "每个输出用时（纳秒），在你的机器上测得" },
  columns: [
    { en: "Function", zh: "函数" },
    { en: "value", zh: "值" },
    { en: "with derivative", zh: "含导数" },
    { en: "share of the layer", zh: "占该层时间" },
  ] as Text[],
  layer: (inputs: number): Text => ({ en: `products of ${inputs} inputs`, zh: `${inputs} 个输入的乘积` }),
  percent,
};
