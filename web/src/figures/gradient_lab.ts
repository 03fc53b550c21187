// The vanishing-gradient lab: a real network run backward, the norm of its gradient layer by layer.

import { LiveChart, type Scrub } from "../charts/chartjs";
import { palette } from "../charts/palette";
import type { Catalog, Field, GradientFlow, Request, Text } from "../core/api";
import { newestWins } from "../core/newest";
import { button, details, segments, select } from "../page/controls";
import { bilingual, el } from "../page/dom";
import type { Mount } from "../page/figure";
import { language } from "../page/language";
import { problemsNotice, showFailure, succeed } from "../page/notice";
import { parameterControls } from "../page/presets";
import { parametersOf, parameterSettings, settingOf, type Setting, type Value } from "../page/settings";
import { counter, slider } from "../page/slider";
import { State } from "../page/state";
import { words } from "../page/words";
import { same } from "../text";
import { gradientLabChart, SYMBOL, type Quantity } from "./gradient_lab_chart";
import { flowTable, layerReading } from "./gradient_lab_numbers";
import { flowSentence } from "./gradient_lab_words";

const PRESETS: { label: Text; set: Record<string, Value> }[] = [
  {
    label: { en: "Sigmoid, Xavier: vanishes", zh: "Sigmoid + Xavier：消失" },
    set: { activation: "sigmoid", initialisation: "xavier_normal", depth: 50, gain: 1 },
  },
  {
    label: { en: "ReLU, He: level", zh: "ReLU + He：持平" },
    set: { activation: "relu", initialisation: "he_normal", depth: 50, gain: 1 },
  },
  {
    label: { en: "ReLU, He doubled: explodes", zh: "ReLU + 两倍 He：爆炸" },
    set: { activation: "relu", initialisation: "he_normal", depth: 50, gain: 2 },
  },
];

const QUANTITIES = (["delta", "weights"] as const).map((id) => ({ id, label: same(SYMBOL[id]) }));

/** The fields that stand in sight; all others of the request are one step away. */
const FIRST = ["activation", "depth", "initialisation"];

/** A slider is of no use for more values than this. */
const MOST_STOPS = 1e6;

const numeric = (field: Field) => field.type === "integer" || field.type === "real";

function settings(catalog: Catalog): Setting[] {
  const fields = catalog.requests.gradientFlow.filter((field) => field.type !== "parameters");
  const quantity: Setting = {
    key: "quantity",
    label: words.plotted,
    kind: "choice",
    min: 0,
    max: 0,
    choices: QUANTITIES.map(({ id }) => id),
    initial: "delta",
  };
  return [...fields.map((field) => settingOf(field, catalog)), quantity, ...parameterSettings(catalog)];
}

export const mountGradientLab: Mount = (host, { core, catalog }, redraw) => {
  const fields = catalog.requests.gradientFlow;
  const field = (name: string) => fields.find((candidate) => candidate.name === name)!;
  const state = new State("gradient_lab", settings(catalog));
  const styles = palette(catalog.activations.map((row) => row.id));
  const row = () => catalog.activations.find(({ id }) => id === state.string("activation"))!;
  let flow: GradientFlow | undefined;
  let layer = 1;

  const chart = new LiveChart("flow-panel", ({ x }: Scrub) => {
    layer = Math.round(x);
    redraw();
  });
  const layerSlider = el("input", { type: "range", min: 1, "data-key": "layer" });
  layerSlider.addEventListener("input", () => {
    layer = Number(layerSlider.value);
    redraw();
  });
  const layerName = el("span", { class: "visually-hidden" }, bilingual(words.layerHead));
  const layerControl = el("label", {}, layerName, layerSlider);
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const reading = el("p", { class: "reading", "aria-live": "polite" });
  const numbers = el("div", { class: "table-scroll" });
  const notice = el("div", { class: "notice", role: "status" });
  const parameters = el("div", { class: "parameters" });

  const request = (): Request => {
    const own = fields.filter((f) => f.type !== "parameters").map((f) => [f.name, state.values[f.name]]);
    return { ...Object.fromEntries(own), parameters: parametersOf(row(), state.values) };
  };
  const update = newestWins(
    async (asked: Request) => succeed(await core.call("gradientFlow", asked)),
    (result) => {
      flow = result;
      notice.replaceChildren(...problemsNotice(state.problems));
      redraw();
    },
    (error) => showFailure(notice, error),
  );

  function draw(): void {
    if (!flow) return;
    if (!live.isConnected) host.replaceChildren(live);
    const quantity = state.string("quantity") as Quantity;
    layer = Math.min(Math.max(layer, 1), flow.log10_delta.length);
    layerSlider.max = String(flow.log10_delta.length);
    layerSlider.value = String(layer);
    chart.draw(gradientLabChart(flow, quantity, styles.get(row().id)!, layer), language());
    sentence.replaceChildren(bilingual(flowSentence(flow, row(), quantity)));
    reading.replaceChildren(layerReading(flow, layer));
    if (table.open) numbers.replaceChildren(flowTable(flow));
  }

  const control = (f: Field) => {
    if (f.max > MOST_STOPS) return counter(state, f.name, words.newSeed);
    if (numeric(f)) return slider(state, f.name, { log: f.scale === "log" });
    const options = f.type === "activation" ? catalog.activations.map(({ id, name }) => ({ id, label: name })) : f.choices;
    return select(state, f.name, options, f.type === "activation" ? words.activation : f.label);
  };
  const presets = PRESETS.map(({ label, set }) => {
    const preset = button(label, () => state.set(set), "preset");
    const isSet = () => Object.entries(set).every(([key, value]) => state.values[key] === value);
    state.follow(() => preset.setAttribute("aria-pressed", String(isSet())));
    return preset;
  });
  const rest = fields.filter((f) => !FIRST.includes(f.name) && f.type !== "parameters").map(control);
  const more = el("div", { class: "more" }, segments(state, "quantity", QUANTITIES, words.plotted), ...rest, parameters);
  const table = details(words.numbers, numbers);
  table.addEventListener("toggle", redraw);

  const live = el("div", { class: "live gradient-lab" });
  live.append(
    notice,
    el("div", { class: "presets" }, ...presets),
    el("div", { class: "controls" }, ...FIRST.map((name) => control(field(name)))),
    sentence,
    chart.element,
    el("div", { class: "layer" }, layerControl, reading),
    details(words.more, more),
    table,
  );

  let shownParameters = "";
  state.follow(() => {
    if (shownParameters !== row().id) {
      shownParameters = row().id;
      parameters.replaceChildren(...parameterControls(state, row()));
    }
    update(request());
  });
  return draw;
};
