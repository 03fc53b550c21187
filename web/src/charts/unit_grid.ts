// The units of a network, a row a layer, as cells that differ in shape and colour: an SVG element.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Alive: a square. Silent: a small ring. Dead: a cross. Revived: a triangle. In a cell of 10 by 10. */
const UNIT_SHAPES = ["h8v8h-8z", "m4 1.5a2.5 2.5 0 1 0 .01 0z", "l8 8m0-8l-8 8", "m4 0l4 8h-8z"];

export class UnitGrid {
  readonly element = document.createElementNS(NAMESPACE, "svg");
  private readonly paths = UNIT_SHAPES.map((_, state) => {
    const path = document.createElementNS(NAMESPACE, "path");
    path.setAttribute("class", `unit-${state}`);
    return path;
  });

  constructor() {
    this.element.setAttribute("class", "units");
    this.element.setAttribute("aria-hidden", "true");
    this.element.append(...this.paths);
  }

  /** `states` holds `width` numbers a layer, each the number of a shape. */
  draw(states: ArrayLike<number>, width: number): this {
    this.element.setAttribute("viewBox", `0 0 ${width * 10} ${(states.length / width) * 10}`);
    this.paths.forEach((path, state) => {
      let d = "";
      for (let i = 0; i < states.length; ++i) {
        if (states[i] === state) d += `M${(i % width) * 10 + 1} ${Math.floor(i / width) * 10 + 1}${UNIT_SHAPES[state]}`;
      }
      path.setAttribute("d", d);
    });
    return this;
  }
}
