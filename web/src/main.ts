import workerSource from "virtual:worker";
import packedModule from "virtual:core.wasm.gz";
import { WorkerCore } from "./core/client";
import { unpackModule } from "./core/module";
import { mountBasin } from "./figures/basin/figure";
import { startClaims } from "./figures/claim/card";
import { mountDepthMap } from "./figures/depth_map/figure";
import { mountExplorer } from "./figures/explorer/figure";
import { mountGradientLab } from "./figures/gradient_lab/lab";
import { startPredictions } from "./figures/prediction/card";
import { mountSpeed } from "./figures/speed/figure";
import { mountTraining } from "./figures/training/lab";
import { mountVectorFunctions } from "./figures/vector_functions/figure";
import { changed } from "./page/appearance";
import { bringToLife, type Mount } from "./page/figure";
import { startDefinitions } from "./page/definitions";
import { startFigureLinks } from "./page/figure_links";
import { startLanguageSwitch } from "./page/language";
import { succeed } from "./page/notice";
import { startForgetting } from "./page/forgetting";
import { holdPlace, inPlace } from "./page/place";
import { startPrint } from "./page/print";
import { startProjector } from "./page/projector";
import { standStill } from "./page/standstill";
import { startSelfTest } from "./page/self_test";
import { startThemeSwitch } from "./page/theme";
import { unfold } from "./page/unfold";

const MOUNTS: Record<string, Mount> = {
  basin: mountBasin,
  depth_map: mountDepthMap,
  explorer: mountExplorer,
  gradient_lab: mountGradientLab,
  speed: mountSpeed,
  training: mountTraining,
  vector_functions: mountVectorFunctions,
};

async function start(): Promise<void> {
  // Asked before anything has changed: the answer lays out the page.
  void document.fonts.ready.then(changed);
  unfold();
  startLanguageSwitch();
  startThemeSwitch();
  startFigureLinks();
  startDefinitions();
  startProjector();
  startForgetting(document.querySelector<HTMLElement>("footer")!);
  const figures = document.querySelectorAll<HTMLElement>("[data-figure]");
  const core = new WorkerCore(workerSource, unpackModule(packedModule));
  const catalog = await core.call("catalog", undefined).then(succeed, (error: Error) => standStill(figures, error));
  if (!catalog) return;
  holdPlace();
  for (const figure of figures) bringToLife(figure, MOUNTS[figure.dataset["figure"]!]!, { core, catalog });
  // Only once the figures have drawn what they know.
  startPrint();
  inPlace(() => {
    startPredictions(core, catalog);
    startClaims(core, catalog);
  });
  startSelfTest(document.querySelector<HTMLElement>("#self-test")!, core);
}

// The text is painted first.
requestAnimationFrame(() => setTimeout(() => void start()));
