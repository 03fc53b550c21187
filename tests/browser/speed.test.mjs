// What a function costs: timed in the worker on request, in short calls; the numbers that are shown fit together.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {checkOnly, choose} from './language.mjs';
import {bring, eventually, eventuallyOther, withPage} from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const functions = (await loadCore()).catalog().activations.map(({id}) => id);

const figure = (page) => page.locator('#figure-speed');
const sentence = (page) => figure(page).locator('.sentence').innerText();
const again = (page) => figure(page).getByRole('button', {name: /Measure again|再测一次/});

async function open(page) {
  await bring(figure(page));
  await figure(page).locator('.live').waitFor();
}

/** Guesses, by keyboard, and waits for the end; a machine that is busy may take long. */
async function measure(page, guess = 0) {
  await figure(page).locator('.guesses button').nth(guess).press('Enter');
  await again(page).waitFor({timeout: 120_000});
}

const numbersOf = (row) => row.locator('td:not([aria-hidden])').allInnerTexts().then((all) => all.map(parseFloat));
/** What a number that is written with two digits may be off by. */
const rounding = (x) => 0.501 * 10 ** (Math.floor(Math.log10(x)) - 1);
const layerTime = async (page) => (await numbersOf(figure(page).locator('tr.products')))[0];

test('nothing is measured before it is asked for; then every function is, beside the layer', () => withPage(async (page) => {
  await open(page);
  assert.equal(await figure(page).locator('table').count(), 0);
  assert.match(await sentence(page), /256 inputs.*how much longer.*your own machine/s);
  await measure(page);
  assert.match(await sentence(page), /^(As you guessed|You guessed).*On your machine a layer with 256 inputs takes .* times as long/s);
  const rows = await figure(page).locator('tr[data-function]').all();
  const shown = await Promise.all(rows.map((row) => row.getAttribute('data-function')));
  assert.deepEqual([...shown].sort(), [...functions].sort());
  const layer = await layerTime(page);
  let last = 0;
  for (const row of rows) {
    const [value, both, share] = await numbersOf(row);
    assert.ok(value > 0 && both > 0, 'times are positive');
    assert.ok(value >= last, 'sorted');
    const [least, most] = [-1, 1].map((side) => 100 / (1 + (layer - side * rounding(layer)) / (value + side * rounding(value))));
    assert.ok(share + rounding(share) >= least && share - rounding(share) <= most, `${share} % is ${value} of ${value + layer}`);
    last = value;
  }
  const bars = await figure(page).locator('.cost i:last-child').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
  assert.ok(bars[0] > 10, 'the layer has a bar');
}));

test('a wider layer is dearer, and the link has it', () => withPage(async (page) => {
  await open(page);
  await measure(page);
  const times = [];
  for (const inputs of ['16', '256', '1024']) {
    const before = await sentence(page);
    await figure(page).locator(`input[value="${inputs}"]`).check({force: true});
    if (inputs !== '256') await eventuallyOther(() => sentence(page), before, inputs);
    times.push(await layerTime(page));
  }
  assert.ok(times[0] < times[1] && times[1] < times[2], String(times));
  await eventually(() => page.evaluate(() => location.hash), '#speed.inputs=1024', 'the address');
}, {fragment: '#speed.inputs=256'}));

test('a measurement can be stopped and begun again', () => withPage(async (page) => {
  await open(page);
  await figure(page).locator('.guesses button').first().click();
  const stop = figure(page).getByRole('button', {name: 'Stop'});
  await stop.waitFor();
  await stop.click();
  await again(page).waitFor();
  assert.equal(await stop.isVisible(), false);
  await again(page).click();
  await stop.waitFor();
}));

test('both languages, and axe finds nothing', () => withPage(async (page) => {
  await open(page);
  await measure(page, 2);
  for (const language of ['zh', 'en']) {
    await choose(page, language);
    await checkOnly(page, language);
  }
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => globalThis.axe.run('#figure-speed'));
  assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`), []);
}));

test('without JavaScript it says that it measures on request', () => withPage(async (page) => {
  assert.match(await figure(page).textContent(), /With JavaScript on, this figure times all of them/);
}, {javaScriptEnabled: false}));
