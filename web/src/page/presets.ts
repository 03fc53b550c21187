import type { Parameter, Row, Text } from "../core/api";
import { el } from "./dom";
import { button } from "./controls";
import type { State } from "./state";
import { short } from "../text";
import { slider } from "./slider";
import { sources } from "./words";

/** The defaults of papers and libraries, those with one value together. */
function byValue(parameter: Parameter): { value: number; label: Text }[] {
  const values = [...new Set(parameter.presets.map((preset) => preset.value))];
  return values.map((value) => {
    const from = parameter.presets.filter((preset) => preset.value === value).map((preset) => preset.source);
    const text = (language: keyof Text) => from.map((source) => sources[source]?.[language] ?? source).join(language === "en" ? ", " : "、");
    const number = short(value, 3);
    return { value, label: { en: `${number} (${text("en")})`, zh: `${number}（${text("zh")}）` } };
  });
}

/** A slider for each parameter of a function, with the known defaults as buttons below it. */
function slidersOf(state: State, row: Row): HTMLElement[] {
  return row.parameters.map((parameter) => {
    const key = `${row.id}.${parameter.name}`;
    const buttons = byValue(parameter).map(({ value, label }) => {
      const preset = button(label, () => state.set({ [key]: value }), "preset");
      state.follow(() => preset.setAttribute("aria-pressed", String(state.number(key) === value)));
      return preset;
    });
    return el("div", { class: "parameter" }, slider(state, key), el("div", { class: "presets" }, ...buttons));
  });
}

/** Those of the functions that `show` is given; they follow the state for good, so each is made once. */
export function parameterControls(state: State): { element: HTMLElement; show(rows: Row[]): void } {
  const element = el("div", { class: "parameters" });
  const made = new Map<Row, HTMLElement[]>();
  let shown = "";
  return {
    element,
    show(rows) {
      const wanted = rows.map(({ id }) => id).join();
      if (wanted === shown) return;
      shown = wanted;
      for (const row of rows) if (!made.has(row)) made.set(row, slidersOf(state, row));
      element.replaceChildren(...rows.flatMap((row) => made.get(row)!));
    },
  };
}
