// For every reader: WCAG 2.2 AA in both languages and themes, with each view of each figure open.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import test from 'node:test';
import {choose} from './language.mjs';
import {bring, eventually, eventuallyOther, wakeFigures, withPage} from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const figureOf = (page, figure) => page.locator(`#figure-${figure}`);

/** The ways to look at a figure, as the figure itself offers them. */
const tabs = (page, figure) => figureOf(page, figure).locator('.tabs input').evaluateAll((all) => all.map(({dataset, value}) => `${dataset.key}=${value}`));

/** What a part of a figure says. Figures that come to life move each other, and what is out of sight has no words. */
async function wordsInSight(part, selector) {
  await bring(part);
  return part.locator(selector).first().innerText();
}

/** Calls `use` for each view of each figure, which is then in sight. */
async function eachView(page, use) {
  for (const figure of await page.locator('[data-figure]').evaluateAll((all) => all.map((one) => one.dataset.figure))) {
    const views = await tabs(page, figure);
    for (const view of views.length ? views : ['']) {
      if (view) {
        const [key, value] = view.split('=');
        await figureOf(page, figure).locator(`.tabs input[data-key=${key}][value=${value}]`).evaluate((radio) => radio.click());
      }
      await eventuallyOther(() => wordsInSight(figureOf(page, figure), '.sentence'), '', `what is seen in ${figure} ${view}`);
      await use(figure, view);
    }
  }
}

const openAll = (page) => page.$$eval('details', (all) => all.forEach((details) => { details.open = true; }));

/** Findings that are none: axe does not read MathML, and the language switch of a page without JavaScript must come before it. */
const known = {'empty-table-header': /^<th[^>]*><math>.*<\/math><\/th>$/s, region: /^<input class="switch"/};

/** What axe finds in a part of the page, in words. Contrasts cost it more than all the rest: only they are looked at, or all but they. */
async function findings(page, where, part, contrast) {
  const {violations, passes} = await page.evaluate(([selector, standards, only]) => window.axe.run(selector, {
    ...(only ? {runOnly: ['color-contrast']} : {runOnly: standards, rules: {'color-contrast': {enabled: false}}}),
    preload: false, resultTypes: ['violations'],
  }), [part, STANDARDS, contrast]);
  assert.ok(passes.length > (contrast ? 0 : 10), `${passes.length} rules were tried`);
  return violations.flatMap(({id, help, nodes}) => nodes.filter(({html}) => !known[id]?.test(html))
      .map(({html}) => `${where}: ${id}, ${help}: ${html.slice(0, 200)}`));
}

// All rules for the page in each language; the figures' views and the contrasts with both side by side.
for (const [what, contrast, colorScheme, languages] of [['', false, 'light', ['en', 'zh']], [', contrasts, light', true, 'light', ['both']], [', contrasts, dark', true, 'dark', ['both']]]) {
  test(`axe finds nothing${what}: the page, and each view of each figure`, () => withPage(async (page) => {
    await wakeFigures(page);
    await openAll(page);
    await page.evaluate(axe);
    const found = [];
    for (const language of languages) {
      await choose(page, language);
      found.push(...await findings(page, `the page, ${language}`, 'html', contrast));
    }
    // Axe reads the whole document each time: what is left are the figures.
    await page.$$eval('main > section', (all) => all.forEach((section) => section.querySelector('[data-figure]') ?? section.remove()));
    await choose(page, 'both');
    await eachView(page, async (figure, view) => found.push(...await findings(page, `${figure} ${view}`, `#figure-${figure}`, contrast)));
    assert.deepEqual(found, []);
  }, {colorScheme}));
}

/** What can be operated and is smaller than 24 by 24 pixels; a link in a line of text may be as high as the line. */
const small = () => [...document.querySelectorAll('a, button, input, select, summary, .segmented label')].filter((element) => {
  const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') ?? element.closest('li') : element;
  if (!target || !target.checkVisibility({visibilityProperty: true}) || element.matches('.switch')) return false;
  if (element.matches('a') && element.closest('p, li, td, th, dd, figcaption, summary') && !element.closest('nav')) return false;
  const {width, height} = target.getBoundingClientRect();
  return width > 0 && Math.min(width, height) < 24;
}).map((element) => `${element.outerHTML.slice(0, 120)}: ${JSON.stringify(element.getBoundingClientRect())}`);

test('on a phone every target is at least 24 pixels wide and high', () => withPage(async (page) => {
  await wakeFigures(page);
  await openAll(page);
  await eachView(page, async (figure, view) => assert.deepEqual(await page.evaluate(small), [], `${figure} ${view}`));
}, {viewport: {width: 360, height: 780}, isMobile: true, hasTouch: true}));

/** What can be operated and is in sight, whatever the width. */
const offered = () => [...document.querySelectorAll('.bar, [data-figure]')].flatMap((part) => [...part.querySelectorAll('a, button, input, select, summary')]
    .filter((element) => (element.closest('label') ?? element).checkVisibility())
    .map((element) => `${part.dataset.figure ?? 'header'}: ${element.dataset.key ?? element.textContent.trim()} ${element.value}`));

test('at 200 % and at 320 pixels nothing is lost, and nothing is wider than the window', async () => {
  const seen = {};
  for (const width of [1280, 640, 320]) {
    await withPage(async (page) => {
      await wakeFigures(page);
      await openAll(page);
      for (const language of ['en', 'zh']) {
        await choose(page, language);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${width}, ${language}`);
      }
      seen[width] = (await page.evaluate(offered)).map((name) => name.replace(/[\d.−-]+$/, '')).filter((name) => !/epoch|Train|训练|Pause|暂停|Stop|停止/.test(name)).sort();
    }, {viewport: {width, height: 720}});
  }
  assert.deepEqual(seen[640], seen[1280]);
  assert.deepEqual(seen[320], seen[1280]);
});

test('each chart has a sentence that is announced politely, and its numbers as a table', () => withPage(async (page) => {
  await wakeFigures(page);
  await eachView(page, async (figure, view) => {
    for (const part of await figureOf(page, figure).locator('.live:has(> .foot), .live section:has(> .foot), .live:has(.below > .foot)').all()) {
      const sentence = part.locator('.sentence');
      await eventually(async () => (await wordsInSight(part, '.sentence')).length > 15, true, `the sentence of ${figure} ${view}`);
      // The training lab falls silent while the picture moves.
      await eventually(() => sentence.getAttribute('aria-live'), 'polite', `${figure} ${view}`);
      if (await part.locator('.live-chart').count() === 0) continue;
      const numbers = part.locator('details:has(> .table-scroll)');
      if (!await numbers.evaluate((details) => details.open)) await numbers.locator('> summary').click();
      await eventually(async () => await numbers.locator('tbody tr').count() > 0 && await numbers.locator('thead th[scope=col]').count() > 2, true, `the numbers of ${figure} ${view}`);
    }
  });
}, {fragment: '#training.epochs=4&training.depth=3&training.width=8'}));

test('arrow keys move along a chart, and the slider says what is there', () => withPage(async (page) => {
  await wakeFigures(page);
  const said = {
    explorer: ['x', /GELU: f = .*ReLU: f = /],
    gradient_lab: ['layer', /Layer \d+.*‖δ‖/],
    training: ['epoch', /After \d+ epochs|networks, the same/],
    vector_functions: ['b', /b = .*∂f\/∂a/],
  };
  for (const [figure, [key, pattern]] of Object.entries(said)) {
    const slider = figureOf(page, figure).locator(`input[type=range][data-key=${key}]`);
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    await slider.press(key === 'epoch' ? 'ArrowLeft' : 'ArrowRight');
    await eventually(async () => pattern.test(await slider.getAttribute('aria-valuetext')), true, `${figure}: ${await slider.getAttribute('aria-valuetext')}`);
    assert.notEqual(await slider.getAttribute('aria-valuetext'), before);
  }
}, {fragment: '#training.epochs=4&training.depth=3&training.width=8'}));

test('who wants no motion sees the outcome of training, not its course', () => withPage(async (page) => {
  await page.evaluate(() => {
    window.seen = new Set();
    new MutationObserver(() => window.seen.add(document.querySelector('.epoch')?.textContent)).observe(document.querySelector('#figure-training'), {childList: true, subtree: true});
  });
  await wakeFigures(page);
  await bring(figureOf(page, 'training'));
  await eventually(async () => /epoch 12 of 12/.test(await figureOf(page, 'training').locator('.epoch').innerText()), true, 'trained');
  const seen = (await page.evaluate(() => [...window.seen])).filter(Boolean);
  assert.ok(seen.length <= 2, `${seen}`);
}, {reducedMotion: 'reduce', fragment: '#training.epochs=12&training.depth=3&training.width=8'}));

for (const colorScheme of ['light', 'dark']) {
  test(`with the system's colours forced, ${colorScheme}: charts and what is chosen can be told`, () => withPage(async (page) => {
    await page.evaluate((other) => { localStorage.setItem('actlab.theme', other); }, colorScheme === 'light' ? 'dark' : 'light');
    await page.reload();
    await wakeFigures(page);
    const [paper, ink] = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('p'));
      return ['Canvas', 'CanvasText'].map((name) => { probe.style.color = name; return getComputedStyle(probe).color; });
    });
    assert.notEqual(paper, ink);
    for (const canvas of await page.locator('.live-chart canvas').all()) {
      await bring(canvas);
      const dotsOfInk = () => canvas.evaluate((element, colour) => {
        const {data} = element.getContext('2d').getImageData(0, 0, element.width, element.height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255 && `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})` === colour) count += 1;
        return count;
      }, ink);
      await eventually(async () => await dotsOfInk() > 20, true, `letters in ${ink} on ${await canvas.evaluate((element) => element.closest('[data-figure]').dataset.figure)}`);
    }
    const ground = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
    const chips = figureOf(page, 'explorer').locator('.chip');
    assert.notEqual(await ground(chips.locator('xpath=self::*[@aria-pressed="true"]').first()), await ground(chips.locator('xpath=self::*[@aria-pressed="false"]').first()));
    assert.notEqual(await ground(page.locator('label[for=language-en]')), await ground(page.locator('label[for=language-zh]')));
    const cell = figureOf(page, 'vector_functions').locator('.logits-table td:not(.value)').last();
    assert.doesNotMatch(await ground(cell), /, 0\)$/, 'the Jacobian keeps its colours');
    // The palette is that of the system's ground, whatever theme was chosen.
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined);
  }, {colorScheme, forcedColors: 'active'}));
}
