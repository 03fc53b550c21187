// The explorer: some functions and their slopes over one x, which can be dragged.

import { LiveChart, type Scrub } from "../charts/chartjs";
import { isKnown, palette } from "../charts/palette";
import type { Catalog, Curve, Request, Row } from "../core/api";
import type { Core } from "../core/client";
import { newestWins } from "../core/newest";
import { chips } from "../page/controls";
import { bilingual, el } from "../page/dom";
import type { Mount } from "../page/figure";
import { language } from "../page/language";
import { parameterControls } from "../page/presets";
import { problemsNotice, showFailure, succeed } from "../page/notice";
import { parametersOf, parameterSettings, settingOf, type Setting } from "../page/settings";
import { slider } from "../page/slider";
import { State } from "../page/state";
import { swatch } from "../page/swatch";
import { words } from "../page/words";
import { same, significant } from "../text";
import { explorerChart, OPENING, type Explored } from "./explorer_chart";
import { slopeSentence } from "./explorer_words";

function settings(catalog: Catalog): Setting[] {
  const point = catalog.requests.evaluate.find((field) => field.name === "x")!;
  const end = (name: string) => catalog.requests.sampleCurve.find((field) => field.name === name)!.initial as number;
  const functions: Setting = {
    ...settingOf(catalog.requests.sampleCurve.find((field) => field.type === "activation")!, catalog),
    key: "functions",
    kind: "choices",
    initial: OPENING.functions,
  };
  const x = { ...settingOf(point, catalog), initial: OPENING.x, min: end("from"), max: end("to") };
  return [functions, x, ...parameterSettings(catalog)];
}

/** Curves already sampled: dragging x needs only the point. */
class Curves {
  private readonly known = new Map<string, Curve>();

  constructor(private readonly core: Core) {}

  async sample(request: Request): Promise<Curve> {
    const key = JSON.stringify(request);
    const curve = this.known.get(key) ?? succeed(await this.core.call("sampleCurve", request));
    if (this.known.size > 200) this.known.clear();
    this.known.set(key, curve);
    return curve;
  }
}

export const mountExplorer: Mount = (host, { core, catalog }, redraw) => {
  const state = new State("explorer", settings(catalog));
  const styles = palette(catalog.activations.map((row) => row.id));
  const curves = new Curves(core);
  let explored: Explored[] = [];

  const scrub = ({ x, pressed }: Scrub) => {
    if (pressed) state.set({ x: Number(x.toFixed(2)) });
  };
  const values = new LiveChart("value-panel", scrub);
  const slopes = new LiveChart("slope-panel", scrub);
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const readings = el("tbody");
  const parameters = el("div", { class: "parameters" });
  const notice = el("div", { class: "notice", role: "status" });

  const rows = () => state.list("functions").map((id) => catalog.activations.find((row) => row.id === id)!);
  const request = (row: Row): Request => ({ activation: row.id, parameters: parametersOf(row, state.values) });

  const update = newestWins(
    async (x: number) => {
      const explore = async (row: Row): Promise<Explored> => ({
        row,
        style: styles.get(row.id)!,
        curve: await curves.sample(request(row)),
        point: succeed(await core.call("evaluate", { ...request(row), x })),
      });
      return Promise.all(rows().map(explore));
    },
    (result) => {
      explored = result;
      notice.replaceChildren(...problemsNotice(state.problems));
      redraw();
    },
    (error) => showFailure(notice, error),
  );

  function draw(): void {
    if (explored.length === 0) return;
    if (!live.isConnected) host.replaceChildren(live);
    values.draw(explorerChart(explored, "f"), language());
    slopes.draw(explorerChart(explored, "df"), language());
    const newest = explored[explored.length - 1]!;
    const told = explored.find(({ row }) => row.id === OPENING.functions[0]) ?? newest;
    sentence.replaceChildren(bilingual(slopeSentence(told.row, told.point)));
    readings.replaceChildren(...explored.map(reading));
  }

  const choices = catalog.activations.map((row) => ({
    id: row.id,
    label: same(row.name.en),
    sample: swatch(styles.get(row.id)!),
    first: isKnown(row.id),
  }));
  const heads = [bilingual(words.function), "f(x)", "f′(x)"];
  const table = el(
    "table",
    { class: "readings" },
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    readings,
  );
  const side = el("div", { class: "side" }, slider(state, "x", { label: same("x") }), table, parameters);
  const panels = el("div", { class: "panels" }, values.element, slopes.element);
  const live = el("div", { class: "live explorer" });
  live.append(notice, chips(state, "functions", choices, words.functions, words.moreFunctions), sentence, panels, side);

  let shownParameters = "";
  state.follow(() => {
    const ids = state.list("functions").join();
    if (ids !== shownParameters) {
      shownParameters = ids;
      parameters.replaceChildren(...rows().flatMap((row) => parameterControls(state, row)));
    }
    update(state.number("x"));
  });
  return draw;
};

function reading({ row, style, point }: Explored): HTMLElement {
  const cell = (value: number) => el("td", { "data-value": String(value) }, significant(value, 4));
  const name = el("th", { scope: "row" }, swatch(style), row.name.en);
  return el("tr", { "data-function": row.id }, name, cell(point.f), cell(point.df));
}
