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
  coreFailed: {
    en: "The computation stopped and has been restarted. Change a control to go on. Reason:",
    zh: "计算中断，已重新启动。动一下控件即可继续。原因：",
  },
  noWebAssembly: {
    en: "This browser cannot run the calculations (no WebAssembly). The page shows the pictures that were drawn when it was built.",
    zh: "这个浏览器无法运行计算（不支持 WebAssembly），页面显示的是构建时画好的图。",
  },
  numbers: { en: "The numbers", zh: "数据" },
  copyLink: { en: "Copy link", zh: "复制链接" },
  linkCopied: { en: "Copied.", zh: "已复制。" },
  notCopied: { en: "The browser does not allow it. The address bar holds the link.", zh: "浏览器不允许复制，请从地址栏复制。" },
  saveAs: { en: "Save as", zh: "保存为" },
  previousSection: { en: "Previous section", zh: "上一节" },
  nextSection: { en: "Next section", zh: "下一节" },
  selfTestRunning: { en: "Checking the numbers in this browser …", zh: "正在检查本浏览器算出的数 ……" },
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
