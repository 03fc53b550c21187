// Opens the built page in Chromium, served below a path or straight from disk, and watches over it.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {after} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {watch} from '../engines/watch.mjs';

const file = path.resolve(process.env.ACTLAB_PAGE ?? fileURLToPath(new URL('../../dist/index.html', import.meta.url)));
if (!existsSync(file)) throw new Error(`there is no ${file}: run ./build-scripts/build.sh`);
const {watch: cover} = process.env.ACTLAB_COVERAGE ? await import('../coverage/report.mjs') : {watch: () => () => {}};

/** A busy machine is slow; what comes sooner is not waited for. */
const PATIENCE_MS = 40_000;

const folder = '/some/sub/path/';
const server = createServer((request, response) => {
  if (request.url !== folder) return response.writeHead(404).end();
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});
after(async () => {
  await browser.close();
  server.close();
});

/** The two ways in which a reader gets the page. */
export const places = {
  http: `http://127.0.0.1:${server.address().port}${folder}`,
  file: pathToFileURL(file).href,
};

/**
 * Opens the page in a browser of its own and hands it to `use`. Whatever goes wrong in it meanwhile, and every
 * request but the one for the page, is an error.
 */
export async function withPage(use, {place = 'http', fragment = '', ...options} = {}) {
  const context = await browser.newContext({locale: 'en-GB', viewport: {width: 1200, height: 900}, ...options});
  const problems = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (failure) => problems.push(`exception: ${failure.error()}`));
  context.on('request', (request) => {
    const url = request.url().split('#')[0];
    const own = url === places[place] || url.startsWith('data:') || url.startsWith('blob:');
    if (!own) problems.push(`request: ${url}`);
  });
  try {
    await context.addInitScript(watch);
    // The page lays itself out when it is idle; a test would only wait for that.
    await context.addInitScript(() => { window.requestIdleCallback = (work) => setTimeout(work); });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error}`));
    const end = options.javaScriptEnabled === false ? () => {} : await cover(page);
    await page.goto(places[place] + fragment);
    await use(page, context);
    await end();
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** Brings an element into sight as a link does: the driver's own way misjudges what is not laid out yet. */
export const bring = (locator) => locator.evaluate((element) => element.scrollIntoView());

/** Brings these figures, or all, into sight one after the other, which makes them live; the last stays there. */
export async function wakeFigures(page, ...names) {
  const selector = names.length > 0 ? names.map((name) => `#figure-${name}`).join() : '[data-figure]';
  for (const figure of await page.locator(selector).all()) {
    await bring(figure);
    await figure.locator('.live').waitFor();
  }
}

/** Waits until the worker is at rest and nothing moves any more in a figure that lives. */
export const settled = (page, name) => page.evaluate(async (id) => { await window.watched.settled(window.watched.figure(id)); }, name);

/** Asks again and again until `read` gives what `expected` gives. */
export async function eventually(read, expected, what) {
  const wanted = JSON.stringify(expected);
  let got;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    got = await read();
    if (JSON.stringify(got) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(got, expected, what);
}

/** Asks again and again until `read` gives something else than `before`. */
export async function eventuallyOther(read, before, what) {
  const old = JSON.stringify(before);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const got = await read();
    if (JSON.stringify(got) !== old) return got;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what} did not change: ${old.slice(0, 300)}`);
}
