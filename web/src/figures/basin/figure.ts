// SELU's basin: where layers take the mean and the variance of a signal, and where a real network goes.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import { palette } from "../../charts/palette";
import type { Request, Row, SelfNormalisation } from "../../core/api";
import { newestWins } from "../../core/newest";
import { details } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { language } from "../../page/language";
import { problemsNotice, showFailure, succeed } from "../../page/notice";
import { parameterControls } from "../../page/presets";
import { Share } from "../../page/share";
import { State } from "../../page/state";
import type { Table } from "../../page/table";
import { Key } from "../gradient_lab/key";
import { fieldControl } from "../gradient_lab/lab_controls";
import { PresetRow } from "../gradient_lab/preset_row";
import { words as labWords } from "../gradient_lab/words";
import { layersChart, planeChart } from "./charts";
import { PRESETS } from "./presets";
import { basinSentence } from "./sentence";
import { basinSettings, FIRST, requestOf, rowOf } from "./settings";
import { words } from "./words";

/** Always the same one, by which the row of examples knows it. */
const VIEW = { presets: PRESETS };

export const mountBasin: Mount = (host, { core, catalog }, redraw) => {
  const state = new State("basin", basinSettings(catalog));
  const styles = palette(catalog.activations.map(({ id }) => id));
  const notice = el("div", { class: "notice", role: "status" });
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const reading = el("p", { class: "reading" });
  const key = new Key();
  const parameters = parameterControls(state);
  const presets = new PresetRow({ state }, () => VIEW);
  const fields = catalog.requests.selfNormalisation.filter(({ type }) => type !== "parameters");
  const controls = new Map(fields.map((field) => [field.name, fieldControl({ state, catalog }, field)]));
  let shown: { row: Row; run: SelfNormalisation } | undefined;
  /** The layer that is looked at; the last, if none was chosen. */
  let chosen: number | undefined;

  const look = (layer: number) => {
    chosen = layer;
    redraw();
  };
  const plane = new LiveChart("basin-panel", () => {});
  const layers = new LiveChart("basin-panel", ({ x, pressed }: Scrub) => pressed && look(Math.round(x)));
  const slider = el("input", { type: "range", min: 0, "data-key": "layer" });
  slider.addEventListener("input", () => look(Number(slider.value)));
  const scrubber = el("label", { class: "scrubber" }, el("span", {}, bilingual(words.lookAt)), slider);

  const ofNames = (names: string[]) => names.map((name) => controls.get(name)!);
  const rest = fields.map(({ name }) => name).filter((name) => !FIRST.includes(name));
  const live = el("div", { class: "live gradient-lab training" });
  live.append(notice, presets.element, el("div", { class: "controls" }, ...ofNames(FIRST)), sentence);
  live.append(el("div", { class: "side-by-side" }, el("div", {}, plane.element, key.element), el("div", {}, layers.element, scrubber, reading)));
  const share = new Share(state, live, () => shown && pathTable(shown.run), redraw);
  live.append(details(labWords.more, el("div", { class: "more" }, ...ofNames(rest)), parameters.element), share.numbers, share.element);
  host.replaceChildren(live);

  const ask = newestWins(
    async ({ row, request }: { row: Row; request: Request }) => ({ row, run: succeed(await core.call("selfNormalisation", request)) }),
    (answer) => {
      shown = answer;
      notice.replaceChildren(...problemsNotice(state.problems));
      redraw();
    },
    (error) => showFailure(notice, error),
  );

  state.follow(() => {
    const row = rowOf(catalog, state.values);
    presets.update();
    parameters.show([row]);
    controls.get("sigma")!.hidden = state.string("initialisation") !== "by_hand";
    controls.get("dropout_p")!.hidden = state.string("dropout") === "none";
    ask({ row, request: requestOf(catalog, state.values) });
  });

  return () => {
    if (!shown) return;
    const { row, run } = shown;
    const depth = run.mean.length - 1;
    const layer = Math.min(chosen ?? depth, depth);
    const { colour } = styles.get(row.id)!;
    const drawn = planeChart(run, colour, layer);
    plane.draw(drawn, language());
    key.draw(drawn);
    layers.draw(layersChart(run, colour, layer), language());
    sentence.replaceChildren(bilingual(basinSentence(run)));
    slider.max = String(depth);
    slider.value = String(layer);
    slider.setAttribute("aria-valuetext", String(layer));
    reading.replaceChildren(bilingual(words.reading(layer, [run.mean[layer]!, run.variance[layer]!, run.theory_mean[layer]!, run.theory_variance[layer]!])));
    share.draw();
  };
};

/** Every layer in numbers, the input first. */
function pathTable(run: SelfNormalisation): Table {
  const columns = [run.mean, run.variance, run.theory_mean, run.theory_variance];
  return { head: words.columns, rows: Array.from(run.mean, (_, layer) => [layer, ...columns.map((column) => column[layer]!)]) };
}
