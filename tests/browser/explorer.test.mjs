// The explorer below its curves: formulas with the numbers in them, the derivative three ways, library defaults and
// code. What is shown is what the module in Node computes.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {bring, eventually, places, withPage} from './page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const core = await loadCore();
const catalog = core.catalog();
const content = (name) => JSON.parse(readFileSync(new URL(`../../web/content/${name}`, import.meta.url), 'utf8'));
const {functions: formulas} = content('formulas.json');
const libraries = content('libraries.json');

const figure = (page) => page.locator('#figure-explorer');
const link = (settings) => '#' + Object.entries(settings).map(([key, value]) => `explorer.${key}=${value}`).join('&');

/** Opens the explorer with these settings. */
async function open(page, settings) {
  await page.evaluate((hash) => { location.hash = hash; }, link(settings));
  await bring(figure(page));
  await figure(page).locator('.live').waitFor();
}

/** The numbers below the curves of one function, bit for bit. */
const results = (page, id) => figure(page).locator(`.formulas[data-function=${id}] output`).evaluateAll((all) => all.map((one) => one.dataset.value));

test('every formula is filled with x, its parameters and the core\'s number', () => withPage(async (page) => {
  const x = -1.25;
  for (const row of catalog.activations.filter(({id}) => id in formulas)) {
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

test('dragging, arrow keys and a parameter move the numbers in the formula', () => withPage(async (page) => {
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
  await bring(canvas);
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2, {steps: 3});
  await page.mouse.up();
  const x = Number(await figure(page).locator('input[type=number][data-key=x]').inputValue());
  await eventually(() => results(page, 'elu'), expected(x, 0.3), 'dragged');
  assert.equal(Number((await slots())[1].replace('−', '-')), x);
}));

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
  await eventually(async () => await chart() > fitted * 1.3, true, 'the panel grows');
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

const settingsOf = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
const sources = ['paper', 'pytorch', 'keras', 'onnx', 'source_post'];
const sourceButton = (page, source) => figure(page).locator('.libraries-part .presets button').nth(sources.indexOf(source));

test('a source sets the chosen functions as it has them by default, and the link says so', () => withPage(async (page) => {
  const chosen = 'leaky_relu,elu,gelu,hardsigmoid';
  for (const [source, functions, slope, alpha] of [
    ['keras', chosen, 0.3, 1], ['source_post', 'leaky_relu,elu,gelu_tanh,hardsigmoid', 0.2, 0.2],
    ['onnx', 'leaky_relu,elu,gelu,hardsigmoid_onnx', 0.01, 1], ['pytorch', chosen, 0.01, 1],
  ]) {
    await open(page, {part: 'libraries', functions: chosen, 'leaky_relu.negative_slope': 0.4, 'elu.alpha': 0.5});
    await eventually(() => sourceButton(page, source).getAttribute('aria-pressed'), 'false', source);
    await sourceButton(page, source).click();
    await eventually(() => sourceButton(page, source).getAttribute('aria-pressed'), 'true', source);
    const expected = functions.split(',').map((activation) => {
      const parameters = {leaky_relu: {negative_slope: slope}, elu: {alpha}}[activation] ?? {};
      return [activation, String(core.evaluate({activation, x: 1.4, parameters}).f)];
    });
    await eventually(() => figure(page).locator('.readings tbody tr').evaluateAll((rows) => rows.map((row) =>
        [row.dataset.function, row.querySelector('[data-value]').dataset.value])), expected, source);
    const initial = (id) => catalog.activations.find((row) => row.id === id).parameters[0].initial;
    await eventually(async () => {
      const settings = await settingsOf(page);
      return [settings['explorer.functions'], Number(settings['explorer.leaky_relu.negative_slope'] ?? initial('leaky_relu')),
              Number(settings['explorer.elu.alpha'] ?? initial('elu'))];
    }, [functions, slope, alpha], `the link: ${source}`);
  }
  // From a form back to the plain function, where the source has that.
  await open(page, {part: 'libraries', functions: 'gelu_tanh'});
  await sourceButton(page, 'keras').click();
  await eventually(async () => (await settingsOf(page))['explorer.functions'], 'gelu', 'the plain form');
}));

test('the tables say where the defaults differ; a source that has none of the functions cannot be chosen', () => withPage(async (page) => {
  for (const [id, verdict] of [['leaky_relu', 'differ'], ['elu', 'differ'], ['prelu', 'differ'], ['hardsigmoid', 'differ'], ['gelu', 'differ'],
                               ['softplus', 'agree'], ['softshrink', 'agree'], ['tanh', 'nothing to compare']]) {
    await open(page, {part: 'libraries', functions: id});
    const table = figure(page).locator(`.library-table[data-function=${id}]`);
    await table.waitFor();
    assert.match(await table.locator('caption .tag [lang=en]').innerText(), new RegExp(verdict), id);
    const names = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('code')?.textContent ?? null));
    assert.deepEqual(names, sources.map((source) => libraries[id][source]?.name ?? null));
    for (const source of sources) assert.equal(await sourceButton(page, source).isDisabled(), !libraries[id][source], `${id} ${source}`);
  }
}));

const codeOf = (figureOf, framework) => figureOf.locator(`.code[data-framework=${framework}] code`).textContent();

/** Lets Python read the programs; it says what is wrong with one that is no Python. */
function checkPython(programs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'snippets-'));
  try {
    const files = programs.map((program, i) => {
      const file = path.join(folder, `program_${i}.py`);
      writeFileSync(file, program);
      return file;
    });
    const {status, stderr} = spawnSync('python3', ['-m', 'py_compile', ...files], {encoding: 'utf8'});
    assert.equal(status, 0, stderr);
  } finally {
    rmSync(folder, {recursive: true});
  }
}
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What the expressions of Python may call, in JavaScript. */
const clip = (x, low, high) => Math.min(Math.max(x, low), high);
const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const relu = (x) => Math.max(x, 0);
const where = (condition, x, y) => (condition ? x : y);
const {sqrt, exp, log, tanh, abs, max: maximum, min: minimum} = Math;
const both = {sigmoid, relu, where, sqrt, exp, log, tanh, abs, maximum, minimum};
const torch = {...both, clamp: clip};
const ops = {...both, clip, softplus: (x) => Math.log1p(Math.exp(x)), leaky_relu: (x, slope) => (x < 0 ? slope * x : x)};

test('the code of every function is Python, with the parameters as they are set', async (t) => {
  const programs = [];
  let lambdas = 0;
  await withPage(async (page) => {
    for (const row of catalog.activations) {
      const other = row.parameters.map(({min, max, initial}) => Number((initial === max ? (min + max) / 2 : (initial + max) / 2).toPrecision(3)));
      const given = Object.fromEntries(row.parameters.map(({name}, i) => [`${row.id}.${name}`, other[i]]));
      for (const settings of [{}, given]) {
        await open(page, {part: 'code', functions: row.id, x: -1.25, ...settings});
        for (const framework of ['pytorch', 'keras']) {
          const item = () => codeOf(figure(page), framework).then((code) => new RegExp(`"${row.id}": (.*),\n`).exec(code)?.[1] ?? '');
          const values = row.parameters.map(({name, initial}) => settings[`${row.id}.${name}`] ?? initial);
          const entry = libraries[row.id]?.[framework];
          const shown = row.parameters.map(({name}, i) => [name, values[i]]).filter(([name, value]) =>
            !entry || entry.arguments?.[name] !== null || entry.parameters[name] !== value);
          await eventually(async () => {
            const code = await item();
            return code !== '' && shown.every(([, value]) => code.includes(String(value)));
          }, true, `${row.id} ${framework} ${JSON.stringify(settings)}: ${await item()}`);
          const code = await item();
          programs.push(await codeOf(figure(page), framework));
          const own = code.startsWith('lambda x: ') && !code.includes('activations.');
          if (!own) {
            assert.ok(code.replace('lambda x: ', '').startsWith(entry.name.split('(')[0]), `${row.id}: ${code}`);
            for (const [name, value] of shown) {
              const theirs = entry.arguments?.[name] ?? name;
              const plain = theirs.endsWith('_initializer') ? `initializers.Constant(${value})` : value;
              assert.ok(code.includes(`${theirs}=${plain}`), `${row.id}: ${code}`);
            }
            continue;
          }
          ++lambdas;
          const f = new Function('torch', 'ops', 'x', `return ${code.replace('lambda x: ', '')}`);
          const parameters = Object.fromEntries(row.parameters.map(({name}, i) => [name, values[i]]));
          for (const x of [-4, -2.6, -1, 0, 0.5, 2.6, 4]) {
            const {f: expected} = core.evaluate({activation: row.id, x, parameters});
            assert.ok(Math.abs(f(torch, ops, x) - expected) < 1e-12, `${row.id} at ${x}: ${code}`);
          }
        }
      }
    }
  });
  assert.ok(lambdas > 10, 'functions that a library lacks are written out');
  if (hasPython) checkPython(programs);
  else t.diagnostic('no python3: the syntax is not checked');
});

test('the code of the lab is Python, with the network as it is set', async (t) => {
  const programs = [];
  const choices = (name) => catalog.requests.gradientFlow.find((field) => field.name === name).choices.map(({id}) => id);
  await withPage(async (page) => {
    const lab = page.locator('#figure-gradient_lab');
    const rules = choices('initialisation'), normalisations = choices('normalisation');
    for (const [i, initialisation] of rules.entries()) {
      const request = {initialisation, normalisation: normalisations[i % normalisations.length], residual: i % 2 ? 'on' : 'off', depth: 3 + i,
                       width: 20 + i, batch: 4 + i, gain: 1.25, seed: 70 + i, sigma: 0.15, sigma_b: i % 3 ? 0 : 0.05, activation: 'elu', 'elu.alpha': 0.7};
      await page.evaluate((hash) => { location.hash = hash; }, '#' + Object.entries(request).map(([key, value]) => `gradient_lab.${key}=${value}`).join('&'));
      await bring(lab);
      await lab.locator('.live').waitFor();
      const details = lab.locator('details:has(.code)');
      if (!await details.evaluate((element) => element.open)) await details.locator('> summary').click();
      for (const framework of ['pytorch', 'keras']) {
        await eventually(async () => (await codeOf(lab, framework)).includes(`seed(${70 + i})`), true, initialisation);
        const code = await codeOf(lab, framework);
        for (const line of [`depth = ${3 + i}`, `width = ${20 + i}`, `batch = ${4 + i}`, 'gain = 1.25', 'alpha=0.7']) assert.ok(code.includes(line), `${line}: ${code}`);
        assert.equal(code.includes('sigma = 0.15'), initialisation === 'by_hand');
        assert.equal(code.includes('0.05'), i % 3 === 0, code);
        assert.equal(/ \+ h$/m.test(code), i % 2 === 1);
        assert.equal(code.includes('f(z)'), request.normalisation === 'none');
        programs.push(code);
      }
    }
    await page.evaluate(() => { location.hash = '#gradient_lab.view=chain'; });
    await eventually(() => lab.locator('details:has(.code)').isVisible(), false, 'the chain is another network');
  });
  if (hasPython) checkPython(programs);
  else t.diagnostic('no python3: the syntax is not checked');
});

for (const place of Object.keys(places)) {
  for (const clipboard of [true, false]) {
    test(`${place}: the code can be copied ${clipboard ? 'as the browser likes' : 'without a clipboard for the page'}`, () => withPage(async (page, context) => {
      if (place === 'http') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(page, {part: 'code', functions: 'leaky_relu', 'leaky_relu.negative_slope': 0.2});
      await page.evaluate((has) => {
        if (!has) Object.defineProperty(navigator, 'clipboard', {value: undefined});
        else navigator.clipboard.writeText = ((write) => (text) => { window.copied = text; return write.call(navigator.clipboard, text); })(navigator.clipboard.writeText);
        document.addEventListener('copy', () => { window.copied = document.activeElement.value; });
      }, clipboard);
      const block = figure(page).locator('.code[data-framework=pytorch]');
      const button = block.locator('button');
      await button.focus();
      await button.press('Enter');
      await eventually(() => block.locator('[role=status] [lang=en]').allTextContents(), ['Copied'], 'what is said');
      assert.equal(await page.evaluate(() => window.copied), await codeOf(figure(page), 'pytorch'));
      assert.ok(await button.evaluate((element) => element === document.activeElement), 'the focus stays');
    }, {place}));
  }
}

test('every part fits a narrow screen, in both languages, and axe finds nothing serious', () => withPage(async (page) => {
  for (const part of ['formula', 'derivatives', 'libraries', 'code']) {
    await open(page, {part, functions: 'leaky_relu,gelu_tanh,hardsigmoid,softshrink', x: -0.5});
    await figure(page).locator('.stage > *').waitFor();
    for (const language of ['en', 'zh', 'both']) {
      await page.evaluate((id) => document.querySelector(id).click(), `#language-${language}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${part}, ${language}: ${wide} px wide`);
    }
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => window.axe.run('#figure-explorer'));
    const serious = violations.filter(({impact}) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(serious.map(({id, nodes}) => ({id, nodes: nodes.slice(0, 3).map(({html}) => html.slice(0, 150))})), [], part);
  }
}, {viewport: {width: 320, height: 700}, isMobile: true, hasTouch: true}));
