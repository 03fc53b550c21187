// The foot of a live figure: what it shows in numbers, a link to it as it is set, and files of both.

import type { Text } from "../core/api";
import { button, details } from "./controls";
import { copyText } from "./copy";
import { bilingual, el } from "./dom";
import { asPixels, asText, picture } from "./picture";
import type { State } from "./state";
import { csv, tableElement, type Table } from "./table";
import { words } from "./words";

export class Share {
  readonly numbers: HTMLDetailsElement;
  readonly element: HTMLElement;
  private readonly table = el("div", { class: "table-scroll", tabindex: 0 });
  private readonly said = el("span", { role: "status" });

  /** `live` is what the picture shows; `redraw` ends in a call of `draw`. */
  constructor(
    private readonly state: State,
    private readonly live: HTMLElement,
    /** Nothing before the first answer. */
    private readonly read: () => Table | undefined,
    redraw: () => void,
  ) {
    this.numbers = details(words.numbers, this.table);
    this.numbers.addEventListener("toggle", redraw);
    const file = (kind: string, make: () => BlobPart | Promise<BlobPart>, type: string) =>
      button({ en: kind, zh: kind }, async () => {
        try {
          save(new Blob([await make()], { type }), `activation-lab-${state.figure}.${kind.toLowerCase()}`);
        } catch {
          this.say(words.notSaved(kind));
        }
      });
    this.element = el(
      "div",
      { class: "foot" },
      button(words.copyLink, () => this.copyLink()),
      el("span", {}, bilingual(words.saveAs)),
      file("PNG", () => asPixels(picture(live, this.about())), "image/png"),
      file("SVG", () => asText(picture(live, this.about())), "image/svg+xml"),
      file("CSV", () => csv(read() ?? { head: [], rows: [] }, this.about()), "text/csv"),
      this.said,
    );
    state.follow(() => {
      live.dataset["hide"] = state.list("hide").join(" ");
      this.said.replaceChildren();
    });
  }

  draw(): void {
    const table = this.numbers.open && this.read();
    if (table) this.table.replaceChildren(tableElement(table));
  }

  private async copyLink(): Promise<void> {
    this.say((await copyText(location.href.split("#")[0] + this.state.link)) ? words.linkCopied : words.notCopied);
  }

  private say(text: Text): void {
    this.said.replaceChildren(bilingual(text));
  }

  /** Which page made this, with which settings: those that have a control in the figure. Where a file lies is nobody's business. */
  private about(): string[] {
    const controls = [...this.live.querySelectorAll<HTMLElement>("[data-key]")].filter((control) => !control.closest("[hidden]"));
    const keys = new Set(controls.map((control) => control.dataset["key"]!));
    const page = location.protocol === "file:" ? "" : location.href.split("#")[0];
    return [document.querySelector<HTMLElement>("#version")!.innerText.trim(), this.state.written(keys), page + this.state.link];
  }
}

function save(blob: Blob, name: string): void {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
