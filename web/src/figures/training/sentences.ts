// What a view has to say of the runs at an epoch.

import type { Text } from "../../core/api";
import { decimals, significant } from "../../text";
import { diverged, reportAt, type Runner } from "./context";
import { chanceLoss, countOf, layerSlopes } from "./curves";

/** A loss so near to that of guessing has learnt nothing. */
const NEAR_CHANCE = 0.01;

export function raceSentence(runners: Runner[], epoch: number): Text {
  const losses = runners.map((runner) => ({ name: runner.lane.name, report: reportAt(runner, epoch) }));
  const whole = losses.filter(({ report }) => !diverged(report)).sort((a, b) => a.report.train_loss - b.report.train_loss);
  const best = whole[0];
  if (epoch === 0 || !best) {
    return {
      en: `${runners.length} networks, the same data, the same seed, the same batches.`,
      zh: `${runners.length} 个网络，同样的数据、种子和批次。`,
    };
  }
  const chance = chanceLoss(runners[0]!.lane.request["data"]);
  const loss = significant(best.report.train_loss, 2);
  const stuck = whole.filter(({ report }) => chance !== undefined && Math.abs(report.train_loss - chance) < NEAR_CHANCE * chance);
  const names = (language: keyof Text) => stuck.map(({ name }) => name[language][0]).join(language === "en" ? ", " : "、");
  if (chance !== undefined && stuck.length === whole.length) {
    return { en: `After ${epoch} epochs all of them still guess.`, zh: `${epoch} 轮之后，全都还在瞎猜。` };
  }
  const guesses = stuck.length === 0 ? { en: "", zh: "" } : {
    en: ` Still at the loss of guessing, ${significant(chance!, 3)}: ${names("en")}.`,
    zh: `损失仍停在瞎猜的 ${significant(chance!, 3)}：${names("zh")}。`,
  };
  return {
    en: `After ${epoch} epochs ${best.name.en} has the lowest loss, ${loss}.${guesses.en}`,
    zh: `${epoch} 轮之后，${best.name.zh} 的损失最低，为 ${loss}。${guesses.zh}`,
  };
}

export function unitsSentence(runners: Runner[], epoch: number): Text {
  const own = reportAt(runners[0]!, epoch);
  const all = own.states.length;
  const [dead, revived] = [countOf(own, "dead"), countOf(own, "revived")];
  const right = (100 * own.train_accuracy).toFixed(0);
  return {
    en: `After ${epoch} epochs ${dead} of ${all} units are dead, ${revived} have come back to life; ${right} % of the examples are right.`,
    zh: `${epoch} 轮之后，${all} 个单元中死亡 ${dead} 个，复活 ${revived} 个；样本答对 ${right}%。`,
  };
}

export function slopesSentence(runners: Runner[], epoch: number): Text {
  const runner = runners[0]!;
  const report = reportAt(runner, epoch);
  const slopes = layerSlopes(report).map((slope) => decimals(slope, 2));
  const loss = significant(report.train_loss, 2);
  if (slopes.length === 0) return { en: `After ${epoch} epochs the loss is ${loss}.`, zh: `${epoch} 轮之后，损失为 ${loss}。` };
  return {
    en: `After ${epoch} epochs the slope is ${slopes[0]} in the first layer and ${slopes[slopes.length - 1]} in the last.`,
    zh: `${epoch} 轮之后，第一层的斜率是 ${slopes[0]}，最后一层是 ${slopes[slopes.length - 1]}。`,
  };
}
