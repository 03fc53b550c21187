// The live figures: every control changes what is shown, and what is shown is what the module in Node computes.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bits, loadCore} from '../module/core.mjs';
import {bring, eventually, eventuallyOther, settled, wakeFigures, withPage} from './page.mjs';

const core = await loadCore();
const catalog = core.catalog();
const labFields = catalog.requests.gradientFlow.filter(({type}) => type !== 'parameters');

const inExplorer = (page) => page.locator('#figure-explorer');
const inLab = (page) => page.locator('#figure-gradient_lab');

/** What a canvas shows. */
const picture = (canvas) => canvas.evaluate((element) => element.toDataURL());

/** f and f′ of each function in the explorer's table, bit for bit. */
const readings = (page) => inExplorer(page).locator('tbody tr[data-function]').evaluateAll((rows) => rows.map((row) =>
    [row.dataset.function, ...[...row.querySelectorAll('[data-value]')].map((cell) => cell.dataset.value)]));

/** The same for functions as the module in Node gives them. */
function expectedReadings(ids, x, parameters = {}) {
  return ids.map((activation) => {
    const point = core.evaluate({activation, x, parameters: parameters[activation] ?? {}});
    return [activation, String(point.f), String(point.df)];
  });
}

async function explorerShows(page) {
  const [values, slopes] = await Promise.all(['.value-panel', '.slope-panel'].map((panel) => picture(inExplorer(page).locator(`${panel} canvas`))));
  return {values, slopes, sentence: await inExplorer(page).locator('.sentence').innerText()};
}

const columns = ['log10_delta', 'log10_weight_gradient', 'log10_activation', 'mean', 'deviation', 'zero_share',
                 'saturated_share', 'dead_share', 'ledger_gate', 'ledger_weights', 'ledger_normalisation'];

/** The lab's table, bit for bit: a row for each layer; what theory and other seeds say stands after the run's own columns. */
const table = (page) => inLab(page).locator('.numbers-table tbody tr').evaluateAll((rows, count) =>
    rows.map((row) => [...row.querySelectorAll('[data-value]')].slice(0, count).map((cell) => cell.dataset.value)), columns.length);

function expectedTable(request) {
  const flow = core.gradientFlow(request);
  assert.equal(flow.ok, true, JSON.stringify(flow));
  return Array.from(flow.log10_delta, (_, layer) => columns.map((column) => String(flow[column][layer])));
}

async function openLab(page) {
  await wakeFigures(page, 'gradient_lab');
  for (const details of await inLab(page).locator('details').all()) {
    if (!await details.evaluate((element) => element.open)) await details.locator('> summary').click();
  }
}

const labFragment = (request) => '#' + new URLSearchParams(Object.entries(request).map(([key, value]) => [`gradient_lab.${key}`, String(value)]));

/** Sets a field of a figure by its control, as a reader would. */
async function set(figure, field, value) {
  const control = (kind) => figure.locator(`${kind}[data-key="${field.name}"]`);
  if (field.type === 'integer' || field.type === 'real') await control('input[type=number]').fill(String(value));
  else await control('select').selectOption(value);
}

/** Other values of a field than its first. */
function otherValues({type, min, max, initial, choices}) {
  if (type !== 'integer' && type !== 'real') return choices.map(({id}) => id).filter((id) => id !== initial);
  const near = [initial + 1, initial * 2, initial / 2, max, min].map((x) => (type === 'integer' ? Math.floor(x) : x));
  return near.filter((x) => x >= min && x <= max && x !== initial);
}

/** A small request and another value of the field that makes a difference to it. */
function difference(field) {
  const small = {depth: 12, width: 24};
  const bases = [small, {...small, batch: 4}, ...labFields.find(({name}) => name === 'initialisation').choices.map(({id}) => ({...small, initialisation: id}))];
  for (const base of bases) {
    const before = JSON.stringify(core.gradientFlow(base));
    for (const value of otherValues(field)) {
      const after = core.gradientFlow({...base, [field.name]: value});
      if (after.ok && JSON.stringify(after) !== before && value !== base[field.name]) return {base, value};
    }
  }
  assert.fail(`${field.name} never makes a difference`);
}

test('the explorer\'s numbers are the module\'s, and each control changes it', () => withPage(async (page) => {
  await wakeFigures(page, 'explorer');
  const opening = (await readings(page)).map(([id]) => id);
  assert.ok(opening.length > 0);
  const x = inExplorer(page).locator('input[type=number][data-key=x]');
  await eventually(() => readings(page), expectedReadings(opening, Number(await x.inputValue())), 'as it opens');

  let before = await explorerShows(page);
  const changed = async (what) => { before = await eventuallyOther(() => explorerShows(page), before, what); };

  await x.fill('-0.625');
  await eventually(() => readings(page), expectedReadings(opening, -0.625), 'x typed');
  await changed('by x typed');

  const slider = inExplorer(page).locator('input[type=range][data-key=x]');
  await slider.focus();
  await slider.press('ArrowRight');
  const slid = Number(await x.inputValue());
  assert.notEqual(slid, -0.625);
  await eventually(() => readings(page), expectedReadings(opening, slid), 'x slid');
  await changed('by x slid');

  const canvas = inExplorer(page).locator('.value-panel canvas');
  await bring(canvas);
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2, {steps: 5});
  await page.mouse.up();
  const dragged = Number(await x.inputValue());
  assert.notEqual(dragged, slid);
  await eventually(() => readings(page), expectedReadings(opening, dragged), 'x dragged');
  await changed('by x dragged');

  await inExplorer(page).locator('button.chip[data-value=elu]').click();
  await eventually(() => readings(page), expectedReadings([...opening, 'elu'], dragged), 'a function more');
  await changed('by a function more');

  await inExplorer(page).locator('input[type=number][data-key="elu.alpha"]').fill('0.3');
  await x.fill('-1');
  await eventually(() => readings(page), expectedReadings([...opening, 'elu'], -1, {elu: {alpha: 0.3}}), 'a parameter');
  await changed('by a parameter');

  const preset = inExplorer(page).locator('.parameter .preset').first();
  await preset.click();
  await eventually(() => readings(page), expectedReadings([...opening, 'elu'], -1), 'a preset');
  await changed('by a preset');

  await inExplorer(page).locator(`button.chip[data-value=${opening[0]}]`).click();
  await eventually(() => readings(page), expectedReadings([...opening.slice(1), 'elu'], -1), 'a function less');
  await changed('by a function less');
}));

test('the lab\'s numbers are the module\'s', () => withPage(async (page) => {
  await openLab(page);
  await eventually(() => table(page), expectedTable({}), 'as it opens');
  const presets = inLab(page).locator('.presets').first().locator('button');
  const examples = [
    {}, {activation: 'relu', initialisation: 'he_normal'}, {activation: 'relu'},
    {activation: 'relu', initialisation: 'he_normal', gain: 2},
    {activation: 'selu', initialisation: 'lecun_normal', depth: 100}, {activation: 'gelu', initialisation: 'he_normal'},
    {activation: 'gelu', initialisation: 'he_normal', normalisation: 'rms'},
    {activation: 'tanh', initialisation: 'lecun_normal', gain: 3},
    {activation: 'relu', initialisation: 'he_normal', depth: 200, gain: 20},
  ];
  assert.equal(await presets.count(), examples.length);
  for (const [i, request] of examples.entries()) {
    await presets.nth(i).click();
    await eventually(() => table(page), expectedTable(request), JSON.stringify(request));
  }
}));

test('every function of the catalogue is in the explorer', () => withPage(async (page) => {
  await wakeFigures(page, 'explorer');
  const chips = await inExplorer(page).locator('button.chip').evaluateAll((all) => all.map((chip) => chip.dataset.value));
  assert.deepEqual(chips.sort(), catalog.activations.map(({id}) => id).sort());
}));

for (const field of labFields) {
  test(`the lab follows ${field.name}`, () => {
    const {base, value} = difference(field);
    return withPage(async (page) => {
      await openLab(page);
      await eventually(() => table(page), expectedTable(base), 'before');
      const canvas = inLab(page).locator('canvas');
      const before = await picture(canvas);
      await set(inLab(page), field, value);
      await eventually(() => table(page), expectedTable({...base, [field.name]: value}), `${field.name} = ${value}`);
      await eventuallyOther(() => picture(canvas), before, 'the picture');
    }, {fragment: labFragment(base)});
  });
}

test('the lab shows the other gradient, another layer, a parameter and another seed', () => withPage(async (page) => {
  await openLab(page);
  const canvas = inLab(page).locator('canvas');
  const sentence = () => inLab(page).locator('.sentence').innerText();
  const reading = () => inLab(page).locator('.reading').innerText();

  let before = [await picture(canvas), await sentence()];
  await inLab(page).locator('input[data-key=quantity][value=weights]').check();
  await eventuallyOther(() => picture(canvas), before[0], 'the picture');
  await eventuallyOther(sentence, before[1], 'the sentence');

  before = [await picture(canvas), await reading()];
  await inLab(page).locator('input[data-key=layer]').fill('17');
  await eventuallyOther(reading, before[1], 'the reading');
  assert.match(await reading(), /17/);
  await eventuallyOther(() => picture(canvas), before[0], 'the picture');

  await set(inLab(page), labFields.find(({type}) => type === 'activation'), 'leaky_relu');
  await inLab(page).locator('input[type=number][data-key="leaky_relu.negative_slope"]').fill('0.2');
  await eventually(() => table(page), expectedTable({activation: 'leaky_relu', parameters: {negative_slope: 0.2}}), 'a parameter');

  await inLab(page).locator('.counter button').click();
  await eventually(() => table(page), expectedTable({activation: 'leaky_relu', parameters: {negative_slope: 0.2}, seed: 2}), 'the next seed');
}));

test('while the depth is dragged the page stays responsive', (t) => withPage(async (page) => {
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({duration}) => duration))).observe({type: 'longtask'});
  });
  await wakeFigures(page, 'gradient_lab');
  await page.evaluate(() => { window.tasks.length = 0; });
  const depth = inLab(page).locator('input[type=range][data-key=depth]');
  const last = await depth.evaluate(async (slider) => {
    for (let value = 5; value <= 100; value += 5) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', {bubbles: true}));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return Number(slider.value);
  });
  await inLab(page).locator('details:has(> .table-scroll) > summary').click();
  await eventually(() => table(page), expectedTable({depth: last}), 'the last of many depths');
  const tasks = await page.evaluate(() => window.tasks);
  t.diagnostic(`20 depths: ${tasks.length} tasks longer than 50 ms, the longest ${Math.max(0, ...tasks)} ms`);
}));

test('a link shows in a fresh browser what its sender saw', async () => {
  let link, seen;
  const state = async (page) => ({
    explorer: await readings(page), lab: await table(page), layerNorm: await inLab(page).locator('.sentence').innerText(),
  });
  await withPage(async (page) => {
    await wakeFigures(page, 'explorer');
    await openLab(page);
    await inExplorer(page).locator('button.chip[data-value=selu]').click();
    await inExplorer(page).locator('input[type=number][data-key=x]').fill('-1.75');
    await inExplorer(page).locator('button.chip[data-value=elu]').click();
    await inExplorer(page).locator('input[type=number][data-key="elu.alpha"]').fill('0.45');
    const request = {activation: 'tanh', initialisation: 'lecun_uniform', depth: 23, width: 77, gain: 1.3, seed: 12345};
    for (const field of labFields) {
      if (field.name in request) await set(inLab(page), field, request[field.name]);
    }
    await inLab(page).locator('input[data-key=quantity][value=weights]').check();
    await eventually(() => table(page), expectedTable(request), 'the settings');
    await eventually(() => page.evaluate(() => ['seed=12345', 'elu.alpha=0.45', 'x=-1.75', 'quantity=weights'].every((part) => location.hash.includes(part))), true, 'the link');
    await settled(page, 'gradient_lab');
    seen = await state(page);
    link = new URL(page.url()).hash;
  });
  await withPage(async (page) => {
    await wakeFigures(page, 'explorer');
    await openLab(page);
    await eventually(() => state(page), seen, 'behind the link');
    assert.equal(await page.locator('.notice li').count(), 0);
  }, {fragment: link});
});

test('a link brings its figure into sight, also one that names the language first', async () => {
  for (const fragment of ['#speed.inputs=64', '#lang=zh&speed.inputs=64']) {
    await withPage(async (page) => {
      const top = () => page.locator('#figure-speed').evaluate((figure) => figure.getBoundingClientRect().top);
      await eventually(async () => await top() >= 0 && await top() < 300, true, fragment);
    }, {fragment});
  }
});

test('a broken link falls back to the defaults and says so', () => withPage(async (page) => {
  await wakeFigures(page, 'explorer');
  await openLab(page);
  await eventually(() => table(page), expectedTable({}), 'the defaults');
  for (const [figure, problems] of [[inLab(page), ['depth', '5000', 'bogus']], [inExplorer(page), ['nonsense']]]) {
    await bring(figure);
    const text = await figure.locator('.notice').innerText();
    for (const problem of problems) assert.ok(text.includes(problem), `${problem}: ${text}`);
  }
  await page.locator('label[for=language-zh]').click();
  await bring(inLab(page));
  assert.match(await inLab(page).locator('.notice').innerText(), /[\u4e00-\u9fff].*5000/s);
}, {fragment: '#gradient_lab.depth=5000&explorer.functions=nonsense&gradient_lab.bogus=1'}));

test('a request that the core refuses is explained, and the page goes on', () => withPage(async (page) => {
  await openLab(page);
  const refusal = core.gradientFlow({depth: 100, width: 512});
  assert.equal(refusal.ok, false);
  await eventually(() => inLab(page).locator('.notice').innerText(), refusal.message.en, 'the refusal');
  await set(inLab(page), labFields.find(({name}) => name === 'width'), 16);
  await eventually(() => table(page), expectedTable({depth: 100, width: 16}), 'after it');
  assert.equal(await inLab(page).locator('.notice').innerText(), '');
}, {fragment: labFragment({depth: 100, width: 512})}));

test('numbers survive the way through the page: the bits of a double are those of its text', () => {
  for (const x of core.gradientFlow({}).log10_delta) assert.equal(bits(Number(String(x))), bits(x));
});

test('what does not fit is marked until the value that holds is shown again', () => withPage(async (page) => {
  await wakeFigures(page, 'gradient_lab');
  const box = inLab(page).locator('input[type=number][data-key=depth]');
  const before = await box.inputValue();
  const marked = () => box.evaluate((input) => input.matches(':invalid'));
  await box.fill('999');
  assert.equal(await marked(), true);
  await box.press('Tab');
  assert.deepEqual([await box.inputValue(), await marked()], [before, false]);
}));

test('a function that is chosen again has the controls of its parameters again, not new ones', () => withPage(async (page) => {
  await openLab(page);
  const alpha = inLab(page).locator('input[type=range][data-key="elu.alpha"]');
  const choice = inLab(page).locator('select[data-key=activation]');
  await alpha.evaluate((input) => { input.tagged = true; });
  await choice.selectOption('relu');
  assert.equal(await alpha.count(), 0);
  await choice.selectOption('elu');
  assert.equal(await alpha.evaluate((input) => input.tagged), true);
}, {fragment: '#gradient_lab.activation=elu'}));

test('a module that does not start is reported at once', () => withPage(async (page, context) => {
  await context.addInitScript(() => {
    window.Blob = class extends Blob {
      constructor(parts, options) {
        const refuse = 'WebAssembly.instantiate = () => Promise.reject(new Error("out of memory"));';
        super(options?.type === 'text/javascript' ? [refuse, ...parts] : parts, options);
      }
    };
  });
  await page.reload();
  await page.locator('[data-figure] .notice').first().waitFor({state: 'attached', timeout: 5000});
  assert.match(await page.locator('[data-figure] .notice').first().textContent(), /out of memory/);
}));
