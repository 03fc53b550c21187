// View: slopes that are learned (PReLU), and slopes that are drawn by lot while training (RReLU).

import { boundaryPanels, type Picture } from "./boundary_panels";
import type { Lab, Runner, View } from "./context";
import { oneLane } from "./lanes";
import { SLOPES_PRESETS } from "./presets";
import { slopesSentence } from "./sentences";
import { words } from "./words";

/** What the network answers in evaluation, and three times in training mode, if that differs. */
function modes(runners: Runner[]): Picture[] {
  const runner = runners[0]!;
  const { activation, dropout } = runner.lane.request;
  const noisy = activation === "rrelu" || dropout !== "none";
  const draws = noisy ? [1, 2, 3] : [];
  return [
    { runner, name: words.evaluation, mode: "evaluation", draw: 0 },
    ...draws.map((draw): Picture => ({ runner, name: words.training(draw), mode: "training", draw })),
  ];
}

export const slopesView = (lab: Lab): View => ({
  label: { en: "Slopes", zh: "斜率" },
  first: ["activation", "slopes", "rrelu"],
  presets: SLOPES_PRESETS,
  quantities: ["slopes", "loss", "accuracy"],
  panels: boundaryPanels(lab, modes),
  lanes: () => oneLane(lab),
  sentence: slopesSentence,
});
