// What a view has to say of the runs at an epoch.

import type { Text } from "../../core/api";
import { significant } from "../../text";
import { diverged, reportAt, type Runner } from "./context";
import { chanceLoss } from "./curves";

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
