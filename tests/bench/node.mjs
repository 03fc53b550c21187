// Runs the benchmarks in this process: all of them, or those that are named.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import * as tf from '@tensorflow/tfjs';
import {setThreadsCount, setWasmPaths} from '@tensorflow/tfjs-backend-wasm';
import * as ort from 'onnxruntime-web';
import {digits} from '../../web/build/digits.mjs';
import {runParts} from './parts.mjs';

const require = createRequire(import.meta.url);
const folder = new URL('../../build/wasm/', import.meta.url);
const load = (name) =>
  require(new URL(`${name}.js`, folder).pathname)({wasmBinary: readFileSync(new URL(`${name}.wasm`, folder))});

// TensorFlow.js fetches its module, and Node has no files behind fetch.
const peer = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
const fetched = globalThis.fetch;
globalThis.fetch = async (url, ...rest) => String(url).startsWith(peer)
  ? new Response(readFileSync(String(url)), {headers: {'content-type': 'application/wasm'}})
  : fetched(url, ...rest);
setWasmPaths(`${peer}/dist/`);
setThreadsCount(1);
await tf.setBackend('wasm');
ort.env.wasm.numThreads = 1;

console.log(`Node ${process.versions.node}, TensorFlow.js ${tf.version.tfjs}, ONNX Runtime Web ${ort.env.versions.web}`);
await runParts(process.argv.slice(2), {load, tf, ort, images: digits()});
