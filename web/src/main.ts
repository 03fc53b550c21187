import workerSource from "virtual:worker";
import packedModule from "virtual:core.wasm.gz";
import { Core } from "./core/client";
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
import { bilingual, el } from "./page/dom";
import { changed } from "./page/appearance";
import { bringToLife, type Mount } from "./page/figure";
import { startDefinitions } from "./page/definitions";
import { startFigureLinks } from "./page/figure_links";
import { startLanguageSwitch } from "./page/language";
import { succeed } from "./page/notice";
import { startPrint } from "./page/print";
import { startProjector } from "./page/projector";
import { startSelfTest } from "./page/self_test";
import { startThemeSwitch } from "./page/theme";
import { words } from "./page/words";

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
  startLanguageSwitch();
  startThemeSwitch();
  startFigureLinks();
  startDefinitions();
  startPrint();
  startProjector();
  void document.fonts.ready.then(changed);
  const figures = document.querySelectorAll<HTMLElement>("[data-figure]");
  try {
    const core = new Core(workerSource, unpackModule(packedModule));
    const catalog = succeed(await core.call("catalog", undefined));
    for (const figure of figures) bringToLife(figure, MOUNTS[figure.dataset["figure"]!]!, { core, catalog });
    startPredictions(core, catalog);
    startClaims(core, catalog);
    startSelfTest(document.querySelector<HTMLElement>("#self-test")!, core);
  } catch (error) {
    for (const figure of figures) figure.prepend(el("p", { class: "notice" }, bilingual(words.noWebAssembly)));
    throw error;
  }
}

// The text is painted first.
requestAnimationFrame(() => setTimeout(() => void start()));
