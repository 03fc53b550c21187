// On paper a chart is a drawing: sharp, dark on light, and as large as the sheet allows.

import { shown } from "../charts/shown";
import { svg } from "../charts/svg";
import { addMarkup, el } from "./dom";

/** Keeps what the build drew into `host`: a figure that lives but has not drawn anything yet is printed so. */
export function keepStill(host: HTMLElement): void {
  const still = el("div", {}, ...[...host.childNodes].map((node) => node.cloneNode(true)));
  window.addEventListener("beforeprint", () => {
    const charts = [...host.querySelectorAll(".live-chart")];
    if (charts.length > 0 && !charts.some((chart) => shown.has(chart))) host.append(still);
  });
  window.addEventListener("afterprint", () => still.remove());
}

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
