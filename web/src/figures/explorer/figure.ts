// The explorer: some functions and their slopes over one x, which can be dragged.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import { isKnown, palette } from "../../charts/palette";
import type { Row, Text } from "../../core/api";
import { newestWins } from "../../core/newest";
import { button, chips, segments } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { language, speak } from "../../page/language";
import { parameterControls } from "../../page/presets";
import { problemsNotice, showFailure, succeed } from "../../page/notice";
import { parametersOf } from "../../page/settings";
import { Share } from "../../page/share";
import { slider } from "../../page/slider";
import { State } from "../../page/state";
import { swatch } from "../../page/swatch";
import type { Table } from "../../page/table";
import { words as pageWords } from "../../page/words";
import { same, significant } from "../../text";
import { Answers } from "./answers";
import { explorerChart, OPENING, type Explored } from "./chart";
import { CodePart } from "./code_part";
import { DerivativesPart } from "./derivatives_part";
import { FormulaPart } from "./formula_part";
import { LibrariesPart } from "./libraries_part";
import type { Part } from "./part";
import { hasNoSlope, slopeSentence } from "./sentence";
import { explorerSettings, PARTS, type PartId } from "./settings";
import { words } from "./words";

export const mountExplorer: Mount = (host, { core, catalog }, redraw) => {
  const state = new State("explorer", explorerSettings(catalog));
  const styles = palette(catalog.activations.map((row) => row.id));
  const curves = new Answers(core, "sampleCurve");
  const comparisons = new Answers(core, "compareDerivatives");
  let explored: Explored[] = [];

  const scrub = ({ x, pressed }: Scrub) => {
    if (pressed) state.set({ x: Number(x.toFixed(2)) });
  };
  const values = new LiveChart("value-panel", scrub);
  const slopes = new LiveChart("slope-panel", scrub);
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const readings = el("tbody");
  const parameters = parameterControls(state);
  const notice = el("div", { class: "notice", role: "status" });
  const parts: Record<PartId, Part> = {
    formula: new FormulaPart(),
    derivatives: new DerivativesPart(),
    libraries: new LibrariesPart(state, catalog),
    code: new CodePart(),
  };
  const part = () => state.string("part") as PartId;
  const equalUnits = () => state.string("units") === "equal";

  const rows = () => state.list("functions").map((id) => catalog.activations.find((row) => row.id === id)!);

  async function explore(row: Row, x: number): Promise<Explored> {
    const own = parametersOf(row, state.values);
    const request = { activation: row.id, parameters: own };
    return {
      row,
      parameters: own,
      style: styles.get(row.id)!,
      curve: await curves.get(request),
      point: succeed(await core.call("evaluate", { ...request, x })),
      comparison: part() === "derivatives" ? await comparisons.get(request) : undefined,
    };
  }

  const update = newestWins(
    async (x: number) => Promise.all(rows().map((row) => explore(row, x))),
    (result) => {
      explored = result;
      notice.replaceChildren(...problemsNotice(state.problems));
      redraw();
    },
    (error) => {
      mount();
      showFailure(notice, error);
    },
  );

  /** Also what fails is said in the figure. */
  function mount(): void {
    if (!live.isConnected) host.replaceChildren(live);
  }

  function draw(): void {
    if (explored.length === 0) return;
    mount();
    values.draw(explorerChart(explored, "f", equalUnits()), language());
    slopes.draw(explorerChart(explored, "df", equalUnits()), language());
    const newest = explored[explored.length - 1]!;
    const told = explored.find(({ row }) => row.id === OPENING.functions[0]) ?? newest;
    sentence.replaceChildren(bilingual(slopeSentence(told)));
    readings.replaceChildren(...explored.map(reading));
    parts[part()].draw(explored);
    share.draw();
    speak(x.querySelector("[type=range]")!, spoken(explored));
  }

  const choices = catalog.activations.map((row) => ({
    id: row.id,
    label: same(row.name.en),
    sample: swatch(styles.get(row.id)!),
    first: isKnown(row.id),
  }));
  const heads = [bilingual(pageWords.function), "f(x)", "f′(x)"];
  const table = el(
    "table",
    { class: "readings" },
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    readings,
  );
  const units = button(words.equalUnits, () => state.set({ units: equalUnits() ? "fitted" : "equal" }), "preset");
  const x = slider(state, "x", { label: same("x") });
  const side = el("div", { class: "side" }, x, table, parameters.element);
  const panels = el("div", { class: "panels" }, values.element, slopes.element, units);
  const tabs = segments(state, "part", PARTS.map((id) => ({ id, label: words[id] })), words.part);
  tabs.classList.add("tabs");
  const stage = el("div", { class: "stage" });
  const live = el("div", { class: "live explorer" });
  const share = new Share(state, live, () => curvesTable(explored), redraw);
  live.append(
    notice,
    chips(state, "functions", choices, pageWords.functions, pageWords.moreFunctions),
    sentence,
    panels,
    side,
    el("div", { class: "below" }, tabs, stage, share.numbers, share.element),
  );

  state.follow(() => {
    parameters.show(rows());
    units.setAttribute("aria-pressed", String(equalUnits()));
    stage.replaceChildren(parts[part()].element);
    update(state.number("x"));
  });
  return draw;
};

/** On the page halves of x are rows; the numbers on both sides of a kink at 0 are of no use to a reader. */
const inTable = (x: number) => Math.abs(2 * x - Math.round(2 * x)) < 1e-9 && (x === 0 || Math.abs(x) > 1e-9);

/** The curves as they are drawn. */
function curvesTable(explored: Explored[]): Table {
  const rowsOf = ({ row, curve }: Explored) => Array.from(curve.x, (x, i) => [row.name.en, x, curve.f[i]!, curve.df[i]!]);
  return {
    head: [pageWords.function, ...["x", "f(x)", "f′(x)"].map(same)],
    rows: explored.flatMap(rowsOf),
    some: explored.flatMap((one) => rowsOf(one).filter((_, i) => inTable(one.curve.x[i]!))),
  };
}

/** What is read at x. */
function spoken(explored: Explored[]): Text {
  const each = explored.map(({ row, point }) => `${row.name.en}: f = ${significant(point.f, 3)}, f′ = ${significant(point.df, 3)}`);
  return same(`x = ${significant(explored[0]!.point.x, 3)}. ${each.join(". ")}`);
}

function reading(one: Explored): HTMLElement {
  const { row, style, point } = one;
  const cell = (value: number, ...more: Node[]) => el("td", { "data-value": String(value) }, significant(value, 4), ...more);
  const name = el("th", { scope: "row" }, swatch(style), row.name.en);
  const convention = hasNoSlope(one) ? [el("small", {}, bilingual(words.byConvention))] : [];
  return el("tr", { "data-function": row.id }, name, cell(point.f), cell(point.df, ...convention));
}
