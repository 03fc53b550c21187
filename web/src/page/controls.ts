// Controls made from the schema. Each writes to the state and follows it.

import type { Text } from "../core/api";
import { bilingual, el, uniqueId } from "./dom";
import { label } from "./language";
import type { State } from "./state";

export interface Option {
  id: string;
  label: Text;
}

export function select(state: State, key: string, options: Option[], name?: Text): HTMLElement {
  const id = uniqueId("select");
  const control = el("select", { id, "data-key": key });
  for (const option of options) control.append(label(el("option", { value: option.id }), option.label));
  control.addEventListener("change", () => state.set({ [key]: control.value }));
  state.follow(() => (control.value = state.string(key)));
  const text = bilingual(name ?? state.setting(key).label);
  return el("div", { class: "control" }, el("label", { for: id }, text), el("span", { class: "select" }, control));
}

/** One of a few choices, all in sight. */
export function segments(state: State, key: string, options: Option[], legend: Text): HTMLElement {
  const name = uniqueId("segments");
  const group = el("fieldset", { class: "segments" }, el("legend", {}, bilingual(legend)));
  for (const option of options) {
    const radio = el("input", { type: "radio", name, value: option.id, "data-key": key });
    radio.addEventListener("change", () => state.set({ [key]: option.id }));
    state.follow(() => (radio.checked = state.string(key) === option.id));
    group.append(el("label", {}, radio, el("span", {}, bilingual(option.label))));
  }
  return group;
}

export interface Chip extends Option {
  sample: Node;
  /** Whether it stands in sight, or under "more". */
  first: boolean;
}

/** Any number of choices but none, as buttons that stay pressed. */
export function chips(state: State, key: string, options: Chip[], legend: Text, more: Text): HTMLElement {
  const group = el("fieldset", { class: "chips", "data-key": key }, el("legend", {}, bilingual(legend)));
  const rest = el("div");
  for (const option of options) {
    const chip = el("button", { type: "button", class: "chip", "data-value": option.id }, option.sample);
    chip.append(bilingual(option.label));
    chip.addEventListener("click", () => {
      const chosen = state.list(key);
      const rest = chosen.filter((id) => id !== option.id);
      const next = rest.length < chosen.length ? rest : [...chosen, option.id];
      if (next.length > 0) state.set({ [key]: next });
    });
    state.follow(() => chip.setAttribute("aria-pressed", String(state.list(key).includes(option.id))));
    (option.first ? group : rest).append(chip);
  }
  const disclosure = details(more, rest);
  disclosure.open = state.list(key).some((id) => options.some((option) => option.id === id && !option.first));
  if (rest.hasChildNodes()) group.append(disclosure);
  return group;
}

export function button(text: Text, act: () => void, kind = "quiet"): HTMLButtonElement {
  const element = el("button", { type: "button", class: kind }, bilingual(text));
  element.addEventListener("click", act);
  return element;
}

export function details(summary: Text, ...children: Node[]): HTMLDetailsElement {
  return el("details", {}, el("summary", {}, bilingual(summary)), ...children);
}
