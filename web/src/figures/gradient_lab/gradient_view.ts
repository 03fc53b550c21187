// View: the gradient of each layer, measured and predicted.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import { segments } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { language } from "../../page/language";
import { same } from "../../text";
import type { Measured } from "./bench";
import type { Lab, View } from "./context";
import { gradientChart, SYMBOL, type Quantity } from "./gradient_chart";
import { comparison, flowSentence, trapSentence } from "./gradient_words";
import { Key } from "./key";
import { LayerControl } from "./layer_control";
import { gradientReading } from "./numbers";
import { Paragraphs } from "./paragraphs";
import { GRADIENT_PRESETS } from "./presets";
import { NETWORK_FIRST, NETWORK_MORE } from "./views";
import { words } from "./words";

const QUANTITIES = (["delta", "weights"] as const).map((id) => ({ id, label: same(SYMBOL[id]) }));

export function gradientView(lab: Lab, measured: () => Measured | undefined, beside: HTMLElement[]): View {
  const scrub = ({ x }: Scrub) => {
    lab.layer = Math.round(x);
    lab.redraw();
  };
  const chart = new LiveChart("flow-panel", scrub);
  const layers = new LayerControl(lab, gradientReading);
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const lines = new Key();
  const findings = new Paragraphs();
  const switches = segments(lab.state, "quantity", QUANTITIES, words.gradientOf);

  return {
    label: { en: "Gradient", zh: "梯度" },
    first: NETWORK_FIRST,
    more: NETWORK_MORE,
    presets: GRADIENT_PRESETS,
    element: el(
      "div",
      { class: "view" },
      sentence,
      el("div", { class: "above" }, switches, ...beside),
      chart.element,
      lines.element,
      layers.element,
      findings.element,
    ),
    update() {},
    draw() {
      const all = measured();
      if (!all) return;
      const { run, band } = all;
      const quantity = lab.state.string("quantity") as Quantity;
      const drawn = gradientChart(all, quantity, lab.styles.get(run.row.id)!.colour, lab.layer);
      chart.draw(drawn, language());
      lines.draw(drawn);
      layers.draw(run, lab.layer);
      const trap = trapSentence(run.flow, quantity);
      sentence.replaceChildren(bilingual(flowSentence(run.flow, run.row, quantity)));
      const width = run.request["width"] as number;
      const unpredicted = quantity === "weights" && run.request["batch"] !== 1;
      const found = [
        run.theory.verdict,
        ...comparison(band, run.theory, width),
        ...(trap ? [trap] : []),
        ...(unpredicted ? [words.severalExamples] : []),
      ];
      findings.show(found);
    },
  };
}
