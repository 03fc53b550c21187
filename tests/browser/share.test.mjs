// What leaves the page: links to a figure as it is set, and files with what it shows. Links that were once given out keep
// their meaning.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {page as pageSource, settingsOf as pageSettings} from '../page/sources.mjs';
import {bring, eventually, places, settled, withPage} from './page.mjs';

const core = await loadCore();

/** The live figures, each with what can be set in it, and with its views. */
const settings = pageSettings(core.catalog());
const all = Object.entries(settings).flatMap(([figure, own]) => (own.find(({key}) => key === 'view')?.choices ?? ['']).map((view) => ({figure, view})));

const figureOf = (page, figure) => page.locator(`#figure-${figure}`);
const foot = (page, figure) => figureOf(page, figure).locator('.foot');
const fragmentOf = (settings) => '#' + Object.entries(settings).map(([key, value]) => `${key}=${value}`).join('&');
const settingsOf = (fragment) => Object.fromEntries(new URLSearchParams(fragment.slice(1)));
/** Small networks, so that a test is quick. */
const quick = {'training.epochs': '4', 'training.depth': '3', 'training.width': '8'};
const quickMap = {'depth_map.epochs': '2', 'depth_map.examples': '60', 'depth_map.width': '8'};
const quickOf = (figure) => ({training: quick, depth_map: quickMap})[figure] ?? {};

async function wake(page, figure) {
  await bring(figureOf(page, figure));
  await figureOf(page, figure).locator('.live').waitFor();
  if (figure === 'training') await eventually(async () => /epoch 4 of 4|epoch 150/.test(await figureOf(page, figure).locator('.epoch').innerText()), true, 'trained');
  await settled(page, figure);
}

/** The figure with something in it to save: a machine is measured on request. */
async function fill(page, figure) {
  await wake(page, figure);
  if (figure !== 'speed') return;
  await figureOf(page, figure).locator('.guesses button').first().click();
  await figureOf(page, figure).getByRole('button', {name: 'Measure again'}).waitFor({timeout: 120_000});
}

/** The link that the figure gives. */
async function copied(page, figure) {
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await foot(page, figure).first().getByRole('button', {name: 'Copy link'}).click();
  await eventually(() => foot(page, figure).first().getByRole('status').innerText(), 'Copied.', 'says so');
  return page.evaluate(() => window.copied);
}

async function saved(page, figure, kind, part = 0) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    foot(page, figure).nth(part).getByRole('button', {name: kind, exact: true}).click(),
  ]);
  assert.equal(download.suggestedFilename(), `activation-lab-${figure}.${kind.toLowerCase()}`);
  return readFileSync(await download.path());
}

/** A file of comma-separated values: what stands before the numbers, the names of the columns, the rows. */
function read(csv) {
  const lines = csv.toString('utf8').replace(/^\ufeff/, '').trimEnd().split('\r\n');
  const about = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain);
  const [head, ...rows] = lines.slice(about.length).map(cells);
  return {about, head, rows};
}

/** Given out at some time; never to be changed. */
const OLD_LINKS = [
  {'gradient_lab.activation': 'relu', 'gradient_lab.initialisation': 'he_normal'},
  {'gradient_lab.view': 'chain', 'gradient_lab.w3': '-2.5', 'gradient_lab.b': '1'},
  {'gradient_lab.view': 'phase', 'gradient_lab.activation': 'tanh', 'gradient_lab.rows': 'depth'},
  {'gradient_lab.activation': 'leaky_relu', 'gradient_lab.leaky_relu.negative_slope': '0.2', 'gradient_lab.seed': '7', 'gradient_lab.quantity': 'weights'},
  {'gradient_lab.normalisation': 'rms', 'gradient_lab.residual': 'on', 'gradient_lab.gain': '1.5', 'gradient_lab.sigma_b': '0.1', 'gradient_lab.batch': '4'},
  {'gradient_lab.depth': '20', 'gradient_lab.width': '64', 'gradient_lab.pinned': 'on', 'gradient_lab.pin.depth': '20', 'gradient_lab.pin.initialisation': 'he_normal'},
  {'gradient_lab.hide': 'presets,more,tabs'},
  {'explorer.functions': 'elu,selu', 'explorer.x': '-1.75', 'explorer.elu.alpha': '0.45', 'explorer.part': 'libraries', 'explorer.units': 'equal'},
  {...quick, 'training.view': 'slopes', 'training.activation': 'prelu', 'training.data': 'moons', 'training.speed': 'slow'},
  {...quick, 'training.runners': '4', 'training.d.activation': 'mish', 'training.b.gain': '2', 'training.quantity': 'gradients'},
  {'vector_functions.function': 'log_softmax', 'vector_functions.x1': '3', 'vector_functions.unit': 'swiglu', 'vector_functions.b': '-1.5'},
  {'basin.activation': 'elu', 'basin.elu.alpha': '1.5', 'basin.initialisation': 'he_normal', 'basin.depth': '12', 'basin.input_mean': '0.5'},
  {...quickMap, 'depth_map.activation': 'relu', 'depth_map.normalisation': 'layer', 'depth_map.rate': '0.05', 'depth_map.detail': 'fine'},
  {'speed.inputs': '1024'},
];

test('the figures are those of the page', () => withPage(async (page) => {
  const there = await page.locator('[data-figure]').evaluateAll((figures) => figures.map(({dataset}) => dataset.figure));
  assert.deepEqual(there.sort(), Object.keys(settings).sort());
  assert.deepEqual([...new Set(OLD_LINKS.flatMap((link) => Object.keys(link).map((key) => key.split('.')[0])))].sort(), there.sort(), 'of each an old link');
}));

for (const link of OLD_LINKS) {
  test(`an old link keeps its meaning: ${fragmentOf(link)}`, () => withPage(async (page) => {
    const [figure] = Object.keys(link)[0].split('.');
    await wake(page, figure);
    assert.equal(await figureOf(page, figure).locator('.notice').innerText(), '');
    const again = settingsOf(new URL(await copied(page, figure)).hash);
    for (const [key, value] of Object.entries(link)) assert.equal(again[key], value, key);
  }, {fragment: fragmentOf(link)}));
}

test('a link opens at its figure; loading anew leaves the reader where they were', () => withPage(async (page) => {
  const top = () => figureOf(page, 'training').evaluate((figure) => Math.abs(figure.getBoundingClientRect().top));
  await eventually(async () => await top() < 300, true, 'in sight');
  await page.evaluate(() => window.scrollTo({top: 0, behavior: 'instant'}));
  await page.reload();
  await page.waitForTimeout(500);
  assert.ok(await page.evaluate(() => window.scrollY) < 100);
}, {fragment: fragmentOf({...quick, 'training.rate': '0.05'})}));

test('the copied link names one figure, and nothing of the others', () => withPage(async (page) => {
  await wake(page, 'explorer');
  const link = new URL(await copied(page, 'explorer'));
  assert.deepEqual(settingsOf(link.hash), {'explorer.x': '2'});
  assert.equal(link.href.split('#')[0], places.http);
}, {fragment: '#explorer.x=2&gradient_lab.depth=9'}));

/** For each figure a setting with a value that does not fit, and what is said of it. */
const BROKEN = {
  basin: ['basin.depth=0', '“0”'],
  depth_map: ['depth_map.data=curve', 'curve'],
  explorer: ['explorer.x=99', '99'],
  gradient_lab: ['gradient_lab.hide=presets,everything', 'everything'],
  speed: ['speed.inputs=7', '“7”'],
  training: ['training.runners=2.5', '2.5'],
  vector_functions: ['vector_functions.unit=glutton', 'glutton'],
};
test('of each figure a broken link', () => assert.deepEqual(Object.keys(settings).filter((figure) => !BROKEN[figure]), []));
for (const [figure, [setting, named]] of Object.entries(BROKEN)) {
  test(`${figure}: a broken link says what was wrong, and the rest of it holds`, () => withPage(async (page) => {
    await wake(page, figure);
    const notice = await figureOf(page, figure).locator('.notice').innerText();
    assert.ok(notice.includes(named) && notice.includes('nowhere'), notice);
    assert.deepEqual(await figureOf(page, figure).locator('.live, .live section').evaluateAll((all) => all.map((e) => e.dataset.hide).join('')), '');
  }, {fragment: `#${setting}&${figure}.nowhere=1&${fragmentOf(quickOf(figure)).slice(1)}`}));
}

const HIDDEN = {
  presets: '.examples', tabs: '.tabs', controls: '.controls', more: 'details:has(> .more)', numbers: 'details:has(> .table-scroll)',
  code: 'details:has(.code-blocks)', share: '.foot',
};
test('a link hides what it names, and only that', () => withPage(async (page) => {
  await wake(page, 'gradient_lab');
  for (const [hide, hidden] of Object.entries(HIDDEN)) {
    await page.evaluate((name) => { location.hash = `#gradient_lab.hide=${name}`; }, hide);
    for (const [name, part] of Object.entries(HIDDEN)) {
      await eventually(() => figureOf(page, 'gradient_lab').locator(`${part}:visible`).count(), part === hidden ? 0 : 1, `${name} when ${hide} is hidden`);
    }
  }
  // A link of the text into the figure leaves hidden what the teacher has hidden.
  await page.evaluate(() => { location.hash = '#gradient_lab.hide=more'; });
  await page.locator('main [lang=en] a[href^="#gradient_lab.view=chain"]').first().click();
  await eventually(() => figureOf(page, 'gradient_lab').locator('.chain').count(), 1, 'the chain');
  assert.equal(await figureOf(page, 'gradient_lab').locator('details:has(> .more):visible').count(), 0);
}));

test('without its controls nothing of what a figure computes can be set, but for what is folded', async () => {
  const left = {};
  const elsewhere = '.tabs, .notice, details, .foot, .examples';
  const looks = ['layer', 'epoch', 'column', 'row', 'quantity'];  // at what has been computed
  for (const figure of Object.keys(settings)) {
    await withPage(async (page) => {
      await wake(page, figure);
      left[figure] = await figureOf(page, figure).locator(':is([data-key], .preset):visible').evaluateAll(
        (all, [others, free]) => all.filter((e) => !e.closest(others) && !free.includes(e.dataset.key)).map((e) => e.outerHTML), [elsewhere, looks]);
    }, {fragment: fragmentOf({...quickOf(figure), [`${figure}.hide`]: 'controls'})});
  }
  assert.deepEqual(Object.entries(left).filter(([, controls]) => controls.length > 0), []);
});

test('a function that the core refuses: the explorer says why, and can be set', () => withPage(async (page) => {
  await bring(figureOf(page, 'explorer'));
  const notice = figureOf(page, 'explorer').locator('.notice');
  await eventually(async () => /lower must not exceed upper/.test(await notice.innerText()), true, 'the reason');
  assert.ok(await figureOf(page, 'explorer').locator('[data-key]').count() > 3);
}, {fragment: '#explorer.functions=rrelu&explorer.rrelu.lower=0.4&explorer.rrelu.upper=0.1'}));

test('every flag of the list hides what it names in each figure that has it, and some figure has it', async () => {
  const flags = pageSource.HIDE.choices;
  assert.deepEqual(flags, Object.keys(HIDDEN));
  const hides = {};
  for (const figure of Object.keys(settings)) {
    await withPage(async (page) => {
      await wake(page, figure);
      for (const flag of flags) {
        const parts = figureOf(page, figure).locator(`${HIDDEN[flag]}:visible`);
        if (await parts.count() === 0) continue;
        await page.evaluate((hash) => { location.hash = hash; }, fragmentOf({...quickOf(figure), [`${figure}.hide`]: flag}));
        await eventually(() => parts.count(), 0, `${flag} in ${figure}`);
        (hides[flag] ??= []).push(figure);
        await page.evaluate((hash) => { location.hash = hash; }, fragmentOf({lang: 'en', ...quickOf(figure)}));
        await eventually(async () => await parts.count() > 0, true, `${flag} in ${figure} again`);
      }
    }, {fragment: fragmentOf(quickOf(figure))});
  }
  assert.deepEqual(hides.share, Object.keys(settings), 'each can be without its foot');
  assert.deepEqual(Object.keys(hides).sort(), [...flags].sort());
});

for (const {figure, view} of all) {
  for (const place of figure === 'explorer' ? Object.keys(places) : ['file']) {
    test(`${place}: ${figure} ${view}: pictures and numbers, with setting and link in them`, () => withPage(async (page) => {
      await fill(page, figure);
      const sentence = await figureOf(page, figure).locator('.sentence').first().innerText();
      assert.notEqual(sentence, '');
      for (let part = 0; part < await foot(page, figure).count(); ++part) {
        const csv = read(await saved(page, figure, 'CSV', part));
        assert.match(csv.about[0], /^Activation Lab \d/);
        const link = csv.about.at(-1);
        assert.ok(link.startsWith(place === 'file' ? '#' : `${places.http}#`), `${link} tells nothing of the reader's files`);
        assert.ok(csv.rows.length >= 3 && csv.rows.every((row) => row.length === csv.head.length), `${csv.rows.length} rows`);
        if (settings[figure].some(({key}) => key === 'seed') && view !== 'chain') assert.match(csv.about[1], /(^|; )seed=\d+(;|$)/);

        const svg = (await saved(page, figure, 'SVG', part)).toString('utf8');
        const drawn = await page.evaluate((source) => {
          const document = new DOMParser().parseFromString(source, 'image/svg+xml');
          const root = document.documentElement;
          return {
            error: document.querySelector('parsererror')?.textContent, width: Number(root.getAttribute('width')),
            title: root.querySelector('title').textContent, desc: root.querySelector('desc').textContent.split('\n'),
            texts: [...root.querySelectorAll('text')].map((text) => text.textContent).join(' '),
            shapes: root.querySelectorAll('path, rect, circle, image').length,
            foreign: /var\(|class=|undefined|="[^"]*NaN/.exec(new XMLSerializer().serializeToString(root))?.[0],
          };
        }, svg);
        assert.equal(drawn.error, undefined);
        assert.deepEqual([drawn.title, ...drawn.desc], csv.about);
        assert.equal(drawn.foreign, undefined, 'stands alone');
        if (figure !== 'depth_map') assert.doesNotMatch(drawn.texts, /NaN/);  // a word of its key
        const said = await figureOf(page, figure).locator('.sentence').nth(part).innerText();
        const letters = (text) => text.replace(/\s/g, '');
        assert.ok(letters(drawn.texts).includes(letters(said).slice(0, 20)), `${said} in ${drawn.texts}`);
        for (const line of csv.about) assert.ok(letters(drawn.texts).includes(letters(line)), `${line} is written in the picture`);
        assert.ok(drawn.shapes > 4, `${drawn.shapes} shapes`);

        const png = await saved(page, figure, 'PNG', part);
        assert.equal(png.subarray(1, 4).toString(), 'PNG');
        assert.equal(png.readUInt32BE(16), 2 * drawn.width, 'twice as fine');
        const colours = await page.evaluate(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context.drawImage(image, 0, 0);
          return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
        }, png.toString('base64'));
        assert.ok(colours > 20, `a picture of ${colours} colours`);
      }
    }, {place, acceptDownloads: true, fragment: fragmentOf({...(view ? {[`${figure}.view`]: view} : {}), ...quickOf(figure)})}));
  }
}

test('the numbers are the module\'s to the last bit, and stand in the table on demand', () => withPage(async (page) => {
  await wake(page, 'gradient_lab');
  const {head, rows} = read(await saved(page, 'gradient_lab', 'CSV'));
  const flow = core.gradientFlow({depth: 9, width: 16, activation: 'tanh'});
  assert.deepEqual(rows.map((row) => row[1]), Array.from(flow.log10_delta, String));
  assert.deepEqual(rows.map((row) => row[9]), Array.from(flow.ledger_gate, String));
  await figureOf(page, 'gradient_lab').getByText('The numbers').click();
  const table = figureOf(page, 'gradient_lab').locator('.numbers-table');
  await eventually(() => table.locator('thead th').count(), head.length, 'the columns');
  assert.deepEqual(await table.locator('tbody tr').first().locator('[data-value]').evaluateAll((cells) => cells.map((cell) => cell.dataset.value)), rows[0].slice(1));
}, {acceptDownloads: true, fragment: '#gradient_lab.depth=9&gradient_lab.width=16&gradient_lab.activation=tanh&gradient_lab.view=ledger'}));

test('the explorer\'s numbers, the phases\' and the chain\'s are the module\'s', async () => {
  await withPage(async (page) => {
    await wake(page, 'explorer');
    const {rows} = read(await saved(page, 'explorer', 'CSV'));
    const curve = core.sampleCurve({activation: 'mish'});
    assert.deepEqual(rows.map(([, x, f, df]) => [x, f, df]), Array.from(curve.x, (x, i) => [x, curve.f[i], curve.df[i]].map(String)));
  }, {acceptDownloads: true, fragment: '#explorer.functions=mish'});
  await withPage(async (page) => {
    await wake(page, 'gradient_lab');
    const {rows} = read(await saved(page, 'gradient_lab', 'CSV'));
    const row = core.phaseRow({activation: 'relu', row: 2});
    assert.deepEqual(rows[2], [row.value, row.critical_sigma_w, ...row.slope].map(String));
  }, {acceptDownloads: true, fragment: '#gradient_lab.view=phase&gradient_lab.activation=relu'});
  await withPage(async (page) => {
    await wake(page, 'gradient_lab');
    const {rows} = read(await saved(page, 'gradient_lab', 'CSV'));
    const chain = core.neuronChain({activation: 'tanh', w1: 2});
    assert.deepEqual(rows.map((row) => row[6]), Array.from(chain.gradient, String));
  }, {acceptDownloads: true, fragment: '#gradient_lab.view=chain&gradient_lab.activation=tanh&gradient_lab.w1=2'});
});

test('a picture has the scale of the phases\' colours, and the bars and the marked column of the logits', async () => {
  const shapes = (svg, name) => [...svg.matchAll(new RegExp(`<${name} [^>]*>`, 'g'))].map(([shape]) => shape);
  await withPage(async (page) => {
    await wake(page, 'gradient_lab');
    const strips = shapes((await saved(page, 'gradient_lab', 'SVG')).toString('utf8'), 'rect').filter((rect) => /width="8"/.test(rect));
    assert.equal(new Set(strips.map((rect) => /fill-opacity="([^"]+)"/.exec(rect)[1])).size, strips.length / 2, 'as strong on either side');
    assert.equal(new Set(strips.map((rect) => / fill="([^"]+)"/.exec(rect)[1])).size, 2);
  }, {acceptDownloads: true, fragment: '#gradient_lab.view=phase&gradient_lab.activation=relu'});
  await withPage(async (page) => {
    await wake(page, 'vector_functions');
    const cells = await figureOf(page, 'vector_functions').locator('td.value').evaluateAll((all) => all.map((cell) => [cell.clientWidth, Number(cell.dataset.value)]));
    const rects = shapes((await saved(page, 'vector_functions', 'SVG')).toString('utf8'), 'rect');
    const bars = rects.filter((rect) => /height="6\.0"/.test(rect)).map((rect) => Number(/ width="([^"]+)"/.exec(rect)[1]));
    assert.equal(bars.length, 6, 'a groove and a bar in each row');
    cells.forEach(([width, p], i) => assert.ok(Math.abs(bars[2 * i + 1] - width * p) < 0.5, `${bars[2 * i + 1]} of ${width} for ${p}`));
    assert.equal(rects.filter((rect) => / stroke="rgb\(/.test(rect)).length, 3, 'the marked column');
  }, {acceptDownloads: true, fragment: '#vector_functions.x1=1'});
});

test('a picture is as the page: dark, in Chinese, on a phone', () => withPage(async (page) => {
  await wake(page, 'vector_functions');
  await page.locator('label[for=language-zh]').click();
  const svg = (await saved(page, 'vector_functions', 'SVG', 1)).toString('utf8');
  assert.match(svg, /<rect[^>]*fill="rgb\(26, 30, 35\)"/, 'on the dark ground');
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join('');
  assert.match(texts, /门控单元/);
  assert.doesNotMatch(texts, /A gated unit/);
}, {acceptDownloads: true, colorScheme: 'dark', viewport: {width: 360, height: 800}}));

test('a picture that the browser cannot make is reported in words, and nothing is saved', () => withPage(async (page) => {
  await wake(page, 'gradient_lab');
  let saves = 0;
  page.on('download', () => { saves += 1; });
  const said = () => foot(page, 'gradient_lab').getByRole('status').innerText();
  const png = foot(page, 'gradient_lab').getByRole('button', {name: 'PNG', exact: true});
  await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); });
  await png.click();
  await eventually(said, 'This browser cannot make the PNG.', 'no pixels');
  await page.evaluate(() => { location.hash = '#gradient_lab.depth=7'; });
  await eventually(said, '', 'another setting');
  await page.evaluate(() => { HTMLImageElement.prototype.decode = () => Promise.reject(new Error('too large')); });
  await png.click();
  await eventually(said, 'This browser cannot make the PNG.', 'no image');
  await page.locator('label[for=language-zh]').click();
  assert.equal(await said(), '这个浏览器无法生成 PNG。');
  assert.equal(saves, 0);
}, {acceptDownloads: true}));
