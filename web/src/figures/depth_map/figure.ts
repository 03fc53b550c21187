// Depth × initialisation: many small networks trained, and coloured by what they have learned.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import { button, details } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { formatFragment } from "../../page/fragment";
import { language } from "../../page/language";
import { problemsNotice, showFailure } from "../../page/notice";
import { parameterControls } from "../../page/presets";
import { slider } from "../../page/slider";
import { Share } from "../../page/share";
import { State } from "../../page/state";
import type { Table } from "../../page/table";
import { same, short } from "../../text";
import { fieldControl } from "../gradient_lab/lab_controls";
import { PresetRow } from "../gradient_lab/preset_row";
import { Progress } from "../gradient_lab/progress";
import { words as labWords } from "../gradient_lab/words";
import { depthMapChart, REACH } from "./chart";
import { Filler, networkAt, type Filled } from "./filler";
import { keyOf, type Detail, type Place } from "./places";
import { PRESETS } from "./presets";
import { depthMapSentence } from "./sentence";
import { depthMapSettings, fieldsOf, FIRST, requestOf, rowOf } from "./settings";
import { words } from "./words";

/** Where the ring lies at first: depth 10, and weights with which sigmoid learns there. */
const OPENING: Place = { row: 4, column: 16 };

/** Always the same one, by which the row of examples knows it. */
const VIEW = { presets: PRESETS };

export const mountDepthMap: Mount = (host, { core, catalog }, redrawNow) => {
  const state = new State("depth_map", depthMapSettings(catalog));
  const notice = el("div", { class: "notice", role: "status" });
  let filled: Filled | undefined;
  let busy = false;
  /** The reader wants no more of the map that is set. */
  let stopped = false;
  let inSight = false;
  let at: Place = OPENING;
  let frame = 0;
  // Results come faster than frames.
  const redraw = () => (frame ||= requestAnimationFrame(() => ((frame = 0), redrawNow())));

  const progress = new Progress(() => {
    stopped = true;
    fill();
  });
  const filler = new Filler(core, {
    show(now) {
      filled = now;
      progress.report(now.results.size, now.wanted, words.soFar(now.results.size, now.wanted));
      redraw();
    },
    busy(now) {
      busy = now;
      if (now) progress.begin();
      else progress.end();
      redraw();
    },
    fail: (error) => showFailure(notice, error),
  });
  const fill = () =>
    filler.fill({
      request: requestOf(catalog, state.values),
      epochs: state.number("epochs"),
      detail: state.string("detail") as Detail,
      run: inSight && !stopped,
    });

  const go = button(words.fill, () => state.set({ detail: "fine" }), "primary");
  const sentence = el("p", { class: "sentence" });
  const lines = el("p", { class: "note" });
  const reading = el("p", { class: "reading" });
  const chart = new LiveChart("phase-panel", ({ x, y }: Scrub) => lookAt({ column: Math.round(x), row: Math.round(y) }));
  const columns = axis("column", words.sigma);
  const rows = axis("row", words.depthRow);

  const fields = fieldsOf(catalog);
  const controls = new Map([...fields.map((field) => [field.name, fieldControl({ state, catalog }, field)] as const), ["epochs", slider(state, "epochs")] as const]);
  const ofNames = (names: string[]) => names.map((name) => controls.get(name)!);
  const parameters = parameterControls(state);
  const presets = new PresetRow({ state }, () => VIEW);
  const live = el("div", { class: "live gradient-lab training" });
  live.append(notice, presets.element, el("div", { class: "controls" }, ...ofNames(FIRST)));
  live.append(el("div", { class: "transport" }, go, progress.element), sentence, chart.element, key(), el("div", { class: "side-by-side" }, columns.element, rows.element), reading, lines);
  const rest = [...controls.keys()].filter((name) => !FIRST.includes(name));
  const share = new Share(state, live, () => filled && lossTable(filled), redraw);
  live.append(details(labWords.more, el("div", { class: "more" }, ...ofNames(rest)), parameters.element), share.numbers, share.element);
  host.replaceChildren(live);

  function lookAt(place: Place): void {
    at = place;
    redraw();
  }

  /** Moves the ring along one of the axes. */
  function axis(name: keyof Place, label: typeof words.sigma) {
    const input = el("input", { type: "range", min: 0, "data-key": name });
    input.addEventListener("input", () => lookAt({ ...at, [name]: Number(input.value) }));
    return { element: el("label", { class: "scrubber" }, el("span", {}, bilingual(label)), input), input };
  }

  function drawAxis({ input }: ReturnType<typeof axis>, values: ArrayLike<number>, position: number): void {
    input.max = String(values.length - 1);
    input.value = String(position);
    input.setAttribute("aria-valuetext", short(values[position]!, 3));
  }

  /** The link that trains this network in the lab of training. */
  function watch(): HTMLElement {
    const { parameters: own, ...request } = networkAt(filled!.map, at, requestOf(catalog, state.values));
    const named = Object.entries(own as Record<string, number>).map(([name, value]) => [`${request["activation"]}.${name}`, value]);
    const all = [...Object.entries(request), ...named, ["epochs", state.number("epochs")], ["runners", 1]];
    return el("a", { href: formatFragment(Object.fromEntries(all.map(([name, value]) => [`training.${name}`, String(value)]))) }, bilingual(words.watch));
  }

  function draw(): void {
    if (!filled) return;
    const { map, results, wanted } = filled;
    go.hidden = busy || results.size === map.depth.length * map.sigma_w.length;
    chart.draw(depthMapChart(map, results, at), language());
    // What changes with each network is not read out.
    sentence.setAttribute("aria-live", busy || results.size < wanted ? "off" : "polite");
    sentence.replaceChildren(bilingual(depthMapSentence(map, results)));
    drawAxis(columns, map.sigma_w, at.column);
    drawAxis(rows, map.depth, at.row);
    const decades = map.decades[at.column]![at.row];
    reading.replaceChildren(bilingual(words.reading(map.sigma_w[at.column]!, map.depth[at.row]!, results.get(keyOf(at)), decades)), " ", watch());
    lines.replaceChildren(bilingual(decades !== undefined ? words.dashed(REACH) : words.noTheory));
    share.draw();
  }

  state.follow(() => {
    presets.update();
    parameters.show([rowOf(catalog, state.values)]);
    notice.replaceChildren(...problemsNotice(state.problems));
    controls.get("dropout_p")!.hidden = state.string("dropout") === "none";
    controls.get("momentum")!.hidden = state.string("optimiser") !== "momentum";
    stopped = false;
    fill();
  });
  new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1]!.isIntersecting;
    fill();
  }).observe(host);
  return draw;
};

/** What the cells mean. */
function key(): HTMLElement {
  const sample = (name: typeof words.learned, kind: string) => el("span", { class: "item" }, el("span", { class: `cell-sample ${kind}`, "aria-hidden": "true" }), bilingual(name));
  return el("p", { class: "key" }, sample(words.learned, "learned"), sample(words.guesses, "guesses"), sample(words.broke, "broke"));
}

/** The losses; a row a depth, a column a σ_w. */
function lossTable({ map, results }: Filled): Table {
  const cell = (place: Place) => results.get(keyOf(place))?.loss ?? "";
  return {
    head: [words.depth, ...Array.from(map.sigma_w, (sigma) => same(short(sigma, 2)))],
    rows: Array.from(map.depth, (depth, row) => [depth, ...Array.from(map.sigma_w, (_, column) => cell({ row, column }))]),
  };
}
