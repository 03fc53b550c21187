// View: the life of each unit, and what would have saved it.

import { unitGrid } from "../../charts/unit_grid";
import { bilingual, el } from "../../page/dom";
import { diverged, reportAt, STATES, type Lab, type Panels, type View } from "./context";
import { countOf } from "./curves";
import { cureLanes } from "./lanes";
import { UNITS_PRESETS } from "./presets";
import { unitsSentence } from "./sentences";
import { words } from "./words";

function unitPanels(): Panels {
  const grids = el("div", { class: "grids" });
  const key = STATES.map((state, i) => el("span", { class: "item" }, unitGrid([i], 1), bilingual(words.states[state])));
  return {
    element: el("div", {}, grids, el("p", { class: "key" }, ...key)),
    draw(runners, epoch) {
      const figures = runners.map((runner) => {
        const report = reportAt(runner, epoch);
        const width = runner.lane.request["width"] as number;
        const caption = el("figcaption", {}, bilingual(runner.lane.name), " ", el("b", {}, bilingual(diverged(report) ? words.brokeDown(report.diverged_step) : words.deadCount(countOf(report, "dead")))));
        return el("figure", {}, unitGrid(report.states, width), caption);
      });
      grids.replaceChildren(...figures);
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
