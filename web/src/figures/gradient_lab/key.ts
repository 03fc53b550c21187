import type { Chart } from "../../charts/description";
import { bilingual, el } from "../../page/dom";
import { swatch } from "../../page/swatch";

/** What each line of a chart is. */
export function key(chart: Chart): Node[] {
  return chart.lines.flatMap((line) => {
    if (!line.label) return [];
    const sample = swatch({ colour: line.colour, dash: line.dash ?? [] }, line.width);
    return [el("span", { class: "item" }, sample, bilingual(line.label))];
  });
}
