// The units of a network, a row a layer, as cells that differ in shape and colour: an SVG element.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Alive: a square. Silent: a small ring. Dead: a cross. Revived: a triangle. In a cell of 10 by 10. */
export const UNIT_SHAPES = ["h8v8h-8z", "m4 1.5a2.5 2.5 0 1 0 .01 0z", "l8 8m0-8l-8 8", "m4 0l4 8h-8z"];

/** `states` holds `width` numbers a layer, each the number of a shape. */
export function unitGrid(states: ArrayLike<number>, width: number): SVGSVGElement {
  const svg = document.createElementNS(NAMESPACE, "svg");
  svg.setAttribute("class", "units");
  svg.setAttribute("viewBox", `0 0 ${width * 10} ${(states.length / width) * 10}`);
  svg.setAttribute("aria-hidden", "true");
  UNIT_SHAPES.forEach((shape, state) => {
    let d = "";
    for (let i = 0; i < states.length; ++i) {
      if (states[i] === state) d += `M${(i % width) * 10 + 1} ${Math.floor(i / width) * 10 + 1}${shape}`;
    }
    const path = document.createElementNS(NAMESPACE, "path");
    path.setAttribute("class", `unit-${state}`);
    path.setAttribute("d", d);
    svg.append(path);
  });
  return svg;
}
