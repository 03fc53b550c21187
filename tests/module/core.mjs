// Loads the module as the build made it.
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of core.js and core.wasm; CTest names its own. */
export const folder = process.env.ACTLAB_MODULE ?? path.join(root, 'build/wasm');

/** The native program that prints the fingerprints, if it has been built. */
export const nativeFingerprints = path.join(root, 'build/native/fingerprints');

/** The native program that prints the bits of every claim's numbers, if it has been built. */
export const nativeClaimValues = path.join(root, 'build/native/claim_values');

/** Whether the long sweeps are wanted too. */
export const full = Boolean(process.env.ACTLAB_FULL);

if (!existsSync(path.join(folder, 'core.wasm'))) {
  throw new Error(`there is no core.wasm in ${folder}: run ./build-scripts/build.sh`);
}
export const wasm = readFileSync(path.join(folder, 'core.wasm'));
const createCore = createRequire(import.meta.url)(path.join(folder, 'core.js'));

export const loadCore = () => createCore({wasmBinary: wasm});

/** The module together with its memory, which it does not show by itself. */
export async function loadCoreWithMemory() {
  let memory;
  const core = await createCore({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then(({instance, module}) => {
        memory = Object.values(instance.exports).find((thing) => thing instanceof WebAssembly.Memory);
        done(instance, module);
      });
      return {};
    },
  });
  return {core, memory};
}

/** The bits of a number, or of each number of an array, as 16 hexadecimal digits. */
export function bits(x) {
  if (typeof x !== 'number') return Array.from(x, bits);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Images as the page hands them over: of `side` × `side` pixels, each class a row of its own that is bright. */
export function someImages({side = 8, classes = 4, train = 40, test = 12} = {}) {
  const labels = Array.from({length: train + test}, (_, i) => i % classes);
  const pixels = labels.flatMap((label) => Array.from({length: side * side / 4}, (_, byte) =>
    Math.floor(byte / (side / 4)) === label ? 0xef : 0x04));
  return new Uint8Array([side, classes, train & 255, train >> 8, test & 255, test >> 8, ...pixels, ...labels]);
}
