// For a lecture and for the handout: one section at a time in large letters, and the page on paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import {checkOnly, choose} from './language.mjs';
import {bring, eventually, eventuallyOther, places, settled, wakeFigures, withPage} from './page.mjs';

const shown = (page) => page.locator('main > section:visible').evaluateAll((all) => all.map(({id}) => id));
const order = (page) => page.locator('main > section').evaluateAll((all) => all.map(({id}) => id));
const button = (page) => page.getByRole('button', {name: /^(Projector|投影)/});
const letters = (page) => page.locator('main p:visible').first().evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const bottom = (page) => page.evaluate(() => window.scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'}));

for (const place of Object.keys(places)) {
  test(`${place}: one section at a time in large letters, by keys; Escape ends it where one is`, () => withPage(async (page) => {
    const sections = await order(page);
    const usual = await letters(page);
    await button(page).click();
    assert.deepEqual(await shown(page), [sections[0]]);
    assert.ok(await letters(page) > 1.3 * usual, `${await letters(page)} px`);
    assert.equal(await button(page).getAttribute('aria-pressed'), 'true');
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight');
    assert.deepEqual(await shown(page), [sections[2]]);
    // PageDown goes on only from the end of a section, PageUp back to the end of the one before.
    await page.evaluate(() => window.scrollTo({top: 0, behavior: 'instant'}));
    await press(page, 'PageDown');
    assert.deepEqual(await shown(page), [sections[2]]);
    await page.waitForTimeout(500);
    await bottom(page);
    await press(page, 'PageDown');
    assert.deepEqual(await shown(page), [sections[3]]);
    await press(page, 'PageUp');
    assert.deepEqual(await shown(page), [sections[2]]);
    assert.ok(await page.evaluate(() => window.scrollY) > 0);
    await page.getByRole('button', {name: 'Next section'}).click();
    assert.deepEqual(await shown(page), [sections[3]]);
    assert.equal(await page.locator('.steps [role=status]').innerText(), `4 / ${sections.length}`);
    await press(page, 'Escape');
    assert.equal((await shown(page)).length, sections.length);
    assert.ok(await page.locator(`#${sections[3]}`).evaluate((section) => Math.abs(section.getBoundingClientRect().top) < 200), 'one stays where one was');
    assert.equal(await page.evaluate(() => localStorage.getItem('actlab.projector')), null);
  }, {place}));
}

test('it lasts as the lecturer\'s own choice, and no link makes it', () => withPage(async (page, context) => {
  const sections = await order(page);
  assert.equal((await shown(page)).length, sections.length, 'not by a link');
  await button(page).click();
  assert.deepEqual(await shown(page), [await page.locator('section:has(#figure-gradient_lab)').getAttribute('id')], 'where the link led');
  await press(page, 'ArrowRight');
  const chosen = await shown(page);
  await page.reload();
  assert.deepEqual(await shown(page), chosen);
  await button(page).click();
  const again = await context.newPage();
  await again.goto(places.http);
  assert.equal((await shown(again)).length, sections.length);
}, {fragment: '#projector=surprise&gradient_lab.projector=on'}));

test('figures live in it, arrow keys in a control stay there, and links lead to their section', () => withPage(async (page) => {
  await button(page).click();
  await press(page, 'ArrowRight');
  const lab = page.locator('#figure-gradient_lab');
  await bring(lab);
  await lab.locator('.live').waitFor();
  const depth = lab.locator('input[type=range][data-key=depth]');
  const sentence = await lab.locator('.sentence').innerText();
  await depth.focus();
  await press(page, 'ArrowRight');
  await eventuallyOther(() => lab.locator('.sentence').innerText(), sentence, 'the depth');
  assert.deepEqual(await shown(page), ['surprise']);
  await page.evaluate(() => { location.hash = '#explorer.x=2'; });
  await eventually(() => shown(page), ['explorer'], 'the link to a figure');
  await page.evaluate(() => { location.hash = '#tanh'; });
  await eventually(() => shown(page), ['tanh'], 'the link to a section');
}));

test('a link of the text leads to the section of its own figure, whatever the address says of others; once more, too', () => withPage(async (page) => {
  const lab = await page.locator('section:has(#figure-gradient_lab)').getAttribute('id');
  await button(page).click();
  await eventually(() => shown(page), ['explorer'], 'where the address led');
  const link = page.locator('main a[href^="#gradient_lab."]').first();
  for (const time of ['once', 'once more']) {
    await link.evaluate((element) => element.click());
    await page.waitForTimeout(300);
    assert.deepEqual(await shown(page), [lab], time);
    await press(page, 'ArrowRight', 'ArrowRight');
    assert.notDeepEqual(await shown(page), [lab]);
  }
  assert.match(await page.evaluate(() => location.hash), /explorer\.x=1(&|$)/, 'the explorer stays as it was set');
}, {fragment: '#lang=en&explorer.x=1'}));

test('a link that the page is opened with comes before the section that was shown last', () => withPage(async (page, context) => {
  await button(page).click();
  await press(page, 'ArrowRight', 'ArrowRight');
  for (const [fragment, section] of [['#tanh', 'tanh'], ['#lang=en&explorer.x=1', 'explorer']]) {
    const again = await context.newPage();
    await again.goto(places.http + fragment);
    await eventually(() => shown(again), [section], fragment);
    await again.close();
  }
}));

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: both languages, no section wider than the window, letters of charts grow too`, () => withPage(async (page) => {
    const sections = await order(page);
    await button(page).click();
    for (const language of ['en', 'zh']) {
      await choose(page, language);
      await press(page, 'Escape');
      await page.evaluate(() => window.scrollTo({top: 0, behavior: 'instant'}));
      await button(page).click();
      for (const section of sections) {
        assert.deepEqual(await shown(page), [section]);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 1280, `${section}, ${language}`);
        for (const figure of await page.locator('main > section.shown [data-figure]').all()) {
          await bring(figure);
          await figure.locator('.live').waitFor();
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 1280, `the figure of ${section}, ${language}`);
        }
        await page.evaluate(() => document.activeElement.blur());
        await press(page, 'ArrowRight');
      }
    }
  }, {colorScheme, viewport: {width: 1280, height: 720}}));
}

test('the words at a point of a chart grow as all letters do', () => withPage(async (page) => {
  await page.evaluate(() => {
    const write = CanvasRenderingContext2D.prototype.fillText;
    window.heights = {};
    CanvasRenderingContext2D.prototype.fillText = function(text, ...rest) {
      window.heights[text] = parseFloat(/([\d.]+)px/.exec(this.font)[1]);
      write.call(this, text, ...rest);
    };
  });
  const written = async () => {
    await settled(page, 'basin');
    return page.evaluate(() => window.heights['fixed point']);
  };
  await wakeFigures(page, 'basin');
  const usual = await written();
  await button(page).click();
  await bring(page.locator('#figure-basin'));
  const large = await written();
  assert.ok(large > 1.3 * usual, `${usual} and ${large} px`);
}));

test('on paper: no controls, each chart a drawing in dark on light, both themes alike', async () => {
  const sheets = {};
  for (const colorScheme of ['light', 'dark']) {
    await withPage(async (page) => {
      for (const name of await page.locator('[data-figure]').evaluateAll((all) => all.map(({dataset}) => dataset.figure))) {
        await wakeFigures(page, name);
        await settled(page, name);
      }
      const training = page.locator('#figure-training');
      await bring(training);
      await eventually(async () => /epoch 4 of 4/.test(await training.locator('.epoch').innerText()), true, 'trained');
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({media: 'print'});
      const canvases = await page.locator('.live-chart canvas:visible').count();
      assert.equal(canvases, 0);
      const drawings = await page.locator('.live-chart > svg:visible').evaluateAll((all) => all.map((svg) => {
        const {width, height} = svg.getBoundingClientRect();
        const [text, line] = [svg.querySelector('.name'), svg.querySelector('svg path')].map((e) => e && getComputedStyle(e));
        return {large: width > 200 && height > 120, ink: text.fill, line: line?.stroke};
      }));
      assert.equal(drawings.length, await page.locator('.live-chart').count());
      assert.ok(drawings.length >= 6 && drawings.every(({large}) => large), JSON.stringify(drawings));
      sheets[colorScheme] = drawings;
      const controls = '.live-figure :is(input, select, button:not(.histograms *), summary):visible, .bar:visible, .contents:visible';
      assert.deepEqual(await page.locator(controls).evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 100))), []);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      assert.equal(await page.locator('.live-chart > svg').count(), 0);
      await page.emulateMedia({media: 'screen'});
      assert.equal(await page.locator('.live-chart canvas:visible').count(), drawings.length);
    }, {colorScheme, fragment: '#training.epochs=4&training.depth=3&training.width=8'});
  }
  assert.deepEqual(sheets.dark, sheets.light);
});

test('the browser itself makes the drawings when it prints', () => withPage(async (page) => {
  await page.evaluate(() => {
    window.drawn = 0;
    new MutationObserver((records) => { window.drawn += records.flatMap(({addedNodes}) => [...addedNodes]).filter((node) => node.matches?.('.live-chart > svg, svg.chart')).length; })
        .observe(document.querySelector('#figure-explorer'), {childList: true, subtree: true});
  });
  await bring(page.locator('#figure-explorer'));
  await page.locator('#figure-explorer .live').waitFor();
  const pdf = await page.pdf({format: 'A4', pageRanges: '1-8'});
  assert.ok(pdf.length > 50_000);
  assert.equal(await page.evaluate(() => window.drawn), 2);
}));

test('what a figure got to know out of sight is printed', () => withPage(async (page) => {
  const charts = page.locator('#figure-basin .live-chart');
  await eventually(() => page.evaluate(() => window.watched.worker.answers > 0), true, 'the catalogue');
  await page.evaluate(() => { window.watched.worker.held = []; });
  await wakeFigures(page, 'basin');
  await page.evaluate(() => window.scrollTo({top: 0, behavior: 'instant'}));
  await page.waitForTimeout(300);
  await page.evaluate(() => window.watched.worker.release());
  await settled(page, 'basin');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  assert.equal(await charts.count(), 2);
  assert.equal(await charts.locator('> svg').count(), 2, 'a drawing of each');
}));

test('in projector mode the whole article is printed', () => withPage(async (page) => {
  await button(page).click();
  await page.emulateMedia({media: 'print'});
  assert.deepEqual(await shown(page), await order(page));
  await checkOnly(page, 'en').catch((error) => assert.fail(error));
}));
