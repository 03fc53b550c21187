// The page's own TypeScript, bundled so that Node can run it: the parser of the address and what each figure lets one set.
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const web = new URL('../../web/', import.meta.url);
const {build} = createRequire(new URL('package.json', web))('esbuild');

const contents = `
  export * from "./page/fragment";
  export * from "./page/settings";
  export {State} from "./page/state";
  export {basinSettings} from "./figures/basin/settings";
  export {depthMapSettings} from "./figures/depth_map/settings";
  export {explorerSettings} from "./figures/explorer/settings";
  export {labSettings} from "./figures/gradient_lab/settings";
  export {speedSettings} from "./figures/speed/settings";
  export {epochsTable} from "./figures/training/runs_table";
  export {keepReport} from "./figures/training/context";
  export {stillTraining} from "./figures/training/still";
  export {trainingSettings} from "./figures/training/settings";
  export {settings as vectorSettings} from "./figures/vector_functions/settings";
`;

const {outputFiles: [{text}]} = await build({
  stdin: {contents, resolveDir: fileURLToPath(new URL('src/', web)), loader: 'ts'},
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});

// What it asks the browser as soon as it is there.
globalThis.CSS = {supports: () => true};

export const page = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);

/** The settings of each figure, by its name. */
export const settingsOf = (catalog) => ({
  basin: page.basinSettings(catalog),
  depth_map: page.depthMapSettings(catalog),
  explorer: page.explorerSettings(catalog),
  gradient_lab: page.labSettings(catalog),
  speed: page.speedSettings(),
  training: page.trainingSettings(catalog),
  vector_functions: page.vectorSettings(catalog),
});
