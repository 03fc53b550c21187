// Texts that are written anew only when they change: to lay them out costs more than to draw a chart.

import type { Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";

export class Paragraphs {
  readonly element = el("div", { class: "findings" });
  private shown = "";

  show(texts: Text[]): void {
    const wanted = JSON.stringify(texts);
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.element.replaceChildren(...texts.map((text) => el("p", {}, bilingual(text))));
  }
}
