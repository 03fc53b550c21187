// TensorFlow.js with its WASM backend, one thread, for Node: it fetches its module, and Node has no files
// behind fetch.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import * as tf from '@tensorflow/tfjs';
import {setThreadsCount, setWasmPaths} from '@tensorflow/tfjs-backend-wasm';

const peer = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'));
const fetched = globalThis.fetch;
globalThis.fetch = async (url) => String(url).endsWith('.wasm')
  ? new Response(readFileSync(String(url).replace('file://', '')), {headers: {'content-type': 'application/wasm'}})
  : fetched(url);
setWasmPaths(`${peer}/dist/`);
setThreadsCount(1);
await tf.setBackend('wasm');

export {tf};
