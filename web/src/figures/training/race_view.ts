// View: two to four networks on the same data, seed and batches.

import { boundaryPanels, decisions } from "./boundary_panels";
import type { Lab, View } from "./context";
import { raceLanes } from "./lanes";
import { RACE_PRESETS } from "./presets";
import { raceSentence } from "./sentences";

export const raceView = (lab: Lab): View => ({
  label: { en: "Race", zh: "比赛" },
  first: ["data", "depth", "rate"],
  presets: RACE_PRESETS,
  quantities: ["loss", "accuracy", "gradients"],
  panels: boundaryPanels(lab, decisions),
  lanes: () => raceLanes(lab),
  sentence: raceSentence,
});
