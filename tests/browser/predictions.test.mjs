// Predictions: fixed by choosing or by dragging a mark, judged by the core's numbers, kept for the reader.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bring, eventually, withPage} from './page.mjs';

const CHOICE = '#predict-sigmoid_far_out';
const MARK = '#predict-relu_xavier';

const state = (card) => card.getAttribute('data-state');

/** The card, once it can be answered. */
async function open(page, selector) {
  const card = page.locator(selector);
  await eventually(() => state(card), 'open', `${selector} is ready`);
  await bring(card);
  return card;
}

const fix = (card) => card.locator('.fix');
const seen = (card, part) => card.locator(`${part}:visible`).count();

/** What is out of sight has no text of this kind. */
async function visibleText(card) {
  await bring(card);
  return card.evaluate((element) => element.innerText);
}

async function choose(card, label) {
  await card.locator('li', {hasText: label}).first().click();
  await fix(card).click();
}

/** Clicks or drags along the axis, from one share of its length to another. */
async function drag(page, card, from, to) {
  const {x, y, width, height} = await card.locator('.track').boundingBox();
  await page.mouse.move(x + from * width, y + height - 8);
  await page.mouse.down();
  await page.mouse.move(x + to * width, y + height - 8, {steps: 8});
  await page.mouse.up();
}

test('a choice: nothing is told before, the right one is marked after', () => withPage(async (page) => {
  const card = await open(page, CHOICE);
  assert.equal(await seen(card, '.answer'), 0);
  assert.ok(await fix(card).isDisabled(), 'nothing is chosen yet');
  await choose(card, 'thousandth');
  await eventually(() => state(card), 'right');
  assert.match(await card.locator('li.right').innerText(), /thousandth[^]*✓/);
  assert.match(await card.locator('.verdict').innerText(), /Right/);
  assert.equal(await card.locator('[data-value=slope]:visible').innerText(), '4.54×10⁻⁵');
  assert.match(await card.locator('.score').innerText(), /1 of 1/);
  assert.ok(await card.locator('input').first().isDisabled(), 'an answer is final');
  assert.equal(await card.locator('.verdict').evaluate((verdict) => document.activeElement === verdict), true);
}));

test('a wrong choice says which one is right, and counts', () => withPage(async (page) => {
  const card = await open(page, CHOICE);
  await choose(card, 'flat');
  await eventually(() => state(card), 'wrong');
  assert.match(await card.locator('li.wrong').innerText(), /flat[^]*✗ your prediction/);
  assert.match(await card.locator('.verdict').innerText(), /falls to: Less than a thousandth/);
  assert.match(await card.locator('.score').innerText(), /0 of 1/);
}));

test('the right answer comes from the core, not from the page', () => withPage(async (page) => {
  // The page has no answers in it: the numbers of the text are wiped out, and come back measured.
  const card = await open(page, CHOICE);
  await page.$$eval('[data-value]', (all) => all.forEach((number) => number.replaceChildren()));
  await choose(card, 'thousandth');
  await eventually(() => card.locator('[data-value=slope]:visible').allInnerTexts(), ['4.54×10⁻⁵']);
}));

test('a mark is dragged with the mouse, and its distance told in decades', () => withPage(async (page) => {
  const card = await open(page, MARK);
  const range = card.locator('input[type=range]');
  const [from, to] = [Number(await range.getAttribute('min')), Number(await range.getAttribute('max'))];
  await drag(page, card, 0.5, 0.9);
  const given = Number(await range.inputValue());
  assert.ok(Math.abs(given - (from + 0.9 * (to - from))) <= 0.5, `the mark is at ${given}`);
  assert.equal(await range.getAttribute('aria-valuetext'), `10 to the power ${String(given).replace('-', '−')}`);
  assert.equal(await seen(card, '.flag.core'), 0);
  await fix(card).click();
  await eventually(() => state(card), 'wrong');
  const measured = Number((await card.locator('[data-value=arrives]:visible').innerText()).replace('−', '-'));
  const [, told] = /your mark is ([\d.]+) decades too high/.exec(await card.locator('.verdict').innerText());
  assert.ok(Math.abs(Number(told) - (given - measured)) < 0.6, `${told} decades from ${given} to ${measured}`);
  const axis = await card.locator('.track').boundingBox();
  const flag = await card.locator('.flag.core').boundingBox();
  const place = axis.x + ((measured - from) / (to - from)) * axis.width;
  assert.ok(flag.x - 2 <= place && place <= flag.x + flag.width + 2, 'the measured mark stands at its number');
}));

test('a mark is moved with the keys; a near one is a hit', () => withPage(async (page) => {
  const card = await open(page, MARK);
  const range = card.locator('input[type=range]');
  assert.equal(await range.evaluate((input) => input.ariaLabel), 'Your mark');
  await range.focus();
  await page.keyboard.press('End');
  assert.equal(await range.inputValue(), await range.getAttribute('max'));
  for (let steps = 0; steps < 35; ++steps) await page.keyboard.press('ArrowLeft');
  assert.equal(Number(await range.inputValue()), -7.5);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(() => state(card), 'right');
  assert.match(await card.locator('.verdict').innerText(), /A hit|Right on the spot/);
}));

test('a time is measured on this machine', () => withPage(async (page) => {
  const card = await open(page, '#predict-quiz_zeros_time');
  await choose(card, 'No faster');
  await eventually(async () => ['right', 'wrong'].includes(await state(card)), true, 'the times');
  const ratio = Number(await card.locator('[data-value=ratio]:visible').innerText());
  assert.ok(ratio > 0.2 && ratio < 5, `${ratio}`);
  assert.equal(await state(card), ratio > 0.8 && ratio < 1.3 ? 'right' : 'wrong');
}));

test('on a phone a finger sets the mark, and its flags stay in sight', () => withPage(async (page) => {
  const card = await open(page, MARK);
  const {x, y, width, height} = await card.locator('.track').boundingBox();
  await page.touchscreen.tap(x + width - 1, y + height - 8);
  assert.ok(Number(await card.locator('input[type=range]').inputValue()) >= 9);
  const flag = await card.locator('.flag.yours > span').boundingBox();
  assert.ok(flag.x + flag.width <= 360);
}, {viewport: {width: 360, height: 800}, isMobile: true, hasTouch: true}));

test('answers last over a visit, and can be forgotten', () => withPage(async (page, context) => {
  const card = await open(page, CHOICE);
  await choose(card, 'flat');
  await eventually(() => state(card), 'wrong');
  const marked = await open(page, MARK);
  await drag(page, marked, 0.1, 0.2);
  await fix(marked).click();
  await eventually(() => state(marked), 'wrong');
  assert.match(await visibleText(card.locator('.score')), /0 of 2/);

  const again = await context.newPage();
  await again.goto(page.url());
  await eventually(() => state(again.locator(CHOICE)), 'wrong');
  await eventually(async () => /your prediction[^]*4\.54×10⁻⁵[^]*0 of 2/.test(await visibleText(again.locator(CHOICE))), true, 'the answer and the score');
  await eventually(() => seen(again.locator(MARK), '.flag.core'), 1, 'where the core has it');

  await again.locator(`${CHOICE} .score button`).click();
  await eventually(() => state(again.locator(MARK)), 'open');
  assert.equal(await seen(again.locator(CHOICE), '.answer'), 0);
  assert.equal(await again.locator(`${CHOICE} input:checked, ${CHOICE} :disabled:not(.fix), ${CHOICE} .sign`).count(), 0);
  assert.equal(await again.evaluate(() => localStorage.getItem('actlab.predictions')), null);
  await choose(again.locator(CHOICE), 'thousandth');
  await eventually(() => state(again.locator(CHOICE)), 'right');
  assert.match(await again.locator(`${CHOICE} .score`).innerText(), /1 of 1/);
}));

test('what an older page has stored, or anybody else, does no harm', () => withPage(async (page, context) => {
  await page.evaluate((choice) => localStorage.setItem('actlab.predictions', JSON.stringify({
    [choice.slice(1)]: {given: 'no such choice', values: {slope: 1}},
    'predict-relu_xavier': {given: 400, values: {arrives: 1}}, 'predict-gone': null, 'predict-gelu_dip': 7,
  })), CHOICE);
  for (const text of [undefined, '[1,', '7']) {
    if (text) await page.evaluate((broken) => localStorage.setItem('actlab.predictions', broken), text);
    const again = await context.newPage();
    await again.goto(page.url());
    for (const id of [CHOICE, MARK, '#predict-gelu_dip']) await open(again, id);
    await again.close();
  }
}));

test('a stored answer to which no choice fits any more is dropped, and the page goes on', () => withPage(async (page, context) => {
  const card = await open(page, CHOICE);
  await choose(card, 'thousandth');
  await eventually(() => state(card), 'right');
  await page.evaluate((id) => {
    const kept = JSON.parse(localStorage.getItem('actlab.predictions'));
    for (const name of Object.keys(kept[id].values)) kept[id].values[name] = -1e300;
    localStorage.setItem('actlab.predictions', JSON.stringify(kept));
  }, CHOICE.slice(1));
  const again = await context.newPage();
  await again.goto(page.url());
  assert.equal(await (await open(again, CHOICE)).locator('input:checked').count(), 0);
  await again.locator('#self-test:not(:empty)').waitFor({state: 'attached'});
  assert.ok(await again.locator('.claim.live').count() > 0, 'the claims have started');
}));

test('in Chinese too', () => withPage(async (page) => {
  const card = await open(page, CHOICE);
  assert.match(await visibleText(card), /先猜，再看[^]*定下猜测，开始运行/);
  await choose(card, '千分之一');
  await eventually(() => state(card), 'right');
  assert.match(await visibleText(card), /实测的答案[^]*猜对了[^]*4\.54×10⁻⁵[^]*1 题猜中 1 题/);
  const marked = await open(page, MARK);
  assert.equal(await marked.locator('input').getAttribute('aria-valuetext'), '10 的 −15 次方');
  await page.locator('label[for=language-en]').click();
  assert.match(await visibleText(card), /Right[^]*1 of 1/);
  assert.equal(await marked.locator('input').getAttribute('aria-valuetext'), '10 to the power −15');
}, {fragment: '#lang=zh'}));

test('every prediction on the page can be answered', () => withPage(async (page) => {
  const ids = await page.$$eval('[data-prediction]', (all) => all.map(({id}) => id));
  assert.ok(ids.length >= 21);
  for (const id of ids) {
    const card = await open(page, `#${id}`);
    if (await card.locator('li').count()) await card.locator('li').first().click();
    await fix(card).click();
    await eventually(async () => ['right', 'wrong'].includes(await state(card)), true, id);
  }
  assert.match(await visibleText(page.locator(`#${ids[0]} .score`)), new RegExp(`of ${ids.length}`));
}));

test('without JavaScript: a question, and the answer with its number to unfold', () => withPage(async (page) => {
  for (const card of await page.locator('.prediction').all()) {
    assert.equal(await card.locator('input:visible, button:visible, .flag:visible').count(), 0, 'no dead controls');
    assert.equal(await seen(card, '.verdict'), 0, 'the answer is folded');
    await card.locator('summary').click();
    assert.match(await card.locator('.verdict').innerText(), /Measured: .|on your own machine/);
    const numbers = await card.locator('[data-value]:visible').allInnerTexts();
    assert.ok(numbers.every((number) => number !== ''));
    assert.ok(numbers.length > 0 || (await card.locator('.verdict').innerText()).includes('your own machine'));
  }
}, {javaScriptEnabled: false}));
