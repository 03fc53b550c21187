// Ten minutes of training in Chromium: does the page's memory grow, does any task hold the main thread up?
//   node tests/bench/soak.mjs [minutes]
// The race trains on and on; every quarter of a minute the reader looks back, looks at another quantity and
// returns. The heap is measured after forced collections, from a fifth of the time on.
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium} from '../node_modules/playwright-core/index.mjs';

const MOST_GROWTH = 5e6;
const MOST_TASK = 50;
const minutes = Number(process.argv[2] ?? 10);
const page_file = pathToFileURL(fileURLToPath(new URL('../../dist/index.html', import.meta.url))).href;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const browser = await chromium.launch({executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']});
const page = await browser.newPage({viewport: {width: 1200, height: 900}});
const problems = [];
page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
await page.goto(`${page_file}#training.epochs=1000`);
const lab = page.locator('#figure-training');
await lab.scrollIntoViewIfNeeded();
await lab.locator('.live').waitFor();
/** Where other things lie over it, a click by the mouse would miss. */
const press = (selector) => lab.locator(selector).evaluate((element) => element.click());
const cdp = await page.context().newCDPSession(page);
await cdp.send('HeapProfiler.enable');

async function heap() {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

// Building the page is no part of it; nor is a forced collection, which stops everything.
await wait(2000);
await page.evaluate(() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const {startTime, duration} of list.getEntries()) globalThis.tasks.push({startTime, duration});
  }).observe({type: 'longtask'});
});
const pauses = [];
async function measuredHeap() {
  const from = await page.evaluate(() => performance.now());
  const used = await heap();
  pauses.push({from, to: await page.evaluate(() => performance.now())});
  return used;
}

const begun = Date.now();
const minute = () => (Date.now() - begun) / 60_000;
const samples = [];
for (let next = minutes / 5; minute() < minutes;) {
  await wait(15_000 * Math.min(1, minutes / 10));
  await lab.locator('input[data-key=epoch]').press('ArrowLeft');
  await press('input[data-key=quantity][value=gradients]');
  await wait(300);
  await press('input[data-key=quantity][value=loss]');
  await press('.transport .primary');
  if (minute() < next) continue;
  samples.push({minute: minute(), used: await measuredHeap()});
  const epoch = await lab.locator('.epoch').innerText();
  console.log(`minute ${minute().toFixed(1)}: ${(samples.at(-1).used / 1e6).toFixed(2)} MB, ${epoch}`);
  next += minutes / 5;
}
samples.push({minute: minute(), used: await measuredHeap()});
const tasks = await page.evaluate(() => globalThis.tasks);
await browser.close();

const growth = samples.at(-1).used - samples[0].used;
const long = tasks.filter(({startTime, duration}) => !pauses.some(({from, to}) => startTime < to && startTime + duration > from));
console.log(`heap: ${(growth / 1e6).toFixed(2)} MB more in minute ${samples.at(-1).minute.toFixed(1)} than in minute ${samples[0].minute.toFixed(1)} (bar: ${MOST_GROWTH / 1e6})`);
console.log(`tasks of more than ${MOST_TASK} ms: ${long.length}${long.length ? `, the longest ${Math.max(...long.map(({duration}) => duration)).toFixed(0)} ms` : ''} (bar: none)`);
for (const problem of problems) console.log(problem);
if (growth > MOST_GROWTH || long.length > 0 || problems.length > 0) process.exitCode = 1;
