// Softmax and the gated units: what the figure shows is what the module in Node computes, and it can be set by hand,
// by keyboard and by link.
import assert from 'node:assert/strict';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {bring, eventually, eventuallyOther, wakeFigures, withPage} from './page.mjs';

const core = await loadCore();
const {requests} = core.catalog();
const choicesOf = (fields, name) => fields.find((field) => field.name === name).choices.map(({id}) => id);

const figure = (page) => page.locator('#figure-vector_functions');
const number = (page, key) => figure(page).locator(`input[type=number][data-key=${key}]`);
const range = (page, key) => figure(page).locator(`input[type=range][data-key=${key}]`);
const sentence = (page, part) => figure(page).locator(`.${part} .sentence`).innerText();

/** The table, bit for bit: in each row the value and the entries of the Jacobian. */
const table = (page) => figure(page).locator('.logits-table tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('[data-value]')].map((cell) => cell.dataset.value)));

function expectedTable(request) {
  const {ok, y, jacobian} = core.evaluateLogits(request);
  assert.equal(ok, true);
  return [0, 1, 2].map((i) => [y[i], ...jacobian.slice(3 * i, 3 * i + 3)].map(String));
}

/** f, ∂f/∂a and ∂f/∂b at b, bit for bit. */
const readings = (page) => figure(page).locator('.readings [data-value]').evaluateAll((cells) => cells.map((cell) => cell.dataset.value));

function expectedReadings({b, ...request}) {
  const {ok, f, df_da, df_db} = core.sampleGate({...request, from: b, to: b + 1, count: 2});
  assert.equal(ok, true);
  return [f[0], df_da[0], df_db[0]].map(String);
}

const pictures = (page) => figure(page).locator('canvas').evaluateAll((all) => all.map((canvas) => canvas.toDataURL()));

const openAt = (fragment, use, options = {}) => withPage(async (page) => {
  await wakeFigures(page, 'vector_functions');
  await use(page);
}, {...options, fragment});

test('the numbers of the logits are the module\'s', () => openAt('', async (page) => {
  const x = {x1: 1, x2: 2, x3: 3};
  await eventually(() => table(page), expectedTable(x), 'as it opens');
  await figure(page).getByText('+1 to all').click();
  await eventually(() => number(page, 'x3').inputValue(), '4', 'all are raised');
  await eventually(() => table(page), expectedTable(x), 'a constant more changes nothing');

  for (const name of choicesOf(requests.evaluateLogits, 'function')) {
    await figure(page).locator(`input[data-key=function][value=${name}]`).check();
    await number(page, 'x1').fill('-0.75');
    await number(page, 'x3').fill('3.5');
    await eventually(() => table(page), expectedTable({function: name, x1: -0.75, x2: 3, x3: 3.5}), name);
    await figure(page).getByText('One far ahead').click();
    await eventually(() => table(page), expectedTable({function: name, x1: 0, x2: 0, x3: 10}), `${name}, one far ahead`);
    await figure(page).getByText('All equal').click();
    await eventually(() => table(page), expectedTable({function: name, x1: 0, x2: 0, x3: 0}), `${name}, all equal`);
    await number(page, 'x2').fill('3');
  }
}));

test('the numbers of the gate are the module\'s, and the pictures follow', () => openAt('', async (page) => {
  let before = await pictures(page);
  assert.equal(before.length, 2);
  const changed = async (what) => {
    const after = await eventuallyOther(() => pictures(page), before, what);
    before = after;
  };
  await number(page, 'b').fill('0.4');
  await changed('b');
  for (const unit of choicesOf(requests.sampleGate, 'unit').reverse()) {
    await figure(page).locator('select[data-key=unit]').selectOption(unit);
    await changed(unit);
    for (const a of [-2.5, 0, 5]) {
      await number(page, 'a').fill(String(a));
      await changed(`${unit}, a = ${a}`);
      await eventually(() => readings(page), expectedReadings({unit, a, b: 0.4}), `${unit}, a = ${a}`);
    }
  }
}));

test('every entry has its sign as a character, and its colour', () => openAt('', async (page) => {
  await eventually(() => table(page), expectedTable({}), 'as it opens');
  const cells = await figure(page).locator('.logits-table td[style*="--sign"]').evaluateAll((all) => all.map((cell) =>
      [Math.sign(Number(cell.dataset.value)), cell.innerText[0], getComputedStyle(cell).backgroundColor.split('/')[0]]));
  assert.equal(cells.length, 9);
  const colours = new Map(cells.map(([sign, , colour]) => [sign, colour]));
  assert.notEqual(colours.get(1), colours.get(-1));
  cells.forEach(([sign, character, colour], i) => {
    assert.equal(sign, i % 4 === 0 ? 1 : -1);
    assert.equal(character, sign > 0 ? '+' : '−');
    assert.equal(colour, colours.get(sign));
  });
}));

test('by keyboard: a logit, its column, and b', () => openAt('', async (page) => {
  await eventually(() => table(page), expectedTable({}), 'as it opens');
  const told = await sentence(page, 'logits');
  await range(page, 'x1').focus();
  await eventuallyOther(() => sentence(page, 'logits'), told, 'the sentence');
  assert.equal(await figure(page).locator('.logits-table td.marked').count(), 3);
  assert.equal(await figure(page).locator('.logits-table th.marked').innerText(), '∂/∂x₁');
  await range(page, 'x1').press('ArrowRight');
  const x1 = Number(await number(page, 'x1').inputValue());
  assert.ok(x1 > 1);
  await eventually(() => table(page), expectedTable({x1}), 'x₁ by its arrow key');
  await range(page, 'b').press('ArrowLeft');
  const b = Number(await number(page, 'b').inputValue());
  assert.ok(b < 0);
  await eventually(() => readings(page), expectedReadings({unit: 'glu', a: 4, b}), 'b by its arrow key');
}));

test('b follows a drag across a panel', () => openAt('', async (page) => {
  const canvas = figure(page).locator('canvas').last();
  await bring(canvas);
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, {steps: 4});
  await page.mouse.up();
  const b = Number(await number(page, 'b').inputValue());
  assert.ok(b > 1, `b = ${b}`);
  await eventually(() => readings(page), expectedReadings({unit: 'glu', a: 4, b}), 'b dragged');
}));

test('a link carries the settings, and one that does not fit is explained', async () => {
  const fragment = '#vector_functions.function=log_softmax&vector_functions.x2=-7.25&vector_functions.unit=reglu&vector_functions.a=-3&vector_functions.b=0';
  await openAt(fragment, async (page) => {
    await eventually(() => table(page), expectedTable({function: 'log_softmax', x2: -7.25}), 'the logits');
    await eventually(() => readings(page), expectedReadings({unit: 'reglu', a: -3, b: 0}), 'the gate');
    assert.match(await sentence(page, 'gate'), /kink.*−3\.00/s);
    await number(page, 'x3').fill('5');
    await eventually(() => page.evaluate(() => location.hash.includes('vector_functions.x3=5')), true, 'the address');
  });
  await openAt('#vector_functions.x1=99', async (page) => {
    await eventually(() => table(page), expectedTable({}), 'the default');
    assert.match(await figure(page).locator('.notice').innerText(), /x1.*99/s);
  });
});

test('at the end of the range no logit can be raised', () => openAt('#vector_functions.x2=19.5', async (page) => {
  const button = figure(page).getByText('+1 to all').locator('xpath=ancestor-or-self::button');
  assert.equal(await button.isDisabled(), true);
  await number(page, 'x2').fill('19');
  assert.equal(await button.isDisabled(), false);
}));

test('without JavaScript the default stands there, with its numbers', () => withPage(async (page) => {
  assert.deepEqual(await table(page), expectedTable({}));
  assert.equal(await figure(page).locator('svg.chart:visible').count(), 2);
  for (const part of ['logits', 'gate']) assert.ok((await sentence(page, part)).length > 40);
}, {javaScriptEnabled: false}));

for (const width of [320, 390]) {
  test(`at ${width} px no number leaves its cell`, () => openAt('#vector_functions.x1=-19.37&vector_functions.x3=20', async (page) => {
    await bring(figure(page));  // out of sight nothing is drawn
    for (const name of choicesOf(requests.evaluateLogits, 'function')) {
      await page.evaluate((value) => document.querySelector(`#figure-vector_functions input[value=${value}]`).click(), name);
      await eventually(() => table(page), expectedTable({function: name, x1: -19.37, x3: 20}), name);
      const tooWide = await figure(page).locator('.logits-table tbody td').evaluateAll((cells) => cells.filter((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const inner = text.getBoundingClientRect(), outer = cell.getBoundingClientRect();
        return inner.left < outer.left || inner.right > outer.right || inner.height > outer.height;
      }).map((cell) => cell.innerText));
      assert.deepEqual(tooWide, []);
    }
  }, {viewport: {width, height: 800}, isMobile: true, hasTouch: true}));
}
