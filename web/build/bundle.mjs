// Bundles the TypeScript: the worker, the page's script with worker and module inside it, and the
// drawing code that the build itself runs.

import { build, transform } from "esbuild";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pako from "pako";
import { digits } from "./digits.mjs";

const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

async function bundle(entry, options) {
  const result = await build({
    entryPoints: [source(entry)],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: "utf8",
    target: "es2020",
    legalComments: "eof",
    logLevel: "warning",
    ...options,
  });
  return { code: result.outputFiles[0].text, inputs: Object.values(result.metafile.outputs)[0].inputs };
}

/** Modules whose text is made by the build: import source from "virtual:worker". */
function virtual(modules) {
  return {
    name: "virtual",
    setup(builder) {
      builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
      builder.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({ contents: modules[path], loader: "text" }));
    },
  };
}

/**
 * The page's script, and how many bytes of it each source has become. `data` is what the script
 * imports as virtual:name.json; with a source map the script says where its lines come from.
 */
export async function pageScript({ glue, wasm }, data, sourceMap) {
  const small = await transform(glue, { minify: true, charset: "utf8", target: "es2020" });
  const worker = small.code + (await bundle("core/worker.ts", { format: "iife" })).code;
  // Compressed before it becomes base64: once it is, a server's compression finds a quarter less to take away. By pako,
  // since Node's own zlib prefers speed: it leaves a hundredth more.
  const packed = (bytes) => Buffer.from(pako.gzip(bytes, { level: 9 })).toString("base64");
  const files = Object.entries(data).map(([name, value]) => [`virtual:${name}.json`, JSON.stringify(value)]);
  const modules = { "virtual:worker": worker, "virtual:core.wasm.gz": packed(wasm), "virtual:digits.gz": packed(digits()), ...Object.fromEntries(files) };
  return bundle("main.ts", { format: "iife", plugins: [virtual(modules)], sourcemap: sourceMap && "inline" });
}

export const earlyScript = async () => (await bundle("early.ts", { format: "iife" })).code;

/** The static figures, as a module that Node runs. */
export async function staticFigures() {
  const { code } = await bundle("static.ts", { format: "esm", platform: "node", minify: false });
  return import("data:text/javascript;base64," + Buffer.from(code).toString("base64"));
}

/** Writes the dark tokens for the reader's choice, and for the system's where there is none. */
const twoWaysToDark = {
  name: "dark",
  setup(builder) {
    builder.onLoad({ filter: /dark\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const chosen = css.replace(":root", ":root[data-theme=dark]");
      const system = css.replace(":root", ":root:not([data-theme])");
      const contents = `@media screen{${chosen}@media (prefers-color-scheme:dark){${system}}}`;
      return { contents, loader: "css" };
    });
  },
};

export const styles = async () => (await bundle("styles/page.css", { plugins: [twoWaysToDark] })).code;
