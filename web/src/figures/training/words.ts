// The training lab's words in both languages. Labels of fields are the core's.

import type { Text } from "../../core/api";
import type { UnitState } from "./context";

export const words = {
  play: { en: "Train", zh: "训练" },
  pause: { en: "Pause", zh: "暂停" },
  goOn: { en: "Train on", zh: "继续训练" },
  step: { en: "One epoch", zh: "一轮" },
  reset: { en: "From the start", zh: "从头开始" },
  lookBack: { en: "Look back", zh: "回看" },
  slowly: { en: "Speed", zh: "速度" },
  fast: { en: "fast", zh: "快" },
  slow: { en: "slow", zh: "慢" },
  contestants: { en: "The contestants", zh: "参赛者" },
  runners: { en: "How many", zh: "几个网络" },
  epochs: { en: "Epochs", zh: "训练轮数" },
  show: { en: "Show", zh: "显示" },
  run: { en: "Run", zh: "网络" },
  chance: { en: "guessing", zh: "瞎猜" },
  firstLayer: { en: "first layer", zh: "第一层" },
  lastLayer: { en: "last layer", zh: "最后一层" },
  quantities: {
    loss: { en: "training loss", zh: "训练损失" },
    accuracy: { en: "training accuracy, %", zh: "训练准确率（%）" },
    gradients: { en: "gradient ‖∂L/∂W‖", zh: "梯度 ‖∂L/∂W‖" },
    dead: { en: "dead units", zh: "死亡单元数" },
    revived: { en: "revived units", zh: "复活单元数" },
    slopes: { en: "slope a", zh: "斜率 a" },
  },
  columns: [
    { en: "loss", zh: "损失" },
    { en: "training, %", zh: "训练集（%）" },
    { en: "test, %", zh: "测试集（%）" },
    { en: "log₁₀ ‖∂L/∂W‖, first layer", zh: "log₁₀ ‖∂L/∂W‖，第一层" },
    { en: "last layer", zh: "最后一层" },
    { en: "dead units", zh: "死亡单元" },
    { en: "revived", zh: "复活" },
  ] as Text[],
  states: {
    alive: { en: "alive", zh: "存活" },
    silent: { en: "silent on this batch", zh: "对这一批沉默" },
    dead: { en: "dead: silent on all data", zh: "死亡：对全部数据沉默" },
    revived: { en: "revived: was dead", zh: "复活：曾经死亡" },
  } as Record<UnitState, Text>,
  evaluation: { en: "evaluation", zh: "评估模式" },
  training: (i: number): Text => ({ en: `training, draw ${i}`, zh: `训练模式，第 ${i} 次抽样` }),
  deadCount: (count: number): Text => ({ en: `${count} dead`, zh: `死亡 ${count}` }),
  layerNumber: (layer: number): Text => ({ en: `Layer ${layer}`, zh: `第 ${layer} 层` }),
  epochOf: (done: number, of: number): Text => ({ en: `epoch ${done} of ${of}`, zh: `第 ${done} / ${of} 轮` }),
  right: (share: number): string => `${Math.round(100 * share)} %`,
  brokeDown: (step: number): Text => ({ en: `(NaN at step ${step})`, zh: `（第 ${step} 步 NaN）` }),
};
