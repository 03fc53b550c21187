// A slider of the gradient lab dragged for five seconds at depth 50, width 64: does the page keep up?
//   node tests/bench/drag.mjs
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium} from '../node_modules/playwright-core/index.mjs';
import {median} from './measure.mjs';

const SECONDS = 5, STEP_MS = 16;
const MOST_FRAME = 20, MOST_TASK = 50;

const browser = await chromium.launch({executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']});
const page = await browser.newPage({viewport: {width: 1200, height: 1000}});
const file = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
await page.goto(`${pathToFileURL(file)}#gradient_lab.depth=50&gradient_lab.width=64`);
const slider = page.locator('#figure-gradient_lab input[type=range][data-key=depth]');
await slider.evaluate((element) => element.scrollIntoView({block: 'center'}));
await page.locator('#figure-gradient_lab .sentence').waitFor();
await page.waitForTimeout(3000);

await page.evaluate(() => {
  Object.assign(globalThis, {frames: [], tasks: []});
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({duration}) => duration))).observe({type: 'longtask'});
  const note = (time) => { globalThis.frames.push(time); requestAnimationFrame(note); };
  requestAnimationFrame(note);
});
const box = await slider.boundingBox();
const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
await page.mouse.move(...at(0.25));
await page.mouse.down();
for (const begun = Date.now(); Date.now() - begun < 1000 * SECONDS; await page.waitForTimeout(STEP_MS)) {
  await page.mouse.move(...at(0.25 + 0.2 * Math.sin((Date.now() - begun) / 300)));
}
await page.mouse.up();

const {frames, tasks} = await page.evaluate(() => ({frames: globalThis.frames, tasks: globalThis.tasks}));
await browser.close();
const intervals = frames.slice(1).map((time, i) => time - frames[i]);
const longest = Math.max(0, ...tasks);
console.log(`${frames.length} frames; median interval ${median(intervals).toFixed(1)} ms (bar: at most ${MOST_FRAME}), longest ${Math.max(...intervals).toFixed(1)} ms`);
console.log(`tasks over ${MOST_TASK} ms on the main thread: ${tasks.length}${tasks.length ? `, the longest ${longest.toFixed(0)} ms` : ''} (bar: 0)`);
