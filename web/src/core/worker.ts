// Runs the core inside a classic worker. The build puts the module's glue, which defines
// `createCore`, in front of this file.

import type { Name } from "./api";
import type { FromWorker, ToWorker } from "./protocol";

type Core = Record<Name, (...request: unknown[]) => unknown>;
type Instantiated = (instance: WebAssembly.Instance) => void;

declare function createCore(options: {
  instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): object;
}): Promise<Core>;

let core: Core;

const answer = (message: FromWorker) => (self as unknown as Worker).postMessage(message);
const broken = (error: unknown) => answer({ kind: "broken", error: String(error) });

async function start(module: WebAssembly.Module): Promise<void> {
  core = await createCore({
    instantiateWasm(imports, done) {
      // The module waits for `done` for ever: it hears of no failure.
      WebAssembly.instantiate(module, imports).then(done).catch(broken);
      return {};
    },
  });
  answer({ kind: "ready" });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "start") {
    start(data.module).catch(broken);
    return;
  }
  try {
    const request = data.request === undefined ? [] : [data.request];
    const begun = performance.now();
    const result = core[data.name](...request);
    answer({ kind: "answer", id: data.id, result, ms: performance.now() - begun });
  } catch (error) {
    broken(error);
  }
};
