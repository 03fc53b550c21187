import type { Text } from "../core/api";
import { pick } from "../text";
import { button } from "./controls";
import { bilingual, el, uniqueId } from "./dom";
import { language } from "./language";
import { parseValue, type Setting } from "./settings";
import type { State } from "./state";

const STEPS = [0.001, 0.01, 0.1, 1];
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Round numbers, evenly spaced to the ear, for a range that spans factors of ten. */
function logStops(setting: Setting): number[] {
  const stops = new Set([setting.min, setting.initial as number, setting.max]);
  for (let power = 1e-3; power <= setting.max; power *= 10) {
    for (const round of ROUND) {
      const value = Number((round * power).toPrecision(2));
      const fits = value > setting.min && value < setting.max;
      if (fits && (setting.kind === "real" || Number.isInteger(value))) stops.add(value);
    }
  }
  return [...stops].sort((a, b) => a - b);
}

function nearest(stops: number[], value: number): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(stop - value) < Math.abs(stops[best]! - value)) best = i;
  });
  return best;
}

function stepOf(setting: Setting): number {
  if (setting.kind === "integer") return 1;
  return STEPS.find((step) => (setting.max - setting.min) / step <= 2000) ?? 1;
}

/** A box in which any allowed number can be typed. */
function numberBox(state: State, key: string, attributes: Record<string, string>): HTMLInputElement {
  const setting = state.setting(key);
  const box = el("input", {
    ...attributes,
    type: "number",
    min: setting.min,
    max: setting.max,
    step: setting.kind === "integer" ? 1 : "any",
    inputmode: setting.kind === "integer" ? "numeric" : "decimal",
    "data-key": key,
  });
  const show = () => {
    box.value = String(Number(state.number(key).toPrecision(10)));
    box.setCustomValidity("");
  };
  box.addEventListener("input", () => {
    const parsed = parseValue(setting, box.value);
    box.setCustomValidity("problem" in parsed ? pick(parsed.problem, language()) : "");
    if ("value" in parsed) state.set({ [key]: parsed.value });
  });
  box.addEventListener("blur", show);
  state.follow(() => {
    if (document.activeElement !== box) show();
  });
  return box;
}

/** A number that has no order worth sliding along, a seed: a box, and a button for the next one. */
export function counter(state: State, key: string, next: Text): HTMLElement {
  const setting = state.setting(key);
  const id = uniqueId("counter");
  const step = () => state.set({ [key]: state.number(key) < setting.max ? state.number(key) + 1 : setting.min });
  const label = el("label", { for: id }, bilingual(setting.label));
  return el("div", { class: "control counter" }, label, numberBox(state, key, { id }), button(next, step));
}

/** A slider with a number box beside it. */
export function slider(state: State, key: string, options: { label?: Text; log?: boolean } = {}): HTMLElement {
  const setting = state.setting(key);
  const stops = options.log ? logStops(setting) : undefined;
  const id = uniqueId("slider");
  const range = el("input", {
    id,
    type: "range",
    min: stops ? 0 : setting.min,
    max: stops ? stops.length - 1 : setting.max,
    step: stops ? 1 : stepOf(setting),
    "data-key": key,
  });
  range.addEventListener("input", () => {
    const position = Number(range.value);
    state.set({ [key]: stops ? stops[position]! : position });
  });
  state.follow(() => {
    const value = state.number(key);
    range.value = String(stops ? nearest(stops, value) : value);
    range.setAttribute("aria-valuetext", String(value));
  });
  const label = el("label", { for: id, id: `${id}-label` }, bilingual(options.label ?? setting.label));
  return el("div", { class: "control slider" }, label, numberBox(state, key, { "aria-labelledby": `${id}-label` }), range);
}
