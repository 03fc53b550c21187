// View: the outputs of some layers as small histograms, in which collapse and saturation show.

import { histogram } from "../../charts/histogram";
import type { GradientFlow, Text } from "../../core/api";
import { segments } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { same, short } from "../../text";
import type { Measured, Run } from "./bench";
import type { Lab, View } from "./context";
import { activationSentence } from "./activation_words";
import { LayerControl } from "./layer_control";
import { activationReading, flowTable } from "./numbers";
import { ACTIVATION_PRESETS } from "./presets";
import { NETWORK_FIRST, NETWORK_MORE } from "./views";
import { words } from "./words";

/** So many layers fit in two rows. */
const PANELS = 12;

const KINDS = [
  { id: "activation", label: words.outputs },
  { id: "delta", label: words.gradients },
];

/** The first layer, the last, and others evenly between. */
function someLayers(depth: number): number[] {
  const panels = Math.min(PANELS, depth);
  return Array.from({ length: panels }, (_, k) => 1 + Math.round((k * (depth - 1)) / Math.max(1, panels - 1)));
}

interface Counts {
  counts: Float64Array;
  from: number;
  to: number;
}

const countsOf = (flow: GradientFlow, kind: string): Counts =>
  kind === "delta"
    ? { counts: flow.delta_histogram, from: flow.delta_from, to: flow.delta_to }
    : { counts: flow.activation_histogram, from: flow.activation_from, to: flow.activation_to };

export function activationView(lab: Lab, measured: () => Measured | undefined): View {
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const panels = el("div", { class: "histograms" });
  const layers = new LayerControl(lab, activationReading);

  function panel({ row, flow }: Run, layer: number): HTMLElement {
    const { counts, from, to } = countsOf(flow, lab.state.string("histogram"));
    const bins = flow.bins;
    const own = counts.subarray((layer - 1) * bins, layer * bins);
    const saturated = percent(flow.saturated_share[layer - 1]!);
    const element = el("button", { type: "button", "aria-pressed": layer === lab.layer ? "true" : "false", "data-layer": layer });
    element.append(
      el("span", { class: "name" }, bilingual(words.layerNumber(layer))),
      histogram(own, lab.styles.get(row.id)!.colour),
      el("span", { class: "ends" }, el("span", {}, short(from, 2)), el("span", {}, short(to, 2))),
      el("span", { class: "share" }, bilingual(saturated)),
    );
    element.addEventListener("click", () => {
      lab.layer = layer;
      lab.redraw();
    });
    return element;
  }

  return {
    label: { en: "Activations", zh: "激活值" },
    first: NETWORK_FIRST,
    more: NETWORK_MORE,
    presets: ACTIVATION_PRESETS,
    element: el(
      "div",
      { class: "view" },
      sentence,
      el("div", { class: "above" }, segments(lab.state, "histogram", KINDS, words.histogramOf)),
      panels,
      layers.element,
    ),
    update() {},
    table: () => {
      const { flow } = measured()!.run;
      const { counts, from, to } = countsOf(flow, lab.state.string("histogram"));
      const bins = Array.from({ length: flow.bins }, (_, k) => same(short(from + ((to - from) * (k + 0.5)) / flow.bins, 4)));
      const flowed = flowTable(measured()!);
      return {
        head: [...flowed.head, ...bins],
        rows: flowed.rows.map((row, i) => [...row, ...counts.subarray(i * flow.bins, (i + 1) * flow.bins)]),
      };
    },
    draw() {
      const run = measured()?.run;
      if (!run) return;
      sentence.replaceChildren(bilingual(activationSentence(run)));
      layers.draw(run, lab.layer);
      const focused = panels.contains(document.activeElement);
      panels.replaceChildren(...someLayers(run.flow.mean.length).map((layer) => panel(run, layer)));
      // The panels are new elements: the keyboard stays where it was.
      if (focused) panels.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
    },
  };
}

function percent(share: number): Text {
  const number = `${Math.round(100 * share)} %`;
  return { en: `${number} saturated`, zh: `饱和 ${number}` };
}
