// The training lab: networks learn in the worker, and what is shown is what the module computes in Node.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {checkOnly, choose as chooseLanguage} from './language.mjs';
import {bring, eventually, eventuallyOther, withPage} from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const core = await loadCore();
const fields = core.catalog().requests.trainBegin.map(({name}) => name);

const lab = (page) => page.locator('#figure-training');
const sentence = (page) => lab(page).locator('.sentence').innerText();
const epoch = (page) => lab(page).locator('.epoch').innerText();
const fragment = (settings) => '#' + new URLSearchParams(Object.entries(settings).map(([key, value]) => [`training.${key}`, String(value)]));
const done = (page, epochs) => eventually(() => epoch(page), `epoch ${epochs} of ${epochs}`, 'the run ends');

/** Small and quick. */
const quick = {runners: 2, depth: 3, width: 8, epochs: 6, data: 'moons', rate: 0.03};
const plain = {examples: 300, noise: 0.05, batch: 32, optimiser: 'momentum', seed: 1};

async function open(page) {
  await bring(lab(page));
  await lab(page).locator('.live').waitFor();
}

const units = {activation: 'relu', initialisation: 'he_normal', data: 'moons', depth: 3, width: 16, rate: 0.2, bias: -0.3, epochs: 8};
const slope = {activation: 'prelu', initialisation: 'he_normal', data: 'moons', depth: 3, width: 8, rate: 0.03, epochs: 5};

/** The same, reported after each epoch: who was dead before counts as revived. */
function lived(request, epochs) {
  const {session} = core.trainBegin(Object.fromEntries(Object.entries(request).filter(([name]) => fields.includes(name))));
  let report = core.trainReport(session);
  let {steps_per_epoch: steps} = core.trainAdvance({session, steps: 1});
  for (let epoch = 1; epoch <= epochs; ++epoch) {
    core.trainAdvance({session, steps: epoch === 1 ? steps - 1 : steps});
    report = core.trainReport(session);
  }
  core.trainEnd(session);
  return report;
}

/** What the module reports after so many epochs of that request. */
function trained(request, epochs) {
  const own = Object.fromEntries(Object.entries(request).filter(([name]) => fields.includes(name)));
  const {session} = core.trainBegin(own);
  core.trainReport(session);
  const {steps_per_epoch: steps} = core.trainAdvance({session, steps: 1});
  for (let i = 1; i < epochs * steps; ++i) core.trainAdvance({session, steps: 1});
  const report = core.trainReport(session);
  core.trainEnd(session);
  return report;
}

const percent = (share) => (100 * share).toFixed(1);
const cellsOf = (row) => row.locator('td').allInnerTexts();
const row = (page, i) => lab(page).locator('.runs tbody tr').nth(i);
const numbers = (page) => lab(page).getByText('The numbers').click();

/** A row tells what a report says: the loss, the accuracies, the gradients of the first and last layer, the dead units. */
function checkRow(page, i, report) {
  const gradients = report.log10_weight_gradient;
  const near = (shown, wanted, within) => Math.abs(shown - wanted) <= within ? wanted : shown;
  const read = async () => {
    const cells = await cellsOf(row(page, i));
    const [loss, , , first, last] = cells.map((text) => Number(text.replace('−', '-').replace(/×10.*/, '')));
    return [
      report.train_loss >= 0.001 ? near(loss, report.train_loss, 0.006 * report.train_loss) : report.train_loss,
      cells[1], cells[2], near(first, gradients[0], 0.0051), near(last, gradients.at(-1), 0.0051), cells[5],
    ];
  };
  const dead = report.dead.reduce((a, b) => a + b, 0);
  const wanted = [report.train_loss, percent(report.train_accuracy), percent(report.test_accuracy), gradients[0], gradients.at(-1), String(dead)];
  return eventually(read, wanted, `run ${i}`);
}

test('the race runs by itself in sight, ends, and says who won', () => withPage(async (page) => {
  await open(page);
  await done(page, 6);
  assert.match(await sentence(page), /^After 6 epochs [AB] (Sigmoid|ReLU)/);
  await numbers(page);
  const shared = {...quick, ...plain};
  await checkRow(page, 0, trained({...shared, activation: 'sigmoid', initialisation: 'xavier_normal'}, 6));
  await checkRow(page, 1, trained({...shared, activation: 'relu', initialisation: 'he_normal'}, 6));
  assert.equal(await lab(page).locator('.planes figure').count(), 2);
}, {fragment: fragment({...quick, 'b.activation': 'relu', 'b.initialisation': 'he_normal', 'b.gain': 1})}));

test('while it runs, the words stay as long as it takes to read them', () => withPage(async (page) => {
  await open(page);
  await done(page, 60);
  const changes = await lab(page).locator('.epoch').evaluate(async (text) => {
    const seen = [];
    const observer = new MutationObserver(() => seen.push(performance.now()));
    observer.observe(text, {childList: true, subtree: true, characterData: true});
    const [play] = document.querySelectorAll('#figure-training .transport .primary');
    play.click();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    play.click();
    observer.disconnect();
    return seen;
  });
  // The first is said when it begins, the last when it ends.
  const waits = changes.slice(2, -1).map((time, i) => time - changes[i + 1]);
  assert.ok(waits.length >= 2, `${changes.length} changes`);
  assert.ok(Math.min(...waits) >= 240, waits.join(' '));
}, {fragment: fragment({epochs: 60})}));

test('one epoch, on, from the start; back through the epochs by keyboard', () => withPage(async (page) => {
  await open(page);
  await done(page, 6);
  await lab(page).getByRole('button', {name: 'One epoch'}).click();
  await eventually(() => epoch(page), 'epoch 7 of 7', 'one more');
  await numbers(page);
  const request = {...quick, ...plain, activation: 'sigmoid', initialisation: 'xavier_normal'};
  await checkRow(page, 0, trained(request, 7));
  const slider = lab(page).locator('input[data-key=epoch]');
  await slider.focus();
  for (let i = 0; i < 5; ++i) await page.keyboard.press('ArrowLeft');
  await eventually(async () => /^After 2 epochs /.test(await slider.getAttribute('aria-valuetext')), true, 'five epochs back');
  await checkRow(page, 0, trained(request, 2));
  await lab(page).getByRole('button', {name: 'From the start'}).click();
  await eventually(() => epoch(page), 'epoch 0 of 6', 'the start');
  await lab(page).getByRole('button', {name: 'Train', exact: true}).press('Enter');
  await done(page, 6);
  await checkRow(page, 0, trained(request, 6));
  await lab(page).getByRole('button', {name: 'Train on'}).click();
  await eventually(() => epoch(page), 'epoch 12 of 12', 'as many again');
  await checkRow(page, 0, trained(request, 12));
}, {fragment: fragment(quick)}));

test('a control starts the race anew; the address has it; a network that breaks down is named', () => withPage(async (page) => {
  await open(page);
  await done(page, 6);
  await lab(page).locator('input[type=number][data-key=depth]').fill('2');
  await eventually(() => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('training.depth')), '2', 'the address');
  await numbers(page);
  await checkRow(page, 0, trained({...quick, ...plain, depth: 2, activation: 'sigmoid', initialisation: 'xavier_normal'}, 6));
  await lab(page).getByText('The contestants').click();
  await lab(page).locator('select[data-key=activation]').first().selectOption('squared_relu');
  await lab(page).locator('input[type=number][data-key=rate]').fill('100');
  await eventually(async () => /NaN at step \d+/.test(await row(page, 0).innerText()), true, 'the first step that is not finite');
}, {fragment: fragment(quick)}));

test('units: each state has its shape, counted as the module counts', () => withPage(async (page) => {
  await open(page);
  await done(page, 8);
  const request = {...plain, ...units};
  const {states, dead} = lived(request, 8);
  const counts = [0, 1, 2, 3].map((state) => states.filter((one) => one === state).length);
  assert.ok(counts[0] > 0 && counts[2] > 0, 'the example has something to show');
  const drawn = () => lab(page).locator('.grids figure').first().locator('path').evaluateAll((all) => all.map((path) => path.getAttribute('d').split('M').length - 1));
  // A cross is drawn in two strokes, the second of them relative.
  await eventually(drawn, counts, 'shapes');
  assert.match(await sentence(page), new RegExp(`${dead.reduce((a, b) => a + b, 0)} of 48 units are dead`));
  const cures = await lab(page).locator('.grids figcaption').allInnerTexts();
  assert.deepEqual(cures.map((text) => text.replace(/ (\d+ dead|\(NaN.*)$/, '')), ['as set', 'Leaky ReLU', 'ELU', 'He weights, zero bias', 'a tenth of the rate']);
  await numbers(page);
  await checkRow(page, 4, lived({...request, rate: 0.02}, 8));
  const before = await drawn();
  await lab(page).locator('input[type=number][data-key=bias]').fill('-2');
  await eventuallyOther(drawn, before, 'another bias');
}, {fragment: fragment({view: 'units', ...units})}));

test('a link that names a view opens on its example', () => withPage(async (page) => {
  await open(page);
  await eventually(() => lab(page).locator('.examples .preset').first().getAttribute('aria-pressed'), 'true', 'the first example');
  assert.match(await lab(page).locator('.lesson').innerText(), /learning rate kills/);
  await page.evaluate(() => { location.hash = '#training.view=slopes'; });
  await eventually(async () => /0\.25/.test(await lab(page).locator('.lesson').innerText()), true, 'the slopes');
}, {fragment: '#training.view=units'}));

test('slopes: PReLU\'s in each layer are the module\'s; RReLU draws in training mode', () => withPage(async (page) => {
  await open(page);
  await done(page, 5);
  const {slopes} = trained({...plain, ...slope}, 5);
  const said = [...(await sentence(page)).replace(/−/g, '-').matchAll(/-?\d+\.\d+/g)].map(Number);
  assert.deepEqual(said, [slopes[0], slopes.at(-1)].map((one) => Number(one.toFixed(2))));
  assert.notEqual(slopes[0], 0.25);
  assert.equal(await lab(page).locator('.planes figure').count(), 1);
  await lab(page).locator('select[data-key=activation]').first().selectOption('rrelu');
  await eventually(() => lab(page).locator('.planes figure').count(), 4, 'draws');
  await done(page, 5);
  const pictures = () => lab(page).locator('.planes canvas').evaluateAll((all) => all.map((canvas) => canvas.toDataURL()));
  await eventually(async () => new Set(await pictures()).size, 4, 'four pictures, none like another');
}, {fragment: fragment({view: 'slopes', ...slope})}));

test('the examples show what they say', () => withPage(async (page) => {
  await open(page);
  const rows = async (view, preset, epochs) => {
    const table = () => lab(page).locator('.table-scroll').innerText();
    const before = await table();
    await lab(page).locator(`input[data-key=view][value=${view}]`).check({force: true});
    await lab(page).locator('.examples .preset').nth(preset).click();
    // The race opens with its first example, whose run may have ended before.
    if (view !== 'race' || preset > 0) await eventuallyOther(table, before, `${view} ${preset}`);
    await done(page, epochs);
    await page.waitForTimeout(200);
    const cells = await Promise.all((await lab(page).locator('.runs tbody tr').all()).map(cellsOf));
    return cells.map(([loss, train, test, first, last, dead, revived]) => ({loss: Number(loss.replace(/×10.*/, 'e-4')), right: Number(train), test: Number(test), first: Number(first.replace('−', '-')), last: Number(last.replace('−', '-')), dead: Number(dead), revived: Number(revived)}));
  };
  await numbers(page);
  const [xavier, large, relu] = await rows('race', 0, 150);
  assert.ok(Math.abs(xavier.loss - Math.LN2) < 0.003, 'guesses');
  assert.ok(large.loss < 0.6 && relu.loss < 0.2, 'these learn');
  assert.ok((await rows('race', 1, 150)).every(({right}) => right > 97), 'two layers');
  assert.ok((await rows('race', 2, 150)).every(({right}) => right > 85), 'four that learn');
  const [one, reads] = await rows('race', 3, 30);
  assert.ok(one.right < 13 && one.test < 13 && reads.test >= 95, 'digits');
  assert.ok(one.last - one.first > 4.5 && reads.last - reads.first < 1.5, 'and why');
  const [standard, he] = await rows('race', 4, 80);
  assert.ok(Math.abs(standard.loss - Math.LN2) < 0.003 && he.loss < 0.6, 'twenty layers');
  const [fast, leaky, , slow] = await rows('units', 0, 40);
  assert.ok(fast.dead > 32 && fast.right < 60 && leaky.right > 97 && slow.right > 97, 'too fast');
  const [born, ...cured] = await rows('units', 1, 40);
  assert.ok(born.right < 60 && cured[3].right < 60 && cured.slice(0, 3).every(({right}) => right > 97), 'born dead');
  assert.ok((await rows('units', 2, 40))[0].revived >= 8, 'back to life');
  assert.ok((await rows('units', 3, 40))[0].dead < 10, 'nothing wrong');
}, {reducedMotion: 'reduce'}));

test('digits: an image is as dark as its pixels, and mistakes are framed', () => withPage(async (page) => {
  await open(page);
  await done(page, 1);
  const {data, width} = await lab(page).locator('.planes canvas').first().evaluate((canvas) => {
    const {width, height} = canvas;
    return {width, data: Array.from(canvas.getContext('2d').getImageData(0, 0, width, height).data)};
  });
  const dark = data.filter((_, i) => i % 4 === 3 && data[i] > 128).length / (width * width);
  assert.ok(dark > 0.08 && dark < 0.45, `${dark} of the picture is dark: ink and frames, and no grounds`);
}, {fragment: fragment({...quick, data: 'images', runners: 1, epochs: 1}), reducedMotion: 'reduce'}));

test('reduced motion: the outcome appears at once', () => withPage(async (page) => {
  const seen = new Set();
  await open(page);
  for (let i = 0; i < 40 && !seen.has('epoch 60 of 60'); ++i) seen.add(await epoch(page)), await page.waitForTimeout(100);
  assert.ok(seen.has('epoch 60 of 60'));
  assert.ok([...seen].every((text) => /^$|epoch (0|60) of 60/.test(text)), [...seen].join());
}, {fragment: fragment({...quick, epochs: 60}), reducedMotion: 'reduce'}));

test('each view in both languages, and axe finds nothing', () => withPage(async (page) => {
  await open(page);
  for (const view of await lab(page).locator('input[data-key=view]').evaluateAll((all) => all.map((input) => input.value))) {
    await lab(page).locator(`input[data-key=view][value=${view}]`).check({force: true});
    await eventuallyOther(() => sentence(page), '', view);
    for (const details of await lab(page).locator('details').all()) await details.evaluate((element) => (element.open = true));
    await eventuallyOther(() => lab(page).locator('.runs tbody tr').count(), 0, 'numbers');
    for (const language of ['zh', 'en']) {
      await chooseLanguage(page, language);
      await checkOnly(page, language);
    }
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => globalThis.axe.run('#figure-training'));
    assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`), [], view);
  }
}, {fragment: fragment(quick)}));

test('a worker that dies whenever it trains is not restarted for ever', () => withPage(async (page) => {
  await page.evaluate(() => { window.watched.worker.fault = {name: 'trainAdvance', how: 'crash', stays: true}; });
  await open(page);
  await eventually(async () => /try again/.test(await lab(page).locator('.notice').innerText()), true, 'it gives up and says so');
  const calls = () => page.evaluate(() => window.watched.worker.calls);
  await page.waitForTimeout(1500);  // what else the figures ask of the new worker
  const before = await calls();
  await page.waitForTimeout(1500);
  assert.equal(await calls(), before, 'nothing runs any more');
}, {fragment: fragment(quick)}));
