// Without JavaScript the page is an article: pictures, formulas and tables, and nothing that does not work.
import assert from 'node:assert/strict';
import test from 'node:test';
import {eventually, withPage} from './page.mjs';

const still = (name, use, options) => test(name, () => withPage(use, {javaScriptEnabled: false, ...options}));
const LANGUAGES = ['en', 'zh', 'both'];
const choose = (page, language) => page.locator(`label[for=language-${language}]`).click();

still('each figure has a picture or a table, and says what JavaScript adds', async (page) => {
  const figures = await page.locator('[data-figure]').all();
  assert.ok(figures.length >= 3);
  for (const figure of figures) {
    const name = await figure.getAttribute('data-figure');
    // A time has no picture before it is taken.
    assert.ok(name === 'speed' || await figure.locator('svg.chart:visible, table:visible').count() > 0, `${name} has a picture`);
    assert.match(await figure.locator('.note:visible').innerText(), /JavaScript/);
    assert.equal(await figure.locator('canvas').count(), 0);
  }
});

for (const width of [1280, 360]) {
  still(`the pictures can be read at ${width} px: their letters are neither tiny nor huge`, async (page) => {
    for (const picture of await page.locator('svg.chart:visible').all()) {
      const scale = (await picture.boundingBox()).width / Number(await picture.getAttribute('width'));
      const letters = 13 * scale;
      assert.ok(letters >= 9 && letters <= 18, `letters of ${letters.toFixed(1)} px in ${(await picture.evaluate((e) => e.parentElement.className))}`);
    }
  }, {viewport: {width, height: 900}});
}

still('nothing asks to be operated that does not work', async (page) => {
  const controls = 'button:visible, select:visible, textarea:visible, input:visible:not(.switch), [role=slider]:visible, [tabindex]:visible:not(.table-scroll)';
  assert.deepEqual(await page.locator(controls).evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 100))), []);
  const links = page.locator('main a[href*="="][href^="#"]:visible');
  assert.ok(await links.count() > 0);
  assert.deepEqual(await links.evaluateAll((all) => all.filter((link) => getComputedStyle(link).textDecorationLine !== 'none').map((link) => link.innerText)), [], 'they look like links');
  const nowhere = await page.locator('a[href^="#"]:visible:not([href*="="])').evaluateAll((all) => all
    .map((target) => target.getAttribute('href')).filter((href) => document.querySelectorAll(href).length !== 1));
  assert.deepEqual(nowhere, [], 'they lead somewhere');
});

still('no box is blank', async (page) => {
  const boxes = 'figure, .plate, .prediction, .table-scroll, details, main > section > div';
  const blank = await page.locator(`:is(${boxes}):visible`).evaluateAll((all) => all
    .filter((box) => !box.innerText.trim() && ![...box.querySelectorAll('svg.chart, table')].some((picture) => picture.checkVisibility()))
    .map((box) => box.outerHTML.slice(0, 120)));
  assert.deepEqual(blank, []);
});

still('every formula is set, and the languages switch by style alone', async (page) => {
  const seen = (lang) => page.locator(`:is(main p[lang=${lang}], main [lang=${lang}] p):visible`).count();
  for (const language of LANGUAGES) {
    await choose(page, language);
    assert.equal(await seen('en') > 10, language !== 'zh');
    assert.equal(await seen('zh') > 10, language !== 'en');
    const formulas = await page.locator('math:visible').all();
    assert.ok(formulas.length > 20);
    for (const formula of formulas.filter((_, i) => i % 5 === 0)) assert.ok((await formula.boundingBox()).width > 3);
  }
});

test('a figure that comes to life does not push away what is being read', () => withPage(async (page, context) => {
  await context.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({value}) => value))).observe({type: 'layout-shift', buffered: true});
  });
  await page.reload();
  /** Whether the figures that are near, which have begun to wake, are awake. */
  const awake = () => page.$$eval('[data-figure]', (all) => all
      .filter((figure) => figure.getBoundingClientRect().top < innerHeight + 500 && figure.getBoundingClientRect().bottom > 0)
      .every((figure) => figure.querySelector('.live')));
  for (let y = 0; y < await page.evaluate(() => document.documentElement.scrollHeight); y += 400) {
    await page.evaluate((top) => window.scrollTo({top, behavior: 'instant'}), y);
    await eventually(awake, true, 'the figures near by');
  }
  const shifts = await page.evaluate(() => window.shifts);
  // Beyond 0.1 a page counts as unsteady: https://web.dev/articles/cls
  assert.ok(shifts.reduce((sum, shift) => sum + shift, 0) < 0.1, `shifts: ${shifts}`);
}, {viewport: {width: 1280, height: 900}}));
