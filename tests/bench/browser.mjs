// Runs the benchmarks in a page of Chromium: all of them, or those that are named. The page and the peers are served
// from this machine, and it asks no other host.
import {createReadStream, existsSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = '/tests/bench/node_modules';
const types = {html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm'};
const page = `<!doctype html><title>bench</title><link rel="icon" href="data:,">
<script src="${packages}/@tensorflow/tfjs/dist/tf.min.js"></script>
<script src="${packages}/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js"></script>
<script src="${packages}/onnxruntime-web/dist/ort.wasm.min.js"></script>
<script type="module">
  import {runParts} from '/tests/bench/parts.mjs';
  const text = async (url) => (await fetch(url)).text();
  async function load(name) {
    const create = new Function(await text('/build/wasm/' + name + '.js') + '; return createCore');
    return create()({wasmBinary: await (await fetch('/build/wasm/' + name + '.wasm')).arrayBuffer()});
  }
  window.run = async (chosen) => {
    tf.wasm.setWasmPaths('${packages}/@tensorflow/tfjs-backend-wasm/dist/');
    tf.wasm.setThreadsCount(1);
    await tf.setBackend('wasm');
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmPaths = '${packages}/onnxruntime-web/dist/';
    console.log('TensorFlow.js ' + tf.version.tfjs + ', ONNX Runtime Web ' + ort.env.versions.web);
    await runParts(chosen, {load, tf, ort});
  };
</script>`;

const server = createServer((request, response) => {
  // A page that shares nothing with other origins has a clock of 5 µs, any other one of 100.
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  if (request.url === '/') return response.writeHead(200, {'Content-Type': types.html}).end(page);
  const file = path.join(root, path.normalize(new URL(request.url, 'http://host').pathname));
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, {'Content-Type': types[file.split('.').at(-1)] ?? 'text/plain'});
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});
console.log(`Chromium ${browser.version()}`);
const tab = await browser.newPage();
tab.on('console', (message) => {
  console.log(message.text());
  if (/\bNO\b/.test(message.text())) process.exitCode = 1;
});
tab.on('pageerror', (error) => console.error(error));
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
await tab.waitForFunction('window.run');
await tab.evaluate((chosen) => window.run(chosen), process.argv.slice(2));
await browser.close();
server.close();
