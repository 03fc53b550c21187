// Serves dist/ on this machine alone: node serve.mjs [PORT]
import {spawn} from 'node:child_process';
import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../dist/', import.meta.url));
const types = {'.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png'};
const wanted = process.argv[2];
let port = Number(wanted ?? 8000);
if (!(Number.isInteger(port) && port >= 0 && port < 65536)) {
  console.error(`serve: the port must be an integer from 0 to 65535, not "${wanted}".`);
  process.exit(1);
}

const server = createServer((request, response) => {
  let file = path.join(root, path.normalize(`/${request.url.split('?')[0]}`)); // no .. leads above
  if (file.endsWith(path.sep)) file += 'index.html';
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, {'Content-Type': 'text/plain'}).end('Not found\n');
    return;
  }
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, {'Content-Type': type, 'Cache-Control': 'no-store'});
  createReadStream(file).pipe(response);
});

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && wanted === undefined && port < 8100) return server.listen(++port, '127.0.0.1');
  console.error(`serve: cannot listen on port ${port} (${error.code}): choose another with --port N.`);
  process.exit(1);
});

server.on('listening', () => {
  const address = `http://localhost:${port}/`;
  console.log(`==> Activation Lab is at ${address}  (Ctrl+C ends it)`);
  const opener = process.platform === 'darwin' ? 'open' : process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? 'xdg-open' : null;
  if (opener) spawn(opener, [address], {stdio: 'ignore', detached: true}).on('error', () => {}).unref();
});

server.listen(port, '127.0.0.1');
