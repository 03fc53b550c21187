// Which side of the edge of chaos a network is on, written under the slider that moves it there.

import type { GradientTheory, Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";

type Regime = "ordered" | "edge" | "chaotic";

const NAMES: [Regime, Text][] = [
  ["ordered", { en: "ordered", zh: "有序" }],
  ["edge", { en: "edge of chaos", zh: "混沌边缘" }],
  ["chaotic", { en: "chaotic", zh: "混沌" }],
];

/** χ is a limit of many layers: so near to 1 it takes hundreds of layers to tell. */
const NEAR_ONE = 0.01;

function regimeOf({ chi_limit }: GradientTheory): Regime | undefined {
  if (Number.isNaN(chi_limit)) return undefined;
  if (Math.abs(chi_limit - 1) <= NEAR_ONE) return "edge";
  return chi_limit < 1 ? "ordered" : "chaotic";
}

export class RegimeCaption {
  readonly element = el("p", { class: "regime" });
  private current: Regime | undefined;
  private readonly parts = NAMES.map(([regime, name]) => ({ regime, part: el("span", {}, bilingual(name)) }));

  constructor() {
    this.element.append(...this.parts.map(({ part }) => part));
  }

  draw(theory: GradientTheory): void {
    const current = regimeOf(theory);
    if (current === this.current) return;
    this.current = current;
    for (const { regime, part } of this.parts) part.setAttribute("aria-current", String(regime === current));
  }
}
