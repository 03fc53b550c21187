// On paper a chart is a drawing: sharp, dark on light, and as large as the sheet allows.

import { shown } from "../charts/shown";
import { svg } from "../charts/svg";
import { addMarkup } from "./dom";

export function startPrint(): void {
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll(".live-chart")) {
      const chart = shown.get(box);
      if (chart) addMarkup(box, svg(chart, box.clientWidth, box.clientHeight));
    }
  });
  window.addEventListener("afterprint", () => {
    for (const drawing of document.querySelectorAll(".live-chart > svg")) drawing.remove();
  });
}
