// The layer under the finger: a slider for it, and its numbers.

import { bilingual, el } from "../../page/dom";
import type { Run } from "./bench";
import type { Lab } from "./context";
import { words } from "./words";

export class LayerControl {
  readonly element: HTMLElement;
  private readonly slider = el("input", { type: "range", min: 1, "data-key": "layer" });
  private readonly reading = el("p", { class: "reading" });

  constructor(
    lab: Lab,
    private readonly read: (run: Run, layer: number) => Node,
  ) {
    this.slider.addEventListener("input", () => {
      lab.layer = Number(this.slider.value);
      lab.redraw();
    });
    const name = el("span", { class: "visually-hidden" }, bilingual(words.layerHead));
    this.element = el("div", { class: "layer" }, el("label", {}, name, this.slider), this.reading);
  }

  draw(run: Run, layer: number): void {
    this.slider.max = String(run.flow.log10_delta.length);
    this.slider.value = String(layer);
    this.reading.replaceChildren(this.read(run, layer));
    if (document.activeElement === this.slider) this.slider.setAttribute("aria-valuetext", this.spoken());
  }

  /** The reading in the language that is shown; to ask for it costs a layout. */
  private spoken(): string {
    return this.reading.innerText.replace(/\s+/g, " ").trim();
  }
}
