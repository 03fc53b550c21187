// The explorer below its curves: formulas with the numbers in them, the derivative three ways, library defaults and
// code. What is shown is what the module in Node computes.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {eventually, places, withPage} from './page.mjs';

const core = await loadCore();
const catalog = core.catalog();
const {functions: formulas} = JSON.parse(readFileSync(new URL('../../web/content/formulas.json', import.meta.url), 'utf8'));

const figure = (page) => page.locator('#figure-explorer');
const link = (settings) => '#' + Object.entries(settings).map(([key, value]) => `explorer.${key}=${value}`).join('&');

/** Opens the explorer with these settings. */
async function open(page, settings) {
  await page.evaluate((hash) => { location.hash = hash; }, link(settings));
  await figure(page).scrollIntoViewIfNeeded();
  await figure(page).locator('.live').waitFor();
}

/** The numbers below the curves of one function, bit for bit. */
const results = (page, id) => figure(page).locator(`.formulas[data-function=${id}] output`).evaluateAll((all) => all.map((one) => one.dataset.value));

test('every formula is filled with x, its parameters and the core\'s number', () => withPage(async (page) => {
  const x = -1.25;
  for (const row of catalog.activations) {
    await open(page, {functions: row.id, x});
    const point = core.evaluate({activation: row.id, x});
    await eventually(() => results(page, row.id), [String(point.f), String(point.df)], row.id);

    const lines = await figure(page).locator('.numbers[data-shown]').evaluateAll((all) => all.map((line) => ({
      shown: line.dataset.shown,
      left: line.querySelector('math').textContent,
      slots: [...line.querySelectorAll('math:not(:first-child) .slot')].map((slot) => slot.textContent),
      letters: [...line.querySelectorAll('math:not(:first-child) mi')].map((letter) => letter.textContent),
      result: Number(line.querySelector('output').textContent.replace('−', '-').replace(/×10(.*)/, (_, power) =>
        'e' + [...power].map((digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).map((i) => (i === 0 ? '-' : i - 1)).join(''))),
    })));
    const formula = formulas[row.id];
    const piece = formula.pieces[formula.pieces.length > 1 ? point.piece : 0];
    const symbols = row.parameters.map(({symbol}) => symbol);
    for (const {shown, left, slots, letters, result} of lines) {
      const tex = piece[shown].replace(/\\([a-z]+)/g, (_, name) => ({alpha: 'α', beta: 'β', lambda: 'λ', theta: 'θ'}[name] ?? ' '));
      const expected = [...tex].map((letter) => (letter === 'x' ? x : row.parameters.find(({symbol}) => symbol === letter)?.initial ??
        formula.constants?.[letter])).filter((value) => value !== undefined);
      assert.match(left, /^f′?\(−1\.25\)=$/, row.id);
      // A formula that is a number or a letter by itself is not written twice.
      if (slots.length > 0 || !/^(x|[a-zA-Z]|\\[a-z]+|\d)$/.test(piece[shown])) {
        assert.deepEqual(slots.map((slot) => Number(slot.replace('−', '-')).toPrecision(5)), expected.map((value) => value.toPrecision(5)), row.id);
      }
      assert.ok(!letters.some((letter) => letter === 'x' || symbols.includes(letter)), `${row.id}: ${letters}`);
      assert.ok(Math.abs(result - point[shown]) <= 5e-5 * Math.abs(point[shown]), `${row.id}: ${result}`);
    }
    assert.equal(lines.length, 2);
  }
}));

for (const place of Object.keys(places)) {
  test(`${place}: dragging, arrow keys and a parameter move the numbers in the formula`, () => withPage(async (page) => {
    await open(page, {functions: 'elu', x: -1});
    const expected = (x, alpha) => {
      const {f, df} = core.evaluate({activation: 'elu', parameters: {alpha}, x});
      return [String(f), String(df)];
    };
    const slots = () => figure(page).locator('.numbers[data-shown=f] math:not(:first-child) .slot').allTextContents();
    await eventually(() => results(page, 'elu'), expected(-1, 1), 'as it opens');
    assert.deepEqual(await slots(), ['1', '−1']);

    const slider = figure(page).locator('input[type=range][data-key=x]');
    await slider.focus();
    await slider.press('ArrowLeft');
    await eventually(() => results(page, 'elu'), expected(-1.01, 1), 'an arrow key');
    assert.deepEqual(await slots(), ['1', '−1.01']);

    await figure(page).locator('input[type=number][data-key="elu.alpha"]').fill('0.3');
    await eventually(() => results(page, 'elu'), expected(-1.01, 0.3), 'a parameter');
    assert.deepEqual(await slots(), ['0.3', '−1.01']);

    const canvas = figure(page).locator('.value-panel canvas');
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2, {steps: 3});
    await page.mouse.up();
    const x = Number(await figure(page).locator('input[type=number][data-key=x]').inputValue());
    await eventually(() => results(page, 'elu'), expected(x, 0.3), 'dragged');
    assert.equal(Number((await slots())[1].replace('−', '-')), x);
  }, {place}));
}

test('the piece that holds at x is marked, a kink belongs to the piece of its convention', () => withPage(async (page) => {
  const marked = () => figure(page).locator('.letters').evaluateAll((all) => all.map((equation) =>
      [...equation.querySelectorAll('.piece')].map((piece) => piece.matches('[data-holds]'))));
  for (const [id, x, index] of [['hardtanh', -2, 0], ['hardtanh', -1, 0], ['hardtanh', 0.5, 1], ['hardtanh', 1, 2],
                                ['softshrink', -0.5, 1], ['softshrink', 0.5, 1], ['relu', 0, 0], ['relu', 0.01, 1]]) {
    await open(page, {functions: id, x});
    await eventually(() => results(page, id), ['f', 'df'].map((name) => String(core.evaluate({activation: id, x})[name])), id);
    const pieces = formulas[id].pieces.map((_, i) => i === index).reverse();
    assert.deepEqual(await marked(), [pieces, pieces], `${id} at ${x}`);
  }
}));

test('on a kink the page says that there is no derivative, and which value is used', () => withPage(async (page) => {
  const sentence = () => figure(page).locator('.sentence [lang=en]').innerText();
  await open(page, {functions: 'relu', x: 0});
  await eventually(async () => /no derivative/.test(await sentence()), true, 'the sentence');
  assert.match(await sentence(), /slope is 0 on the left and 1 on the right\. By convention the program uses 0\./);
  assert.equal(await figure(page).locator('.readings tbody small [lang=en]').innerText(), 'by convention');
  await open(page, {functions: 'elu', x: 0});  // with α = 1 the slopes meet
  await eventually(async () => /slope 1: a gradient passes unchanged/.test(await sentence()), true, 'no kink in sight');
  assert.equal(await figure(page).locator('.readings tbody small').count(), 0);
  await open(page, {functions: 'hardshrink', x: 0.5});
  await eventually(async () => /jumps/.test(await sentence()), true, 'a jump');
}));

test('the derivative three ways, with how far they are apart here and at most', () => withPage(async (page) => {
  for (const [id, x] of [['gelu', 1.4], ['relu', 0], ['selu', -2.5]]) {
    await open(page, {functions: id, x, part: 'derivatives'});
    const point = core.evaluate({activation: id, x});
    const worst = core.compareDerivatives({activation: id});
    const expected = [
      [point.df],
      [point.df_dual, point.dual_gap, worst.dual_number.gap],
      [point.df_difference, point.difference_gap, worst.difference.gap],
    ].map((row) => row.map(String));
    await eventually(() => figure(page).locator('.derivatives tbody tr').evaluateAll((rows) => rows.map((row) =>
        [...row.querySelectorAll('[data-value]')].map((cell) => cell.dataset.value))), expected, id);
    const mixes = await figure(page).locator('.derivatives tr:last-child small').first().innerText();
    assert.equal(mixes.includes('both sides'), id === 'relu');
  }
}));

test('with equal units a unit of x is as long as a unit of y', () => withPage(async (page) => {
  const chart = () => figure(page).locator('.value-panel').evaluate((box) => box.clientHeight / box.clientWidth);
  await open(page, {functions: 'identity', x: 1});
  const button = figure(page).locator('.panels > button');
  const fitted = await chart();
  await button.click();
  await eventually(() => button.getAttribute('aria-pressed'), 'true', 'pressed');
  assert.ok(await chart() > fitted * 1.3);
  // Where the pointer takes x along the tangent of slope 1, right and up go equally far.
  const spans = await figure(page).locator('.value-panel canvas').evaluate((canvas) => {
    const context = canvas.getContext('2d');
    const {width, height} = canvas;
    const {data} = context.getImageData(0, 0, width, height);
    const colour = getComputedStyle(canvas).getPropertyValue('--spare-1').trim();
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let y = 0; y < height; ++y) {
      for (let x = 0; x < 0.86 * width; ++x) {
        const i = 4 * (y * width + x);
        if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) > 12 || data[i + 3] < 250) continue;
        [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      }
    }
    return {across: right - left, up: bottom - top};
  });
  assert.ok(spans.across > 200 && Math.abs(spans.across - spans.up) < 6, JSON.stringify(spans));
}));
