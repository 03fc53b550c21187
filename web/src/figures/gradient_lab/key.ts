import type { Chart } from "../../charts/description";
import { bilingual, el } from "../../page/dom";
import { swatch } from "../../page/swatch";

/** Says what each line of a chart is. */
export class Key {
  readonly element = el("p", { class: "key" });
  private shown = "";

  draw(chart: Chart): void {
    const named = chart.lines.filter((line) => line.label);
    const wanted = JSON.stringify(named.map(({ label, colour }) => [label, colour]));
    if (wanted === this.shown) return;
    this.shown = wanted;
    const items = named.map((line) => {
      const sample = swatch({ colour: line.colour, dash: line.dash ?? [] }, line.width);
      return el("span", { class: "item" }, sample, bilingual(line.label!));
    });
    this.element.replaceChildren(...items);
  }
}
