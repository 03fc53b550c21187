// The page as an article: it opens everywhere, in both languages, with and without JavaScript, on every width.
import assert from 'node:assert/strict';
import test from 'node:test';
import {checkOnly, choose, visibleTexts} from './language.mjs';
import {bring, eventually, places, wakeFigures, withPage} from './page.mjs';

test('opens, lives and switches language in place', () => withPage(async (page) => {
  await wakeFigures(page);
  await checkOnly(page, 'en');
  await page.evaluate(() => { window.sameDocument = true; });
  await choose(page, 'zh');
  await checkOnly(page, 'zh');
  await choose(page, 'both');
  const languages = new Set((await visibleTexts(page)).map(({lang}) => lang));
  assert.ok(languages.has('en') && languages.has('zh'));
  await choose(page, 'en');
  await checkOnly(page, 'en');
  assert.equal(await page.evaluate(() => window.sameDocument), true);
}));

for (const width of [390, 1200]) {
  test(`the language changes without moving what is being read, at ${width} px`, () => withPage(async (page) => {
    for (const id of ['selu', 'training', 'glossary']) {
      const heading = page.locator(`#${id} h2`).first();
      await bring(heading);
      await page.waitForTimeout(500);
      const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
      for (const language of ['zh', 'en']) {
        const before = await top();
        // The driver's own click would scroll first.
        const {x, y} = await page.locator(`label[for=language-${language}]`).boundingBox();
        await page.mouse.click(x + 5, y + 5);
        await eventually(() => page.evaluate(() => document.documentElement.lang), language, 'the language');
        await page.waitForTimeout(200);
        assert.ok(Math.abs(await top() - before) < 2, `#${id}, ${language}: from ${before} to ${await top()}`);
      }
    }
  }, {viewport: {width, height: 800}}));
}

test('without JavaScript it is an article with pictures, and the language switch works', () => withPage(async (page) => {
  const seen = (selector) => page.locator(`${selector}:visible`).count();
  assert.ok(await seen('h2') > 5);
  const pictures = await page.locator('svg.chart:visible').all();
  assert.ok(pictures.length >= 15, `${pictures.length} pictures`);
  for (const picture of pictures) {
    const {width, height} = await picture.boundingBox();
    assert.ok(width > 150 && height > 100, `a picture of ${width} × ${height}`);
  }
  // A time has no picture before it is taken.
  for (const figure of await page.locator('[data-figure]:not([data-figure=speed])').all()) {
    assert.ok(await figure.locator('svg.chart:visible').count() > 0);
    assert.ok((await figure.innerText()).includes('JavaScript'));
  }
  const formulas = await page.locator('math:visible').all();
  assert.ok(formulas.length > 20, `${formulas.length} formulas`);
  for (const formula of formulas) assert.ok((await formula.boundingBox()).width > 3);
  assert.ok(await seen('p [lang=en], p[lang=en], [lang=en] p') > 10 && await seen('main [lang=zh]') === 0);
  await choose(page, 'zh');
  assert.ok(await seen('main [lang=zh]') > 10 && await seen('main [lang=en]') === 0);
}, {place: 'file', javaScriptEnabled: false}));

test('the language: from the link, else as chosen before, else the browser\'s', async () => {
  const shown = (page) => page.evaluate(() => document.documentElement.lang);
  await withPage(async (page, context) => {
    assert.equal(await shown(page), 'zh');
    await choose(page, 'en');
    const again = await context.newPage();
    await again.goto(places.http);
    assert.equal(await shown(again), 'en');
    const linked = await context.newPage();
    await linked.goto(`${places.http}#lang=zh`);
    assert.equal(await shown(linked), 'zh');
  }, {locale: 'zh-CN'});
  await withPage(async (page) => assert.equal(await shown(page), 'en'), {locale: 'fr-FR'});
});

test('the theme: the system\'s, or the reader\'s own, which lasts', async () => {
  const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const colours = {};
  for (const colorScheme of ['light', 'dark']) {
    await withPage(async (page, context) => {
      colours[colorScheme] = await paper(page);
      const opposite = colorScheme === 'light' ? 'dark' : 'light';
      await page.locator(`label:has(input[name=theme][value=${opposite}])`).click();
      const chosen = await paper(page);
      assert.notEqual(chosen, colours[colorScheme]);
      const again = await context.newPage();
      await again.goto(places.http);
      assert.equal(await paper(again), chosen);
    }, {colorScheme});
  }
  assert.notEqual(colours.light, colours.dark);
});

for (const width of [320, 390]) {
  test(`nothing is wider than a screen of ${width} px`, () => withPage(async (page) => {
    await wakeFigures(page);
    await page.$$eval('details', (all) => all.forEach((details) => { details.open = true; }));
    for (const language of ['en', 'zh', 'both']) {
      await choose(page, language);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      const culprits = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
          .filter((e) => e.getBoundingClientRect().right > limit + 1 && !e.closest('.visually-hidden'))
          .slice(0, 5).map((e) => e.outerHTML.slice(0, 120)), width);
      assert.ok(wide <= width, `${language}: ${wide} px wide; ${culprits.join('\n')}`);
    }
  }, {viewport: {width, height: 800}, isMobile: true, hasTouch: true}));
}

for (const width of [390, 1200]) {
  test(`at ${width} px each entry of the contents leads to its section, though those on the way may not be laid out`, () => withPage(async (page) => {
    const ids = await page.locator('.contents a').evaluateAll((links) => links.map((link) => link.hash.slice(1)));
    assert.ok(ids.length > 20);
    const top = (id) => page.evaluate((name) => Math.round(document.getElementById(name).getBoundingClientRect().top), id);
    const bar = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop));
    for (const id of ids.filter((_, i) => i % 4 === 1)) {
      await page.evaluate((name) => { scrollTo(0, 0); document.querySelector(`.contents a[href="#${name}"]`).click(); }, id);
      await page.waitForTimeout(300);
      await eventually(async () => Math.abs(await top(id) - bar) <= 2, true, id);
    }
  }, {viewport: {width, height: 800}}));
}
