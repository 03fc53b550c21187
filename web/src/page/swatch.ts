import type { Style } from "../charts/palette";

/** A short piece of a line: its colour, its dash and its width if it is an unusual one. */
export function swatch(style: Style, width?: number): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("class", "swatch");
  svg.setAttribute("viewBox", "0 0 26 8");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", "M1 4H25");
  line.setAttribute("stroke", `var(${style.colour})`);
  line.setAttribute("stroke-dasharray", style.dash.join(" "));
  if (width) line.style.strokeWidth = String(width);
  svg.append(line);
  return svg;
}
