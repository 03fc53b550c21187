// View: the life of each unit, and what would have saved it.

import { UnitGrid } from "../../charts/unit_grid";
import type { TrainingReport } from "../../core/api";
import { bilingual, el, tell } from "../../page/dom";
import { diverged, reportAt, STATES, type Lab, type Panels, type Runner, type View } from "./context";
import { countOf } from "./curves";
import { cureLanes } from "./lanes";
import { UNITS_PRESETS } from "./presets";
import { unitsSentence } from "./sentences";
import { words } from "./words";

/** The units of one network. */
class Figure {
  private readonly grid = new UnitGrid();
  private readonly name = el("span");
  private readonly count = el("b");
  readonly element = el("figure", {}, this.grid.element, el("figcaption", {}, this.name, " ", this.count));

  draw({ lane }: Runner, report: TrainingReport): void {
    this.grid.draw(report.states, lane.request["width"] as number);
    tell(this.name, lane.name);
    tell(this.count, diverged(report) ? words.brokeDown(report.diverged_step) : words.deadCount(countOf(report, "dead")));
  }
}

function unitPanels(): Panels {
  const grids = el("div", { class: "grids" });
  const figures: Figure[] = [];
  const key = STATES.map((state, i) => el("span", { class: "item" }, new UnitGrid().draw([i], 1).element, bilingual(words.states[state])));
  return {
    element: el("div", {}, grids, el("p", { class: "key" }, ...key)),
    draw(runners, epoch) {
      while (figures.length < runners.length) figures.push(new Figure());
      if (grids.children.length !== runners.length) grids.replaceChildren(...figures.slice(0, runners.length).map(({ element }) => element));
      runners.forEach((runner, i) => figures[i]!.draw(runner, reportAt(runner, epoch)));
    },
  };
}

export const unitsView = (lab: Lab): View => ({
  label: { en: "Units", zh: "神经元" },
  first: ["rate", "bias", "data"],
  presets: UNITS_PRESETS,
  quantities: ["dead", "revived", "loss", "accuracy"],
  panels: unitPanels(),
  lanes: () => cureLanes(lab),
  sentence: unitsSentence,
});
