// View: the phase diagram, with a ring for the network that is set, which can be dragged.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import type { GradientTheory, PhaseRow, Request, Text } from "../../core/api";
import { segments } from "../../page/controls";
import { addMarkup, bilingual, el } from "../../page/dom";
import { language } from "../../page/language";
import { parametersOf } from "../../page/settings";
import type { Table } from "../../page/table";
import { decades, same, short } from "../../text";
import type { Measured } from "./bench";
import { rowOf, type Lab, type View } from "./context";
import { Paragraphs } from "./paragraphs";
import { phaseChart, positionOf, valueAt } from "./phase_chart";
import { PhaseRows } from "./phase_rows";
import { PHASE_PRESETS } from "./presets";
import { Progress } from "./progress";
import { words } from "./words";

export function phaseView(lab: Lab, measured: () => Measured | undefined): View {
  const { state, catalog } = lab;
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const notes = new Paragraphs();
  const under = el("p", { class: "reading" });
  const chart = new LiveChart("phase-panel", ({ x, y, pressed }: Scrub) => {
    const row = rows[Math.round(y)];
    if (row) under.replaceChildren(bilingual(cellReading(row, Math.round(x), state.string("rows"))));
    if (pressed && rows.length > 0) drag(x, y);
  });
  const progress = new Progress(() => source.stop());
  let rows: PhaseRow[] = [];

  const source = new PhaseRows(lab.core, {
    begin: () => progress.begin(),
    show(some) {
      rows = some;
      const of = rows[0]?.row_count ?? 1;
      progress.report(rows.length, of, words.rowsSoFar(rows.length, of));
      lab.redraw();
    },
    end: () => progress.end(),
    fail: lab.fail,
  });

  const byDepth = () => state.string("rows") === "depth";

  /** LeCun's initialisation has σ_w = 1, so that the gain is σ_w itself. */
  function drag(x: number, y: number): void {
    const within = (name: string, value: number, digits: number) => {
      const { min, max } = state.setting(name);
      return Math.min(max, Math.max(min, Number(value.toFixed(digits))));
    };
    const gain = within("gain", valueAt(x, rows[0]!.sigma_w), 2);
    const height = valueAt(y, rows.map(({ value }) => value));
    const moved = byDepth() ? { depth: within("depth", height, 0) } : { sigma_b: within("sigma_b", height, 2) };
    state.set({ initialisation: "lecun_normal", gain, ...moved });
  }

  function request(): Request {
    const row = rowOf(lab);
    const rms = state.string("normalisation") === "rms";
    return {
      activation: row.id,
      parameters: parametersOf(row, state.values),
      rows: state.string("rows"),
      normalisation: rms ? "rms" : "none",
    };
  }

  const choices = catalog.requests.phaseRow.find(({ name }) => name === "rows")!;
  return {
    label: { en: "Phases", zh: "相图" },
    first: ["activation", "gain", "sigma_b"],
    more: ["initialisation", "depth", "width", "sigma", "normalisation", "residual", "batch", "seed", "parameters"],
    presets: PHASE_PRESETS,
    element: el(
      "div",
      { class: "view" },
      sentence,
      el("div", { class: "above" }, segments(state, "rows", choices.choices, choices.label), progress.element),
      chart.element,
      scale(),
      under,
      notes.element,
    ),
    update: () => source.ask(request()),
    leave: () => source.pause(),
    table: () => phaseTable(rows, byDepth()),
    draw() {
      const run = measured()?.run;
      if (!run || rows.length === 0) return;
      const { theory } = run;
      const [sigmaW, sigmaB] = [Math.sqrt(theory.sigma_w2), Math.sqrt(theory.sigma_b2)];
      // Rows that are still to come lie as far apart as those that are there.
      const values = rows.map(({ value }) => value);
      const y = positionOf(byDepth() ? state.number("depth") : sigmaB, values.length > 1 ? values : [0, 1]);
      chart.draw(phaseChart(rows, state.string("rows"), { x: positionOf(sigmaW, rows[0]!.sigma_w), y }), language());
      sentence.replaceChildren(bilingual(phaseSentence(theory, sigmaW, sigmaB, state.number("depth"))));
      const plain = ["none", "rms"].includes(state.string("normalisation")) && state.string("residual") === "off";
      const found = [theory.verdict, ...(plain ? [] : [words.diagramIsPlain]), ...(byDepth() ? [words.byDepthWithoutBias] : [])];
      notes.show(found);
    },
  };
}

/** A row of the diagram a row: where χ = 1, then the slope at each σ_w. */
const phaseTable = (rows: PhaseRow[], byDepth: boolean): Table => ({
  head: [
    byDepth ? words.depthAxis : words.biasDeviation,
    same("σ_w: χ = 1"),
    ...Array.from(rows[0]?.sigma_w ?? [], (sigmaW) => same(`σ_w = ${sigmaW}`)),
  ],
  rows: rows.map((row) => [row.value, row.critical_sigma_w, ...row.slope]),
});

/** The cell under the pointer. */
function cellReading(row: PhaseRow, column: number, by: string): Text {
  const [sigmaW, slope] = [row.sigma_w[column] ?? NaN, row.slope[column] ?? NaN];
  const value = short(row.value, 3);
  const at = { en: by === "depth" ? `depth ${value}` : `σ_b = ${value}`, zh: by === "depth" ? `深度 ${value}` : `σ_b = ${value}` };
  return {
    en: `Under the pointer: σ_w = ${short(sigmaW, 3)}, ${at.en}: ${decades(slope)} decades per layer`,
    zh: `指针处：σ_w = ${short(sigmaW, 3)}，${at.zh}：每层 ${decades(slope)} 个数量级`,
  };
}

const STRIPS = 20;

/** From what vanishes to what explodes, which is hatched besides. */
function ramp(): HTMLElement {
  const strips = Array.from({ length: STRIPS }, (_, i) => {
    const strength = (2 * i + 1) / STRIPS - 1;
    return `<rect class="${strength < 0 ? "vanishes" : "explodes"}" x="${8 * i}" width="8" height="12" fill-opacity="${Math.abs(strength)}"/>`;
  });
  const hatches = Array.from({ length: 8 }, (_, i) => `M${82 + 10 * i} 12l8 -12`);
  const holder = el("span", { class: "ramp" });
  addMarkup(holder, `<svg viewBox="0 0 160 12" aria-hidden="true">${strips.join("")}<path d="${hatches.join("")}"/></svg>`);
  return holder;
}

/** What the colours mean. */
function scale(): HTMLElement {
  return el(
    "p",
    { class: "scale" },
    el("span", {}, bilingual(words.vanishes)),
    ramp(),
    el("span", {}, bilingual(words.explodes)),
  );
}

/** Decades per layer that `decades` writes as 0. */
const LEVEL = 5e-5;

function phaseSentence(theory: GradientTheory, sigmaW: number, sigmaB: number, depth: number): Text {
  const [w, b] = [`σ_w = ${short(sigmaW, 3)}`, `σ_b = ${short(sigmaB, 2)}`];
  const slope = decades(theory.slope_delta);
  if (!Number.isFinite(theory.slope_delta)) {
    return { en: `At ${w}, ${b} the theory gives no number for ${depth} layers.`, zh: `在 ${w}，${b} 处，理论给不出 ${depth} 层的数值。` };
  }
  const way = Math.abs(theory.slope_delta) < LEVEL ? { en: "stays level", zh: "持平" } : theory.slope_delta < 0 ? { en: "vanishes", zh: "消失" } : { en: "explodes", zh: "爆炸" };
  return {
    en: `The ring is at ${w}, ${b}: over ${depth} layers theory gives ${slope} decades per layer on the way back. The gradient ${way.en}.`,
    zh: `圆环在 ${w}，${b}：理论给出 ${depth} 层平均每层 ${slope} 个数量级（往回走），梯度${way.zh}。`,
  };
}
