// The built page for a browser: as it is, or with a script that runs before everything else in it.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const file = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
export const html = readFileSync(file, 'utf8');

/** The page with a script in front of its policy, which therefore does not forbid it. */
const begunBy = (script) => html.replace('<head>', () => `<head><script>(${script})()</script>`);

/** Serves the page below a path, and remembers what it was asked for. */
export async function serve(script) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    if (request.url !== '/some/sub/path/') return response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(script ? begunBy(script) : html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections?.();
    server.close();
  };
  return {url: `http://127.0.0.1:${server.address().port}/some/sub/path/`, asked, close};
}

/** The page as a file. */
export function onDisk(script) {
  if (!script) return {url: pathToFileURL(file).href, asked: [], close() {}};
  const folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  const copy = path.join(folder, 'index.html');
  writeFileSync(copy, begunBy(script));
  return {url: pathToFileURL(copy).href, asked: [], close: () => rmSync(folder, {recursive: true})};
}
