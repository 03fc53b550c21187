// A small histogram without axes, as an SVG element.

import type { Colour } from "./description";

const NAMESPACE = "http://www.w3.org/2000/svg";
const HEIGHT = 24;

/** The tallest bar fills the height, so that shapes can be compared whatever the counts. */
export function histogram(counts: ArrayLike<number>, colour: Colour): SVGSVGElement {
  const tallest = Math.max(1, ...Array.from(counts));
  const bars = Array.from(counts, (count) => {
    const height = (count / tallest) * HEIGHT;
    return `v${-height}h1v${height}`;
  });
  const svg = document.createElementNS(NAMESPACE, "svg");
  const path = document.createElementNS(NAMESPACE, "path");
  svg.setAttribute("viewBox", `0 0 ${counts.length} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", `M0 ${HEIGHT}${bars.join("")}z`);
  path.style.fill = `var(${colour})`;
  svg.append(path);
  return svg;
}
