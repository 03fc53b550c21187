// The page's own words in both languages. Labels of fields and messages of refusals are the core's.

import type { Text } from "../core/api";

const range = (min: number, max: number) => `${min} … ${max}`.replace(/-/g, "−");

export const words = {
  functions: { en: "Functions", zh: "函数" },
  moreFunctions: { en: "More functions", zh: "更多函数" },
  function: { en: "Function", zh: "函数" },
  linkProblem: {
    en: "This link does not quite fit; the default is shown instead:",
    zh: "链接中有不合适的设置，已改用默认值：",
  },
  stopped: (reason: Text): Text => ({
    en: `The computation broke off (${reason.en}). It has been restarted: please try again.`,
    zh: `计算中断（${reason.zh}），已重新启动，请再试一次。`,
  }),
  begunAnew: (reason: Text): Text => ({
    en: `The computation broke off (${reason.en}). It has been restarted and begun anew.`,
    zh: `计算中断（${reason.zh}），已重新启动并从头再算。`,
  }),
  cannotRun: (reason: Text): Text => ({
    en: `This browser cannot run the calculations: ${reason.en}. Here is the picture that was drawn when the page was built.`,
    zh: `这个浏览器无法运行计算：${reason.zh}。这里显示的是构建页面时画好的图。`,
  }),
  noWebAssembly: { en: "it has no WebAssembly", zh: "不支持 WebAssembly" },
  noSimd: { en: "its WebAssembly has no SIMD", zh: "其 WebAssembly 不支持 SIMD" },
  kept: {
    en: "This browser keeps your language, your theme, your answers and the projector mode, and nothing else; they do not leave it.",
    zh: "本浏览器只记住你选的语言、配色、作答和投影模式，别的都不存；这些也不会传出去。",
  },
  numbers: { en: "The numbers", zh: "数据" },
  copyLink: { en: "Copy link", zh: "复制链接" },
  linkCopied: { en: "Copied.", zh: "已复制。" },
  notCopied: { en: "The browser does not allow it. The address bar holds the link.", zh: "浏览器不允许复制，请从地址栏复制。" },
  notSaved: (kind: string): Text => ({ en: `This browser cannot make the ${kind}.`, zh: `这个浏览器无法生成 ${kind}。` }),
  saveAs: { en: "Save as", zh: "保存为" },
  previousSection: { en: "Previous section", zh: "上一节" },
  nextSection: { en: "Next section", zh: "下一节" },
  forgetAll: { en: "Forget them", zh: "全部忘掉" },
  forgotten: { en: "Forgotten.", zh: "已忘掉。" },
  selfTestRunning: { en: "Checking the numbers in this browser …", zh: "正在检查本浏览器算出的数……" },
  outOfRange(name: string, text: string, min: number, max: number, kind: string): Text {
    const whole = kind === "integer";
    return {
      en: `“${name}” is “${text}”, but must be a ${whole ? "whole number" : "number"} in ${range(min, max)}`,
      zh: `“${name}”为“${text}”，应是 ${range(min, max)} 之间的${whole ? "整数" : "数"}`,
    };
  },
  unknownChoice(name: string, text: string): Text {
    return { en: `“${name}” knows no “${text}”`, zh: `“${name}”没有“${text}”这一项` };
  },
  selfTestPassed(passed: number, all: number): Text {
    return {
      en: `In this browser ${passed} of ${all} test scenes equal the native build to the last bit.`,
      zh: `本浏览器中，${all} 个测试场景有 ${passed} 个与本机编译版逐位相同。`,
    };
  },
  selfTestFailed(names: string[]): Text {
    return { en: `These differ: ${names.join(", ")}.`, zh: `不一致的有：${names.join("、")}。` };
  },
};

/** Where a default comes from. */
export const sources: Record<string, Text> = {
  paper: { en: "paper", zh: "论文" },
  pytorch: { en: "PyTorch", zh: "PyTorch" },
  keras: { en: "Keras", zh: "Keras" },
  onnx: { en: "ONNX", zh: "ONNX" },
  source_post: { en: "source post", zh: "原博文" },
};
