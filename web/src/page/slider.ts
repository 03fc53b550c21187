import type { Text } from "../core/api";
import { bilingual, el, uniqueId } from "./dom";
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

/** A slider with a number box beside it, in which any allowed number can be typed. */
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
  const box = el("input", {
    type: "number",
    min: setting.min,
    max: setting.max,
    step: setting.kind === "integer" ? 1 : "any",
    inputmode: setting.kind === "integer" ? "numeric" : "decimal",
    "aria-labelledby": `${id}-label`,
    "data-key": key,
  });
  range.addEventListener("input", () => {
    const position = Number(range.value);
    state.set({ [key]: stops ? stops[position]! : position });
  });
  box.addEventListener("input", () => {
    const parsed = parseValue(setting, box.value);
    box.setCustomValidity("problem" in parsed ? parsed.problem.en : "");
    if ("value" in parsed) state.set({ [key]: parsed.value });
  });
  box.addEventListener("blur", () => show());

  function show(): void {
    const value = state.number(key);
    range.value = String(stops ? nearest(stops, value) : value);
    range.setAttribute("aria-valuetext", String(value));
    if (document.activeElement !== box) box.value = String(Number(value.toPrecision(6)));
  }
  state.follow(show);
  const label = el("label", { for: id, id: `${id}-label` }, bilingual(options.label ?? setting.label));
  return el("div", { class: "control slider" }, label, box, range);
}
