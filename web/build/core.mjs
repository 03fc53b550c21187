// Loads the module that the page will run, to compute in the build.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Problem } from "./problem.mjs";

/** @param directory holds core.js and core.wasm */
export async function loadCore(directory) {
  const glue = resolve(directory, "core.js");
  const wasm = readFileSync(resolve(directory, "core.wasm"));
  const module = await createRequire(import.meta.url)(glue)({ wasmBinary: wasm });
  const catalog = module.catalog();
  const known = new Map();
  return {
    catalog,
    info: module.coreInfo(),
    activation: (id) => catalog.activations.find((row) => row.id === id),
    /**
     * Calls a function of the core, once for each request: the twins ask for the same numbers. A
     * training goes on from call to call. A refusal is a mistake in the content at `where`.
     */
    call(name, request, where) {
      const key = name + JSON.stringify(request);
      const result = known.get(key) ?? (request === undefined ? module[name]() : module[name](request));
      if (!name.startsWith("train")) known.set(key, result);
      if (!result.ok) throw new Problem(where, `${name}: ${result.field}: ${result.message.en}`);
      return result;
    },
    /** A training run of so many steps, measured at its end. */
    train(request, steps, where) {
      const key = `train ${steps} ${JSON.stringify(request)}`;
      if (known.has(key)) return known.get(key);
      const begun = module.trainBegin(request);
      if (!begun.ok) throw new Problem(where, `train: ${begun.field}: ${begun.message.en}`);
      const { session } = begun;
      module.trainAdvance({ session, steps });
      const report = module.trainReport(session);
      module.trainEnd(session);
      known.set(key, report);
      return report;
    },
    files: { glue: readFileSync(glue, "utf8"), wasm },
  };
}
