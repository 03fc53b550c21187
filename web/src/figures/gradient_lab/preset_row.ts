// The examples of the view in sight, and what the chosen one teaches.

import { button } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import type { State } from "../../page/state";
import type { Preset } from "./context";
import { words } from "./words";

interface Shown {
  presets: Preset[];
}

export class PresetRow {
  readonly element: HTMLElement;
  private readonly row = el("div", { class: "presets" });
  private readonly lesson = el("p", { class: "lesson", "aria-live": "polite" });
  private shown: Shown | undefined;
  private buttons: [HTMLButtonElement, Preset][] = [];
  /** What the last view opened with: the reader who has changed nothing since gets the next opening. */
  private opening: Preset["set"];

  constructor(
    private readonly lab: { state: State },
    private readonly view: () => Shown,
    /** What the figure opens with by default, also where a link names another view. */
    private readonly first?: Preset["set"],
  ) {
    this.row.setAttribute("role", "group");
    this.element = el("div", { class: "examples" }, this.row, this.lesson);
    this.opening = view().presets[0]!.set;
  }

  update(): void {
    const view = this.view();
    if (this.shown !== view) {
      const opened = this.shown !== undefined;
      this.shown = view;
      this.list(view);
      if (opened && this.isSet(this.opening)) return this.open(view);
    }
    if (this.first && view.presets[0]!.set !== this.first && this.isSet(this.first)) return this.open(view);
    const chosen = this.buttons.find(([, preset]) => this.isSet(preset.set));
    for (const pair of this.buttons) pair[0].setAttribute("aria-pressed", String(pair === chosen));
    this.lesson.replaceChildren(...(chosen ? [bilingual(chosen[1].teaches)] : []));
  }

  private open(view: Shown): void {
    this.opening = view.presets[0]!.set;
    this.lab.state.set(this.opening);
  }

  private list(view: Shown): void {
    this.buttons = view.presets.map((preset) => [button(preset.label, () => this.lab.state.set(preset.set), "preset"), preset]);
    this.row.replaceChildren(el("span", { class: "visually-hidden" }, bilingual(words.presets)), ...this.buttons.map(([b]) => b));
  }

  private isSet(set: Preset["set"]): boolean {
    return Object.entries(set).every(([name, value]) => this.lab.state.values[name] === value);
  }
}
