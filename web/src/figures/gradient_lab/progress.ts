// Says how far a long computation is, and ends it on request.

import type { Text } from "../../core/api";
import { PATIENCE_MS } from "../../page/attention";
import { button } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { words } from "./words";

export class Progress {
  readonly element: HTMLElement;
  private readonly bar = el("progress", { max: 1, value: 0, "aria-hidden": "true" });
  private readonly text = el("span");
  private timer = 0;

  constructor(stop: () => void) {
    this.element = el("p", { class: "progress", hidden: true }, this.bar, this.text, button(words.stop, stop));
  }

  begin(): void {
    clearTimeout(this.timer);
    this.bar.value = 0;
    this.text.replaceChildren();
    this.timer = window.setTimeout(() => (this.element.hidden = false), PATIENCE_MS);
  }

  report(done: number, of: number, text: Text): void {
    this.bar.value = done / of;
    this.text.replaceChildren(bilingual(text));
  }

  end(): void {
    clearTimeout(this.timer);
    this.element.hidden = true;
  }
}
