// When numbers overflow: where it begins, why, and a setting that mends it. What is offered has been
// tried: it is run first.

import type { Request, Text } from "../../core/api";
import { button } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { succeed } from "../../page/notice";
import { significant } from "../../text";
import type { Run } from "./bench";
import type { Lab } from "./context";

interface Remedy {
  label: Text;
  set: Record<string, number | string>;
}

const REMEDIES: Remedy[] = [
  { label: { en: "Weights × 1", zh: "权重 × 1" }, set: { gain: 1 } },
  { label: { en: "He initialisation, weights × 1", zh: "He 初始化，权重 × 1" }, set: { gain: 1, initialisation: "he_normal" } },
  { label: { en: "RMS normalisation in each layer", zh: "每层做 RMS 归一化" }, set: { normalisation: "rms" } },
];

export class Coach {
  readonly element = el("div", { class: "coach", role: "status", hidden: true });
  private shown: Run | undefined;

  constructor(private readonly lab: Lab) {}

  draw(run: Run): void {
    if (this.shown === run) return;
    this.shown = run;
    this.element.hidden = run.flow.overflow_layer === 0;
    this.element.replaceChildren();
    if (this.element.hidden) return;
    const remedies = el("p", { class: "presets" });
    this.element.append(el("p", {}, bilingual(diagnosis(run))), remedies);
    this.prescribe(run, remedies).catch((error: Error) => this.lab.fail(error));
  }

  /** Offers those remedies with which the same network stays finite. */
  private async prescribe(run: Run, remedies: HTMLElement): Promise<void> {
    const known = new Set([JSON.stringify(run.request)]);
    for (const { label, set } of REMEDIES) {
      const request: Request = { ...run.request, ...set };
      if (known.has(JSON.stringify(request))) continue;
      known.add(JSON.stringify(request));
      const tried = succeed(await this.lab.core.call("gradientFlow", request));
      if (this.shown !== run) return;
      if (tried.overflow_layer === 0) remedies.append(button(label, () => this.lab.state.set(set)));
    }
  }
}

function diagnosis({ row, flow, theory }: Run): Text {
  const layer = flow.overflow_layer;
  const before = flow.log10_activation[layer - 2];
  const first = flow.log10_activation[0]!;
  const predicted = theory.log10_activation[layer - 1];
  const grows =
    before !== undefined && Number.isFinite(before) && Number.isFinite(first)
      ? {
          en: ` From layer 1 to layer ${layer - 1} the signal ‖h‖ had grown from 10^${significant(first, 3)} to 10^${significant(before, 3)}: each layer multiplies it, and ${row.name.en} sets no limit.`,
          zh: `从第 1 层到第 ${layer - 1} 层，信号 ‖h‖ 已从 10^${significant(first, 3)} 涨到 10^${significant(before, 3)}：每层都放大它，而 ${row.name.en} 不设上限。`,
        }
      : { en: ` Each layer multiplies the signal, and ${row.name.en} sets no limit.`, zh: `每层都放大信号，而 ${row.name.en} 不设上限。` };
  const theorySays =
    predicted !== undefined && Number.isFinite(predicted)
      ? { en: ` Theory puts it at 10^${significant(predicted, 3)} there.`, zh: `理论值在此处为 10^${significant(predicted, 3)}。` }
      : { en: "", zh: "" };
  return {
    en: `Layer ${layer} is the first whose output float32 cannot hold: it becomes infinite, and from there on NaN, forwards and backwards.${grows.en}${theorySays.en} The same network stays finite with:`,
    zh: `第 ${layer} 层是第一个输出超出 float32 范围的层：它变成无穷大，此后不论前向反向都是 NaN。${grows.zh}${theorySays.zh}改成下面的设置，同一个网络就不再溢出：`,
  };
}
