// Every claim runs in the page, in its card or in its row of the source post's table, and its verdict holds.
import assert from 'node:assert/strict';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {checkOnly, choose} from './language.mjs';
import {bring, eventually, withPage} from './page.mjs';

const {claims} = (await loadCore()).catalog();
const kinds = Object.fromEntries(claims.map(({id, kind}) => [id, kind]));

/** The elements of the claims on the page: [{id, card}]. */
const placesOf = (page) => page.$$eval('[data-claim]', (all) => all.map((e) => ({id: e.dataset.claim, card: e.classList.contains('card')})));

/** Opens and runs the i-th claim of the page and gives what it then says. */
async function run(page, i) {
  const element = page.locator('[data-claim]').nth(i);
  if (await element.getAttribute('open') === null) await element.locator('summary').click();
  await element.and(page.locator('.live')).waitFor();
  if (await element.evaluate((e) => e.classList.contains('card'))) await element.locator('.primary').click();
  // It is over when its button for another run can be pressed.
  await eventually(() => element.locator('.actions button:not(.primary):enabled').count(), 1, `claim ${i} finishes`);
  return element;
}

const said = {
  measured: {en: /where the verdict expects/, zh: /与结论相符/},
  timed: {en: /On your machine/, zh: /在你的机器上/},
};

async function check(page, i, {id, card}, language) {
  const element = await run(page, i);
  const claim = claims.find((one) => one.id === id);
  assert.match(await element.locator('.status').innerText(), said[claim.kind][language], id);
  assert.equal(await element.locator('.outside').count(), 0, id);
  const values = await element.locator('.measured td:nth-child(2)').allInnerTexts();
  assert.equal(values.length, claim.rows.length, id);
  for (const value of values) assert.match(value, /\d/, id);
  if (!card) return;
  assert.equal(await element.locator('.verdict').getAttribute('data-verdict'), claim.verdict, id);
  assert.ok(await element.locator('.why').isVisible(), id);
}

test('every claim of the core is on the page, runs, and its verdict holds', () => withPage(async (page) => {
  const places = await placesOf(page);
  assert.deepEqual([...new Set(places.map(({id}) => id))].sort(), claims.map(({id}) => id).sort());
  for (const [i, place] of places.entries()) {
    if (places.findIndex(({id}) => id === place.id) === i) await check(page, i, place, 'en');
  }
  await checkOnly(page, 'en');
}));

test('claims that have run stay in one language', () => withPage(async (page) => {
  const places = await placesOf(page);
  const samples = [
    places.findIndex(({card}) => card),
    places.findIndex(({id, card}) => !card && kinds[id] === 'measured'),
    places.findIndex(({id}) => kinds[id] === 'timed'),
  ];
  for (const i of samples) await check(page, i, places[i], 'zh');
  await checkOnly(page, 'zh');
  await choose(page, 'en');
  await checkOnly(page, 'en');
}, {fragment: '#lang=zh'}));

test('a card keeps its verdict until it has run, then says whether the guess was right', () => withPage(async (page) => {
  const card = page.locator('.claim.card').first();
  await page.evaluate(() => { document.querySelector('.claim.card').open = true; });
  await card.and(page.locator('.live')).waitFor();
  assert.equal(await card.locator('.verdict:visible').count(), 0);
  const verdict = await card.locator('.verdict').getAttribute('data-verdict');
  const guesses = await card.locator('input[type=radio]').all();
  assert.equal(guesses.length, 3);
  for (const guess of guesses) if (await guess.getAttribute('value') === verdict) await guess.check();
  await card.locator('.primary').click();
  await eventually(async () => (await card.locator('[role=status]').innerText()).includes('As you guessed'), true, 'the guess');
  assert.equal(await card.locator('.verdict:visible').count(), 1);
}));

test('without JavaScript a claim shows its verdict and the numbers of the build', () => withPage(async (page) => {
  for (const element of await page.locator('[data-claim]').all()) {
    if (await element.getAttribute('open') === null) await element.locator('summary').click();
    const id = await element.getAttribute('data-claim');
    assert.ok(await element.locator('.measured').isVisible(), id);
    const values = await element.locator('.measured td:nth-child(2)').allInnerTexts();
    for (const value of values) assert.match(value, kinds[id] === 'timed' ? /–/ : /\d/, id);
  }
}, {javaScriptEnabled: false}));

test('no section has more than two open cards', () => withPage(async (page) => {
  const open = await page.$$eval('main > section', (all) => all.map((e) => e.querySelectorAll('.card[open]').length));
  assert.ok(Math.max(...open) <= 2, String(open));
}));

test('every statement of the source post has a sign and a word for its verdict, and an answer', () => withPage(async (page) => {
  const rows = await page.$$eval('.statements tbody tr[id]', (all) => all.map((e) => ({
    id: e.id,
    sign: e.querySelector('.verdict [aria-hidden]').textContent,
    verdict: e.querySelector('.verdict').textContent,
    answer: e.querySelector('.answer').textContent,
  })));
  assert.deepEqual(rows.map(({id}) => id), Array.from({length: 52}, (_, i) => `A${i + 1}`));
  for (const {id, sign, verdict, answer} of rows) {
    assert.ok(sign && verdict.replace(sign, '').trim(), id);
    assert.ok(answer.length > 20, id);
  }
}));

test('a term shows its definition to the mouse, the keyboard and the finger, in the language of the page', async () => {
  const box = (page) => page.locator('#definition:popover-open');
  await withPage(async (page) => {
    const term = page.locator('.term:visible').first();
    await bring(term);
    await term.hover();
    const text = await box(page).innerText();
    assert.match(text, /[a-z]{3}/);
    assert.doesNotMatch(text, /[\u3400-\u9fff]/);
    await page.keyboard.press('Escape');
    assert.equal(await box(page).count(), 0);
    await term.focus();
    await eventually(() => box(page).count(), 1, 'the definition');
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#term-/);
  });
  await withPage(async (page) => {
    await choose(page, 'zh');
    const term = page.locator('.term:visible').first();
    await bring(term);
    await term.tap();
    assert.match(await box(page).innerText(), /[\u3400-\u9fff]/);
    assert.doesNotMatch(page.url(), /#term-/);
    // A finger somewhere else, and then the keyboard: Enter follows the link.
    await page.touchscreen.tap(2, 350);
    assert.equal(await box(page).count(), 0);
    await term.focus();
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#term-/);
  }, {viewport: {width: 360, height: 700}, isMobile: true, hasTouch: true});
});
