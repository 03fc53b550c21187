// Depth × initialisation: many networks learn in the worker, and each has come to what the module gives in Node.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {checkOnly, choose as chooseLanguage} from './language.mjs';
import {bring, eventually, eventuallyOther, withPage} from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const core = await loadCore();

const figure = (page) => page.locator('#figure-depth_map');
const sentence = (page) => figure(page).locator('.sentence').innerText();
const fragment = (settings) => '#' + new URLSearchParams(Object.entries(settings).map(([key, value]) => [`depth_map.${key}`, String(value)]));
const field = (page, name) => figure(page).locator(`[data-key=${name}]:is(input[type=number], select)`);
const fill = (page) => figure(page).getByRole('button', {name: 'Fill in the whole map'});

/** Small and quick. */
const quick = {activation: 'relu', width: 8, examples: 60, epochs: 2, rate: 0.01};
const {depth: depths, column_count: columns} = core.depthMapColumn({});
const sigmas = Array.from({length: columns}, (_, column) => core.depthMapColumn({column}).sigma_w);

async function open(page) {
  await bring(figure(page));
  await figure(page).locator('.live').waitFor();
  for (const details of await figure(page).locator('details').all()) await details.evaluate((element) => (element.open = true));
}

/** What the module trains: the loss, NaN where the numbers broke down. */
function trained({epochs, ...request}, row, column) {
  const {session} = core.trainBegin({data: 'moons', ...request, initialisation: 'lecun_normal', depth: depths[row], gain: sigmas[column]});
  const {steps_per_epoch: steps} = core.trainAdvance({session, steps: 1});
  if (epochs * steps > 1) core.trainAdvance({session, steps: epochs * steps - 1});
  const report = core.trainReport(session);
  core.trainEnd(session);
  return report;
}
const lossOf = (request, row, column) => {
  const {train_loss, diverged_step} = trained(request, row, column);
  return String(diverged_step ? NaN : train_loss);
};

const shown = (page) => figure(page).locator('.numbers-table tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.dataset.value ?? '')));
const count = async (page) => (await shown(page)).flat().filter((loss) => loss !== '').length;

function coarse(request) {
  return Array.from(depths, (_, row) => Array.from(sigmas, (_, column) => (row % 4 || column % 4 ? '' : lossOf(request, row, column))));
}

test('a coarse map fills itself; the whole map on request; each cell is the module\'s', () => withPage(async (page) => {
  await open(page);
  await eventually(() => shown(page), coarse(quick), 'the coarse map');
  await fill(page).press('Enter');
  await page.waitForFunction((all) => document.querySelectorAll('#figure-depth_map td[data-value]').length === all, depths.length * sigmas.length, {timeout: 60_000});
  const all = await shown(page);
  for (const [row, column] of [[0, 0], [3, 5], [7, 7], [9, 21], [15, 1], [15, 21]]) {
    assert.equal(all[row][column], lossOf(quick, row, column), `row ${row}, column ${column}`);
  }
  assert.ok(all.flat().includes('NaN'), 'some break down');
  assert.equal(await fill(page).count(), 0, 'there is nothing left to fill in');
  await eventually(() => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('depth_map.detail')), 'fine', 'the address');
}, {fragment: fragment(quick)}));

test('each control trains another map, and the old one is known still', () => withPage(async (page) => {
  await open(page);
  const request = {...quick, epochs: 1};
  await eventually(() => shown(page), coarse(request), 'the link');
  const changes = {
    activation: 'tanh', normalisation: 'layer', rate: 0.05, data: 'circles', noise: 0.1, bias: 0.2, width: 6, dropout: 'ordinary', dropout_p: 0.2,
    optimiser: 'adam', weight_decay: 0.01, clip: 1, batch: 20, seed: 3, epochs: 2, examples: 50,
  };
  for (const [name, value] of Object.entries(changes)) {
    if (typeof value === 'string') await field(page, name).selectOption(value);
    else await field(page, name).fill(String(value));
    request[name] = value;
    await eventually(() => shown(page), coarse(request), name);
  }
  const address = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('depth_map.examples'));
  await eventually(address, '50', 'the address');
  await page.reload();
  await open(page);
  await eventually(() => shown(page), coarse(request), 'the address brings it back');
}, {fragment: fragment({...quick, epochs: 1})}));

test('it can be stopped and goes on; the newest settings win', () => withPage(async (page) => {
  await open(page);
  await figure(page).getByRole('button', {name: 'Stop'}).click();
  await fill(page).waitFor();
  const stopped = await count(page);
  assert.ok(stopped < 352);
  await page.waitForTimeout(500);
  assert.equal(await count(page), stopped, 'nothing goes on');
  await fill(page).click();
  await eventuallyOther(() => count(page), stopped, 'it goes on');
  for (const rate of [0.02, 0.04, 0.08]) await field(page, 'rate').fill(String(rate));
  await field(page, 'epochs').fill('1');
  await eventually(async () => (await shown(page))[0][0], lossOf({...quick, width: 24, rate: 0.08, epochs: 1}, 0, 0), 'the newest');
}, {fragment: fragment({...quick, width: 24, epochs: 60, detail: 'fine'})}));

test('out of sight nothing is trained', () => withPage(async (page) => {
  await open(page);
  await eventuallyOther(() => count(page), 0, 'the first networks');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(300);
  const before = await figure(page).locator('.progress').innerText();
  await page.waitForTimeout(700);
  assert.equal(await figure(page).locator('.progress').innerText(), before);
  await open(page);
  await eventually(() => count(page), 24, 'it goes on in sight');
}, {fragment: fragment({...quick, epochs: 40, width: 16})}));

test('of several reports at once the last one says whether it is in sight', () => withPage(async (page, context) => {
  await context.addInitScript(() => {
    window.IntersectionObserver = class extends IntersectionObserver {
      constructor(report, options) {
        super((entries) => report([{isIntersecting: !entries.at(-1).isIntersecting}, ...entries]), options);
      }
    };
  });
  await page.reload();
  await open(page);
  await eventually(() => count(page), 24, 'the coarse map');
}, {fragment: fragment(quick)}));

test('the ring by keyboard, its network in words, and the link that trains it', () => withPage(async (page) => {
  await open(page);
  await eventually(() => count(page), 24, 'the coarse map');
  const reading = () => figure(page).locator('.reading').innerText();
  const {train_loss: loss, train_accuracy: right} = trained(quick, 4, 16);
  const theory = (row, column) => core.depthMapColumn({activation: 'relu', column}).decades[row].toFixed(1).replace('-', '−');
  assert.match(await reading(), new RegExp(`depth 10: (loss ${String(loss).slice(0, 3)}.*, ${Math.round(100 * right)} % right|NaN at step \\d+); gradient in theory: ${theory(4, 16)} decades`));
  await figure(page).locator('input[data-key=column]').focus();
  for (let i = 0; i < 16; ++i) await page.keyboard.press('ArrowLeft');
  await figure(page).locator('input[data-key=row]').focus();
  await page.keyboard.press('ArrowRight');
  await eventually(async () => (await reading()).replace(/\s+/g, ' '), `σw = 0.5, depth 12: not trained yet; gradient in theory: ${theory(5, 0)} decades watch it learn`, 'between the coarse networks');
  await page.keyboard.press('ArrowLeft');
  await figure(page).getByRole('link', {name: 'watch it learn'}).press('Enter');
  const lab = page.locator('#figure-training');
  await eventually(() => lab.locator('.epoch').innerText(), 'epoch 2 of 2', 'the training lab has trained it');
  await lab.getByText('The numbers').click();
  const cell = Number((await lab.locator('.runs td').first().innerText()).replace('−', '-'));
  assert.ok(Math.abs(cell - trained(quick, 4, 0).train_loss) < 0.006, 'the same network');
}, {fragment: fragment(quick)}));

test('the sentence names the strip: it narrows with depth', () => withPage(async (page) => {
  await open(page);
  await eventually(() => count(page), 24, 'the coarse map');
  const losses = (row) => Array.from(sigmas, (sigma, column) => ({sigma, loss: column % 4 ? NaN : trained({...quick, width: 24, examples: 300, epochs: 20}, row, column)}))
      .filter(({loss}) => loss.train_loss < Math.LN2 / 2).map(({sigma}) => Number(sigma.toPrecision(2)));
  const [shallow, deep] = [losses(0), losses(4)];
  assert.ok(shallow.length > deep.length && deep.length > 0);
  const text = await sentence(page);
  assert.ok(text.startsWith(`At depth 2 networks learn from σw = ${shallow[0]} to ${shallow.at(-1)}`), text);
}, {fragment: fragment({...quick, width: 24, examples: 300, epochs: 20})}));

test('both languages, a broken link, and axe finds nothing', () => withPage(async (page) => {
  await open(page);
  await eventually(() => count(page), 24, 'the coarse map');
  assert.match(await figure(page).locator('.notice').innerText(), /curve/);
  for (const normalisation of ['none', 'batch']) {
    await bring(figure(page));
    await field(page, 'normalisation').selectOption(normalisation);
    await eventually(() => count(page), 24, normalisation);
    for (const language of ['zh', 'en']) {
      await chooseLanguage(page, language);
      await checkOnly(page, language);
    }
  }
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => globalThis.axe.run('#figure-depth_map'));
  assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`), []);
}, {fragment: fragment({...quick, data: 'curve'})}));
