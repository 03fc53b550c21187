// The views of the gradient lab: each opens on its example, and what it says is what the module in Node computes.
import assert from 'node:assert/strict';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {bring, eventually, eventuallyOther, settled, withPage} from './page.mjs';

const core = await loadCore();
const views = ['gradient', 'activations', 'ledger', 'chain', 'phase'];

const lab = (page) => page.locator('#figure-gradient_lab');
const sentence = (page) => lab(page).locator('.sentence').innerText();
const picture = (page) => lab(page).locator('canvas').evaluate((canvas) => canvas.toDataURL());
const address = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
const fragment = (settings) => '#' + new URLSearchParams(Object.entries(settings).map(([key, value]) => [`gradient_lab.${key}`, String(value)]));

/** A number as the page writes it, read again. */
const numbers = (text) => [...text.replace(/−/g, '-').matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
const near = (got, wanted, within, what) => assert.ok(Math.abs(got - wanted) <= within, `${what}: ${got}, not ${wanted}`);

async function open(page) {
  await bring(lab(page));
  await lab(page).locator('.live').waitFor();
}

const choose = (page, view) => lab(page).locator(`input[data-key=view][value=${view}]`).check({force: true});

test('each view opens on its own example, as long as the reader has chosen nothing', () => withPage(async (page) => {
  await open(page);
  for (const view of views) {
    await choose(page, view);
    const first = lab(page).locator('.examples .preset').first();
    await eventually(() => first.getAttribute('aria-pressed'), 'true', view);
    assert.ok((await lab(page).locator('.lesson').innerText()).length > 10, `${view} teaches something`);
    await eventuallyOther(() => sentence(page), '', `what is seen in ${view}`);
  }
  await choose(page, 'gradient');
  await lab(page).locator('select[data-key=activation]').selectOption('mish');
  await choose(page, 'ledger');
  await eventuallyOther(() => sentence(page), '', 'the ledger');
  assert.equal(await lab(page).locator('select[data-key=activation]').inputValue(), 'mish', 'what the reader chose stays');
}));

test('the gradient: theory and the mean over 24 seeds are the module\'s', () => withPage(async (page) => {
  await open(page);
  const request = {activation: 'relu', initialisation: 'he_normal', depth: 20, width: 16};
  const {session} = core.bandBegin(request);
  let band;
  for (let seed = 0; seed < 24; ++seed) band = core.bandAdvance(session);
  core.bandEnd(session);
  const theory = core.gradientTheory(request);
  const findings = lab(page).locator('.findings');
  await eventually(async () => /24 seeds/.test(await findings.innerText()), true, 'all seeds');
  const said = (await findings.innerText()).split('\n').filter(Boolean);
  assert.equal(said[0].replace(/\s+/g, ' '), theory.verdict.en);
  const [mean, error, seeds, predicted] = numbers(said.find((text) => text.includes('24 seeds')));
  near(mean, band.mean_slope, 5.1e-5, 'mean');
  near(error, band.slope_standard_error, 5.1e-5, 'standard error');
  near(predicted, theory.slope_delta, 5.1e-5, 'theory');
  assert.equal(seeds, 24);
  assert.ok(said.some((text) => text.includes('16 wide')), 'why they differ');
  const before = await picture(page);
  await lab(page).locator('input[data-key=quantity][value=weights]').check();
  await eventuallyOther(() => picture(page), before, 'the picture of the other gradient');
}, {fragment: fragment({activation: 'relu', initialisation: 'he_normal', depth: 20, width: 16})}));

test('the trap: a level ∂L/∂W is explained', () => withPage(async (page) => {
  await open(page);
  await eventually(async () => /nothing has been cured/.test(await lab(page).locator('.findings').innerText()), true, 'at δ');
  await lab(page).locator('input[data-key=quantity][value=weights]').check();
  await eventually(async () => /Level is not healthy/.test(await lab(page).locator('.findings').innerText()), true, 'at ∂L/∂W');
}, {fragment: fragment({activation: 'relu'})}));

test('the activations: saturation in a panel is the module\'s, and a panel chooses its layer', () => withPage(async (page) => {
  await open(page);
  const flow = core.gradientFlow({activation: 'tanh', gain: 8, depth: 12});
  const panels = lab(page).locator('.histograms button');
  await eventually(() => panels.count(), 12, 'panels');
  const shares = await panels.locator('.share').allInnerTexts();
  assert.deepEqual(shares.map((text) => numbers(text)[0]), Array.from(flow.saturated_share, (share) => Math.round(100 * share)));
  await panels.nth(4).click();
  await eventually(async () => /^Layer 5/.test(await lab(page).locator('.reading').innerText()), true, 'layer 5');
  const path = () => panels.first().locator('path').getAttribute('d');
  const before = await path();
  await lab(page).locator('input[data-key=histogram][value=delta]').check();
  await eventuallyOther(path, before, 'the histogram');
}, {fragment: fragment({view: 'activations', activation: 'tanh', gain: 8, depth: 12})}));

test('the ledger: gate and weights of a layer are the module\'s', () => withPage(async (page) => {
  await open(page);
  const flow = core.gradientFlow({gain: 4, depth: 9, width: 32});
  await lab(page).locator('input[data-key=layer]').fill('4');
  await eventually(async () => numbers(await sentence(page))[0], 4, 'layer 4');
  const [, gate, weights] = numbers(await sentence(page));
  const expected = [flow.ledger_gate[3], flow.ledger_weights[3]].map((share) => Number(Math.abs(share).toPrecision(2)));
  assert.notEqual(expected[0], expected[1]);
  assert.deepEqual([gate, weights], expected);
}, {fragment: fragment({view: 'ledger', gain: 4, depth: 9, width: 32})}));

test('the chain: each factor stands under its neuron; a wire can be dragged', () => withPage(async (page) => {
  await open(page);
  await choose(page, 'chain');
  const factors = async () => (await lab(page).locator('.factor b').allInnerTexts()).map((text) => numbers(text)[0]);
  const product = async () => numbers(await lab(page).locator('.product b').innerText())[0];
  const expected = (request) => {
    const chain = core.neuronChain({w1: 8, w2: 8, w3: 8, w4: 8, w5: 8, b: -4, x: 0.5, ...request});
    return Array.from(chain.factor, (factor) => Number(factor.toPrecision(3)));
  };
  await eventually(factors, expected({}), 'the opening');
  assert.equal(await product(), 32);
  await lab(page).locator('input[type=number][data-key=w3]').fill('-2.5');
  await eventually(factors, expected({w3: -2.5}), 'a weight typed');
  const wire = await lab(page).locator('.wire').nth(1).boundingBox();
  await page.mouse.move(wire.x + 20, wire.y + 20);
  await page.mouse.down();
  await page.mouse.move(wire.x + 20, wire.y + 56, {steps: 6});
  await page.mouse.up();
  const dragged = Number(await lab(page).locator('input[type=number][data-key=w2]').inputValue());
  assert.equal(dragged, 5);
  await eventually(factors, expected({w2: 5, w3: -2.5}), 'a weight dragged');
}));

test('the phase diagram: rows arrive, the ring can be dragged, and theory follows', () => withPage(async (page) => {
  await open(page);
  await eventually(async () => (await sentence(page)).startsWith('The ring is at'), true, 'the first row');
  const canvas = lab(page).locator('canvas');
  const progress = lab(page).locator('.progress');
  await eventually(() => progress.isHidden(), true, 'all rows');
  await bring(canvas);
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.4, {steps: 4});
  await page.mouse.up();
  /** The sentence has the slope of the setting in the address, which follows the drag to its end. */
  const follows = async () => {
    const set = await address(page);
    const request = {activation: 'tanh', initialisation: 'lecun_normal', gain: Number(set['gradient_lab.gain']), sigma_b: Number(set['gradient_lab.sigma_b'])};
    if (!(request.gain > 2 && request.sigma_b > 0.2) || set['gradient_lab.initialisation'] !== 'lecun_normal') return set;
    const slope = core.gradientTheory(request).slope_delta;
    return numbers(await sentence(page))[3] === Number(slope.toFixed(4)) || {...request, slope};
  };
  await eventually(follows, true, 'theory at the ring');
  assert.match(await sentence(page), /explodes/);
}, {fragment: fragment({view: 'phase', activation: 'tanh'})}));

test('a long computation says how far it is, and can be stopped', () => withPage(async (page) => {
  await open(page);
  const progress = lab(page).locator('.progress');
  await progress.locator('button').click();
  await eventually(() => progress.isHidden(), true, 'stopped');
  assert.ok(await progress.locator('progress').evaluate((bar) => bar.value) < 1, 'before its end');
  const before = await picture(page);
  await page.waitForTimeout(700);
  assert.equal(await picture(page), before, 'no more rows');
}, {fragment: fragment({view: 'phase', activation: 'mish', rows: 'depth'})}));

test('the coach names the first layer that overflows and offers what mends it', () => withPage(async (page) => {
  await open(page);
  const settings = {activation: 'squared_relu', initialisation: 'he_normal', gain: 3};
  const layer = core.gradientFlow(settings).overflow_layer;
  assert.ok(layer > 0);
  const coach = lab(page).locator('.coach');
  await eventually(async () => numbers(await coach.innerText())[0], layer, 'the layer');
  await coach.locator('button').first().waitFor();
  await page.waitForTimeout(500);
  const offers = await coach.locator('button').allInnerTexts();
  assert.deepEqual(offers, ['RMS normalisation in each layer'], 'what does not mend it is not offered');
  await coach.locator('button').click();
  await eventually(() => coach.isHidden(), true, 'mended');
  assert.equal((await address(page))['gradient_lab.normalisation'] ?? 'rms', 'rms');
}, {fragment: fragment({activation: 'squared_relu', initialisation: 'he_normal', gain: 3})}));

test('a pinned run stays while a setting changes, in the link too', async () => {
  let link;
  await withPage(async (page) => {
    await open(page);
    await lab(page).locator('.above > button').last().click();
    await lab(page).locator('select[data-key=initialisation]').selectOption('he_normal');
    await eventually(async () => numbers((await lab(page).locator('.pinned p').first().innerText()))[1],
                     Number(core.gradientFlow({depth: 20}).slope_delta.toFixed(4)), 'A');
    await eventually(async () => numbers((await lab(page).locator('.pinned p').nth(1).innerText()))[1],
                     Number(core.gradientFlow({depth: 20, initialisation: 'he_normal'}).slope_delta.toFixed(4)), 'B');
    assert.match(await lab(page).locator('.pinned').innerText(), /Changed: Initialisation\./);
    await eventually(async () => (await address(page))['gradient_lab.pinned'], 'on', 'the link');
    link = new URL(page.url()).hash;
  }, {fragment: fragment({depth: 20})});
  await withPage(async (page) => {
    await open(page);
    await eventually(async () => /Changed: Initialisation\./.test(await lab(page).locator('.pinned').innerText()), true, 'behind the link');
    await lab(page).locator('.pinned button').first().click();
    await eventually(() => lab(page).locator('.pinned').innerText(), '', 'unpinned');
  }, {fragment: link});
});

test('the regime under the gain follows χ', () => withPage(async (page) => {
  await open(page);
  const current = () => lab(page).locator('.regime [aria-current=true]').textContent();
  await eventually(async () => (await current()).includes('edge'), true, 'ReLU with He');
  await lab(page).locator('details > summary').first().click();
  const gain = lab(page).locator('input[type=number][data-key=gain]');
  await gain.fill('1.5');
  await eventually(async () => (await current()).includes('chaotic'), true, 'more');
  await gain.fill('0.5');
  await eventually(async () => (await current()).includes('ordered'), true, 'less');
}, {fragment: fragment({activation: 'relu', initialisation: 'he_normal'})}));

test('the chain speaks of the largest slope with the parameters that are set', () => withPage(async (page) => {
  await open(page);
  await eventually(async () => /^No slope of ELU exceeds 2, /.test(await sentence(page)), true, 'ELU with α = 2');
  const tint = () => lab(page).locator('.chain .body').first().evaluate((body) => Number(body.style.getPropertyValue('--open')));
  const chain = core.neuronChain({activation: 'elu', parameters: {alpha: 2}, x: -0.1, b: 0});
  assert.ok(Math.abs(await tint() - chain.df[0] / 2) < 1e-6, `${await tint()}`);
}, {fragment: fragment({view: 'chain', activation: 'elu', 'elu.alpha': 2, x: -0.1, b: 0, w1: 1})}));

test('a link of the text opens the lab at what it speaks of, and leaves the explorer alone', () => withPage(async (page) => {
  await bring(page.locator('#figure-explorer'));
  await page.locator('#figure-explorer input[type=number][data-key=x]').fill('-1.5');
  await eventually(async () => (await address(page))['explorer.x'], '-1.5', 'the address');
  await page.locator('main [lang=en] a[href^="#gradient_lab.view=chain"]').click();
  await eventually(async () => numbers(await lab(page).locator('.product b').innerText())[0], 32, 'the chain');
  await eventually(() => lab(page).evaluate((figure) => Math.abs(figure.getBoundingClientRect().top) < 200), true, 'in sight');
  assert.equal((await address(page))['explorer.x'], '-1.5');
}));

for (const view of views) {
  test(`${view}: no wider than a phone`, () => withPage(async (page) => {
    await open(page);
    await eventuallyOther(() => sentence(page), '', 'the view');
    for (const language of ['en', 'zh', 'both']) {
      await page.evaluate((id) => document.querySelector(id).click(), `#language-${language}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${language}: ${wide} px`);
    }
  }, {fragment: fragment({view, activation: 'tanh', depth: 12, width: 32}), viewport: {width: 320, height: 700}}));
}

test('a chart looks the same however its reader has come to it', async () => {
  const pictures = [];
  const wanted = {activation: 'relu', initialisation: 'he_normal', depth: 20, width: 16};
  // Sigmoid's lines are of another colour, and a network that overflows has another number of lines.
  for (const before of [wanted, {...wanted, activation: 'sigmoid'}, {...wanted, gain: 20, depth: 60}]) {
    await withPage(async (page) => {
      await open(page);
      await settled(page, 'gradient_lab');
      await page.evaluate((hash) => { location.hash = hash; }, fragment(wanted));
      await eventually(() => lab(page).locator('select[data-key=activation]').inputValue(), 'relu');
      await eventually(async () => /24 seeds/.test(await lab(page).locator('.findings').innerText()), true, 'all seeds');
      await settled(page, 'gradient_lab');
      pictures.push(await picture(page));
    }, {fragment: fragment(before)});
  }
  assert.equal(new Set(pictures).size, 1, 'how many pictures of one network there are');
});

test('an overflowing run is compared with the signal that theory predicts', () => withPage(async (page) => {
  await open(page);
  await settled(page, 'gradient_lab');
  await eventually(async () => /‖h‖/.test(await lab(page).locator('.key').innerText()), true, 'the signal is named');
  await lab(page).getByRole('button', {name: 'Pin this run'}).click();
  await settled(page, 'gradient_lab');
  assert.deepEqual((await lab(page).locator('.key .item').allInnerTexts()).map((text) => text.trim()), ['pinned run', 'signal ‖h‖', 'theory']);
}, {fragment: fragment({activation: 'relu', initialisation: 'he_normal', gain: 20, depth: 50})}));
