// A gated unit, live: its value and both slopes over b.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import { palette, type Style } from "../../charts/palette";
import type { Catalog, Request } from "../../core/api";
import type { Core } from "../../core/client";
import { newestWins } from "../../core/newest";
import { select } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { language, speak } from "../../page/language";
import { succeed } from "../../page/notice";
import { Share } from "../../page/share";
import { slider } from "../../page/slider";
import type { State } from "../../page/state";
import { swatch } from "../../page/swatch";
import type { Table } from "../../page/table";
import { same, significant } from "../../text";
import { formula, gateChart, PANELS, styleOf, type Quantity } from "./gate_chart";
import { GATES, gateRequests, gateSamples, type GateSamples, type GateSetting } from "./gate_samples";
import { gateSentence } from "./gate_words";
import type { Part } from "./part";
import { fieldOf } from "./settings";
import { words } from "./words";

function reading({ setting, point }: GateSamples, quantity: Quantity, gate: Style): HTMLElement {
  const name = el("th", { scope: "row" }, swatch(styleOf(quantity, gate)), formula(quantity, setting.unit));
  const value = point[quantity][0]!;
  return el("tr", { "data-quantity": quantity }, name, el("td", { "data-value": String(value) }, significant(value, 4)));
}

/** On the page each so-many-th point is a row. */
const SPARSE = 10;

function gateTable({ pieces, setting: { unit } }: GateSamples): Table {
  const quantities = PANELS.flat();
  const rows = pieces.flatMap((piece) => Array.from(piece.b, (b, i) => [b, ...quantities.map((quantity) => piece[quantity][i]!)]));
  return {
    head: [same("b"), ...quantities.map((quantity) => same(formula(quantity, unit)))],
    rows,
    some: rows.filter((_, i) => i % SPARSE === 0),
  };
}

export function gatePart(core: Core, catalog: Catalog, state: State, redraw: () => void, fail: (error: Error) => void): Part {
  const styles = palette(catalog.activations.map((row) => row.id));
  let samples: GateSamples | undefined;

  const scrub = ({ x, pressed }: Scrub) => {
    if (pressed) state.set({ b: Number(x.toFixed(2)) });
  };
  const charts = PANELS.map(() => new LiveChart("gate-panel", scrub));
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const readings = el("tbody");

  const ask = async (request: Request) => succeed(await core.call("sampleGate", request));
  const update = newestWins(
    (setting: GateSetting) => Promise.all(gateRequests(setting, catalog).map(ask)),
    (answers, setting) => {
      samples = gateSamples(setting, answers);
      redraw();
    },
    fail,
  );
  state.follow(() => update({ unit: state.string("unit"), a: state.number("a"), b: state.number("b") }));

  const { choices } = fieldOf(catalog.requests.sampleGate, "unit");
  const head = el("tr", {}, el("td"), el("th", { scope: "col" }, bilingual(words.atB)));
  const along = slider(state, "b", { label: words.b });
  const element = el(
    "section",
    { class: "gate" },
    el("h3", {}, bilingual(words.gate)),
    sentence,
    el("div", { class: "panels" }, ...charts.map((chart) => chart.element)),
    el("div", { class: "side" }, select(state, "unit", choices), slider(state, "a"), along),
    el("table", { class: "readings" }, el("thead", {}, head), readings),
  );
  const share = new Share(state, element, () => gateTable(samples!), redraw);
  element.append(share.numbers, share.element);
  return {
    element,
    ready: () => samples !== undefined,
    draw() {
      share.draw();
      if (!samples) return;
      const { unit } = samples.setting;
      const gate = styles.get(GATES[unit]!.activation)!;
      PANELS.forEach((quantities, i) => charts[i]!.draw(gateChart(samples!, quantities, gate), language()));
      sentence.replaceChildren(bilingual(gateSentence(samples)));
      const { setting, point } = samples;
      const values = PANELS.flat().map((quantity) => `${formula(quantity, unit)} = ${significant(point[quantity][0]!, 3)}`);
      speak(along.querySelector("[type=range]")!, same(`b = ${significant(setting.b, 3)}. ${values.join(". ")}`));
      readings.replaceChildren(...PANELS.flat().map((quantity) => reading(samples!, quantity, gate)));
    },
  };
}
