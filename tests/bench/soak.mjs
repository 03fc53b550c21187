// Ten minutes of training in Chromium: does the page's memory grow, does any task hold the main thread up?
//   node tests/bench/soak.mjs [minutes]
// The race trains on and on; every quarter of a minute the reader looks back, looks at another quantity and
// returns. The heap is measured after forced collections, from a fifth of the time on. Tasks count by the processor
// time that they took, which other programs do not stretch; on a machine that is not busy the browser's own record
// of long tasks, by the clock, is the same.
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
await lab.evaluate((element) => element.scrollIntoView());
await lab.locator('.live').waitFor();
/** Where other things lie over it, a click by the mouse would miss. */
const press = (selector) => lab.locator(selector).evaluate((element) => element.click());
const cdp = await page.context().newCDPSession(page);
await cdp.send('HeapProfiler.enable');

/** What is left in the heap; the forced collections are long tasks themselves, which no reader meets. */
async function heap() {
  const before = await page.evaluate(() => globalThis.longTasks);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  await wait(500);
  await page.evaluate((count) => { globalThis.longTasks = count; }, before);
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

// Building the page is no part of it.
await wait(2000);
await page.evaluate(() => {
  globalThis.longTasks = 0;
  new PerformanceObserver((list) => { globalThis.longTasks += list.getEntries().length; }).observe({type: 'longtask'});
});

/** The longest task of a page's main thread while `use` runs, in milliseconds of processor time. */
async function longestTask(use) {
  await browser.startTracing(page, {categories: ['toplevel']});
  await use();
  const {traceEvents} = JSON.parse(await browser.stopTracing());
  const main = traceEvents.filter(({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = traceEvents.filter(({name, pid, tid}) => name.endsWith('RunTask') && main.some((thread) => thread.pid === pid && thread.tid === tid));
  if (!tasks.some(({tdur}) => tdur > 0)) throw new Error('the trace has no processor times');
  return Math.max(...tasks.map(({tdur = 0}) => tdur)) / 1000;
}

/** What a reader does who does not only watch. */
async function look() {
  await wait(15_000 * Math.min(1, minutes / 10));
  await lab.locator('input[data-key=epoch]').press('ArrowLeft');
  await press('input[data-key=quantity][value=gradients]');
  await wait(300);
  await press('input[data-key=quantity][value=loss]');
  await press('.transport .primary');
}

const begun = Date.now();
const minute = () => (Date.now() - begun) / 60_000;
const samples = [];
let longest = 0;
for (let next = minutes / 5; minute() < minutes;) {
  longest = Math.max(longest, await longestTask(look));
  if (minute() < next) continue;
  samples.push({minute: minute(), used: await heap()});
  console.log(`minute ${minute().toFixed(1)}: ${(samples.at(-1).used / 1e6).toFixed(2)} MB, ${await lab.locator('.epoch').innerText()}`);
  next += minutes / 5;
}
const longTasks = await page.evaluate(() => globalThis.longTasks);
await browser.close();

const [first, last] = [samples[0], samples.at(-1)];
const growth = last.used - first.used;
console.log(`heap: ${(growth / 1e6).toFixed(2)} MB more in minute ${last.minute.toFixed(1)} than in minute ${first.minute.toFixed(1)} (bar: ${MOST_GROWTH / 1e6})`);
console.log(`longest task: ${longest.toFixed(1)} ms of processor time (bar: ${MOST_TASK}); by the clock ${longTasks} tasks took longer than that`);
for (const problem of problems) console.log(problem);
if (growth > MOST_GROWTH || longest > MOST_TASK || problems.length > 0) process.exitCode = 1;
