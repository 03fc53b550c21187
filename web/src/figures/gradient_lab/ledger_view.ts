// View: the chain rule's ledger. How much of a layer's factor is the gate's, how much the weights'.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import type { Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { language } from "../../page/language";
import { significant } from "../../text";
import type { Measured, Run } from "./bench";
import type { Lab, View } from "./context";
import { LayerControl } from "./layer_control";
import { Key } from "./key";
import { ledgerChart } from "./ledger_chart";
import { ledgerReading } from "./numbers";
import { Paragraphs } from "./paragraphs";
import { LEDGER_PRESETS } from "./presets";
import { NETWORK_FIRST, NETWORK_MORE } from "./views";

export function ledgerView(lab: Lab, measured: () => Measured | undefined): View {
  const chart = new LiveChart("flow-panel", ({ x }: Scrub) => {
    lab.layer = Math.round(x);
    lab.redraw();
  });
  const layers = new LayerControl(lab, ledgerReading);
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const lines = new Key();
  const findings = new Paragraphs();

  return {
    label: { en: "Ledger", zh: "账本" },
    first: NETWORK_FIRST,
    more: NETWORK_MORE,
    presets: LEDGER_PRESETS,
    element: el("div", { class: "view" }, sentence, chart.element, lines.element, layers.element, findings.element),
    update() {},
    draw() {
      const run = measured()?.run;
      if (!run) return;
      const drawn = ledgerChart(run, lab.styles.get(run.row.id)!.colour, lab.layer);
      chart.draw(drawn, language());
      lines.draw(drawn);
      layers.draw(run, lab.layer);
      sentence.replaceChildren(bilingual(ledgerSentence(run, lab.layer)));
      findings.show([boundSentence(run)]);
    },
  };
}

function ledgerSentence({ flow }: Run, layer: number): Text {
  const i = layer - 1;
  const [gate, weights, normalisation] = [flow.ledger_gate[i]!, flow.ledger_weights[i]!, flow.ledger_normalisation[i]!];
  const all = gate + weights + normalisation;
  if (!Number.isFinite(all)) {
    return { en: `Layer ${layer} has no account: its gradient is not finite, or is 0.`, zh: `第 ${layer} 层无账可记：梯度为 0 或不再有限。` };
  }
  const amount = (value: number) => significant(Math.abs(value), 2);
  const en = (value: number) => (value < 0 ? `take ${amount(value)} decades` : `give ${amount(value)} decades`);
  const zh = (value: number) => `${value < 0 ? "拿走" : "给出"} ${amount(value)} 个数量级`;
  const third = { en: `, the normalisation ${en(normalisation).replace(/^(take|give)/, "$1s")}`, zh: `，归一化${zh(normalisation)}` };
  const { en: moreEn, zh: moreZh } = normalisation === 0 ? { en: "", zh: "" } : third;
  return {
    en: `In layer ${layer} the gates ${en(gate)}, the weights ${en(weights)}${moreEn}: together the gradient ${all < 0 ? "loses" : "gains"} ${amount(all)}.`,
    zh: `在第 ${layer} 层，门${zh(gate)}，权重${zh(weights)}${moreZh}：合起来梯度${all < 0 ? "减少" : "增加"} ${amount(all)} 个数量级。`,
  };
}

/** What the largest slope allows a gate, and what it does not decide. */
function boundSentence({ row, flow }: Run): Text {
  const bound = significant(flow.log10_gate_bound, 3);
  if (!Number.isFinite(flow.log10_gate_bound)) {
    return {
      en: `The slope of ${row.name.en} has no bound, and so the gate’s share has none.`,
      zh: `${row.name.en} 的斜率没有上界，门的份额也就没有上界。`,
    };
  }
  return {
    en: `log₁₀ of the steepest slope of ${row.name.en}, ${bound}, bounds the gate alone (dotted); what happens to the gradient is decided by all columns together.`,
    zh: `${row.name.en} 最大斜率的 log₁₀ 是 ${bound}。这只限制了门（点线）；梯度如何变化，要看各根柱子之和。`,
  };
}
