// SELU's basin: what is shown is what the module computes in Node.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {checkOnly, choose as chooseLanguage} from './language.mjs';
import {bring, eventually, eventuallyOther, withPage} from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const core = await loadCore();

const figure = (page) => page.locator('#figure-basin');
const sentence = (page) => figure(page).locator('.sentence').innerText();
const fragment = (settings) => '#' + new URLSearchParams(Object.entries(settings).map(([key, value]) => [`basin.${key}`, String(value)]));
const field = (page, name) => figure(page).locator(`[data-key=${name}]:is(input[type=number], select)`);

const selu = {activation: 'selu', initialisation: 'lecun_normal', depth: 20, width: 128, batch: 128, input_mean: 0, input_deviation: 1, seed: 1};
const opening = {...selu, input_mean: 0.8, input_deviation: 1.8};
/** Quick. */
const small = {...selu, depth: 6, width: 24, batch: 16};

async function open(page) {
  await bring(figure(page));
  await figure(page).locator('.live').waitFor();
  for (const details of await figure(page).locator('details').all()) await details.evaluate((element) => (element.open = true));
}

const shown = (page) => figure(page).locator('.numbers-table tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.dataset.value))));

/** The path in the table is the module's, bit by bit. */
async function checkPath(page, request, what) {
  const {mean, variance, theory_mean, theory_variance} = core.selfNormalisation(request);
  await eventually(() => shown(page), Array.from(mean, (_, l) => [mean[l], variance[l], theory_mean[l], theory_variance[l]]), what);
}

test('it opens on inputs far off, which come back', () => withPage(async (page) => {
  await open(page);
  await checkPath(page, opening, 'the opening');
  const {mean, variance} = core.selfNormalisation(opening);
  assert.ok(variance[0] > 3 && Math.abs(mean[20]) < 0.1 && Math.abs(variance[20] - 1) < 0.15, 'it comes back');
  const text = await sentence(page);
  assert.match(text, /^After 20 layers the mean is −?0\.0\d and the variance [01]\.\d\d\. In theory it is drawn to \(0\.00, 1\.00\)\.$/);
  assert.ok(text.includes(variance[20].toFixed(2)));
}));

test('each control changes the path, and stands in the address', () => withPage(async (page) => {
  await open(page);
  const request = {...small};
  await checkPath(page, request, 'the link');
  const changes = {
    initialisation: 'he_normal', gain: 1.2, dropout: 'ordinary', dropout_p: 0.25, depth: 5, width: 32, batch: 8,
    input_mean: 0.5, input_deviation: 2, seed: 7, activation: 'elu',
  };
  for (const [name, value] of Object.entries(changes)) {
    const control = field(page, name);
    if (typeof value === 'string') await control.selectOption(value);
    else await control.fill(String(value));
    request[name] = value;
    await checkPath(page, request, name);
  }
  await figure(page).locator('input[type=number][data-key="elu.alpha"]').fill('0.5');
  await checkPath(page, {...request, parameters: {alpha: 0.5}}, 'alpha');
  const address = () => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
  await eventually(async () => (await address())['basin.elu.alpha'], '0.5', 'the address');
  const before = await shown(page);
  await page.reload();
  await open(page);
  await eventually(() => shown(page), before, 'the address brings it back');
}, {fragment: fragment(small)}));

test('the examples stay or leave as they say', () => withPage(async (page) => {
  await open(page);
  const presets = figure(page).locator('.examples .preset');
  const leaves = {};
  for (let i = 0; i < await presets.count(); ++i) {
    const before = await shown(page);
    await presets.nth(i).click();
    if (i > 0) await eventuallyOther(() => shown(page), before, `example ${i}`);
    const path = await shown(page);
    leaves[await presets.nth(i).innerText()] = {said: /leaves the picture/.test(await sentence(page)), end: path.at(-1)};
  }
  const of = (name) => leaves[name];
  assert.deepEqual(Object.values(leaves).map(({said}) => said), [false, true, false, false, true, false]);
  for (const name of ['Inputs far off', 'Xavier', 'Alpha dropout']) {
    assert.ok(Math.abs(of(name).end[0]) < 0.15 && Math.abs(of(name).end[1] - 1) < 0.2, `${name}: ${of(name).end}`);
  }
  assert.ok(of('He').end[1] > 100 && of('Ordinary dropout').end[1] > 50 && of('PyTorch: 3/4').end[1] < 0.15);
}));

test('the signal names the layer in which it leaves; back through the layers by keyboard', () => withPage(async (page) => {
  await open(page);
  const request = {...selu, dropout: 'ordinary', dropout_p: 0.5};
  await checkPath(page, request, 'ordinary dropout');
  const run = core.selfNormalisation(request);
  const edge = Math.max(...run.field_variance) * 10 ** 0.08;
  const exit = Array.from(run.variance).findIndex((variance, l) => variance > edge || Math.abs(run.mean[l]) > 1.1);
  assert.match(await sentence(page), new RegExp(`^In layer ${exit} the signal leaves the picture; after 20 layers .* In theory no point attracts it\\.$`));
  const slider = figure(page).locator('input[data-key=layer]');
  await slider.focus();
  for (let i = 0; i < 18; ++i) await page.keyboard.press('ArrowLeft');
  await eventually(() => figure(page).locator('.reading').innerText(),
      `Layer 2: mean ${run.mean[2].toFixed(2)}, variance ${run.variance[2].toFixed(2)}; in theory ${run.theory_mean[2].toFixed(2)} and ${run.theory_variance[2].toFixed(2)}`.replaceAll('-', '−'), 'the reading');
  const picture = () => figure(page).locator('canvas').first().evaluate((canvas) => canvas.toDataURL());
  const before = await picture();
  await page.keyboard.press('Home');
  await eventuallyOther(picture, before, 'the ring on the plane');
}, {fragment: fragment({dropout: 'ordinary', input_mean: 0, input_deviation: 1})}));

test('a broken link says so; a refusal is shown', () => withPage(async (page) => {
  await open(page);
  assert.match(await figure(page).locator('.notice').innerText(), /depth/);
  await checkPath(page, opening, 'the default');
  await field(page, 'width').fill('512');
  await field(page, 'batch').fill('256');
  await eventually(async () => /depth · width² · batch/.test(await figure(page).locator('.notice').innerText()), true, 'the refusal');
}, {fragment: fragment({depth: 1000})}));

test('both languages, and axe finds nothing', () => withPage(async (page) => {
  await open(page);
  for (const settings of [{}, {dropout: 'ordinary'}]) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment({seed: 2, ...settings}));
    await checkPath(page, {...opening, seed: 2, ...settings}, 'the settings');
    for (const language of ['zh', 'en']) {
      await chooseLanguage(page, language);
      await checkOnly(page, language);
    }
  }
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => globalThis.axe.run('#figure-basin'));
  assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`), []);
}));
