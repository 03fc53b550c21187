// The fact sheets: what they say of a function is so.
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import test from 'node:test';
import {readBook} from '../../web/build/article.mjs';
import {staticFigures} from '../../web/build/bundle.mjs';
import {loadCore} from '../../web/build/core.mjs';
import {renderFacts} from '../../web/build/facts.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const core = await loadCore(path('build/wasm'));
const book = readBook(path('web/content'), core, await staticFigures());
const ids = core.catalog.activations.map(({id}) => id);
const sheet = (...functions) => renderFacts(functions, {file: 'test.md', line: 1}, book);

/** The cells of a row as plain text in one language. */
function cells(html, label, lang = 'en') {
  const other = lang === 'en' ? 'zh' : 'en';
  const row = html.split('<tr>').find((one) => one.includes(`>${label}<`));
  assert.ok(row, `no row "${label}"`);
  return row.split('<td>').slice(1).map((cell) => cell
    .replace(new RegExp(`<span lang="${other}">[^]*?</span>`, 'g'), '')
    .replace(/<\/div><div>/g, '; ').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').trim());
}

test('range, slope and saturation, known by other means', () => {
  const known = {
    sigmoid: ['0 < f < 1; never falls', '0 < f′ ≤ 0.25; highest at x = 0', '|f′| < 0.01 for |x| > 4.58'],
    tanh: ['−1 < f < 1; never falls', '0 < f′ ≤ 1; highest at x = 0', '|f′| < 0.01 for |x| > 2.99'],
    softsign: ['−1 < f < 1; never falls', '0 < f′ ≤ 1', '|f′| < 0.01 for |x| > 9'],
    relu: ['f ≥ 0; never falls', 'f′ = 0 or 1', 'f′ = 0 for x ≤ 0'],
    elu: ['f > −1; never falls', '0 < f′ ≤ 1', '|f′| < 0.01 for x < −4.61'],
    hardtanh: ['−1 ≤ f ≤ 1; never falls', 'f′ = 0 or 1', 'f′ = 0 for |x| ≥ 1'],
    hardswish: ['f ≥ −0.375; lowest at x = −1.5', '−0.5 < f′ < 1.5', 'f′ = 0 for x ≤ −3'],
    identity: ['all real numbers; never falls', 'f′ = 1', 'on neither side'],
  };
  const html = sheet(...Object.keys(known));
  const columns = Object.values(known);
  ['Values', 'Slope', 'Saturated'].forEach((label, i) => assert.deepEqual(cells(html, label), columns.map((column) => column[i])));
});

test('kinks: what jumps, and what is taken there', () => {
  assert.deepEqual(cells(sheet('relu', 'selu', 'softsign', 'gelu'), 'Kinks'), [
    'x = 0: f′ jumps from 0 to 1, taken as 0',
    'x = 0: f′ jumps from 1.7581 to 1.0507, taken as 1.7581',
    'x = 0: f′ is continuous, f″ jumps',
    'none',
  ]);
  assert.match(cells(sheet('hardshrink'), 'Kinks')[0], /x = 0.5: f jumps from 0 to 0.5, taken as 0$/);
});

test('a function is nearly flat just beyond the point where it is called saturated, and steeper before it', () => {
  let found = 0;
  for (const id of ids) {
    const said = cells(sheet(id), 'Saturated')[0];
    for (const [, variable, sign, text] of said.matchAll(/< 0\.01 for (\|?x\|?) ([<>]) (−?[\d.]+)/g)) {
      const x = Number(text.replace('−', '-'));
      const slope = (at) => Math.abs(core.call('evaluate', {activation: id, x: at}, {file: id, line: 1}).df);
      const out = sign === '<' ? -0.01 : 0.01;
      for (let step = 1; step < 20; ++step) assert.ok(slope(x + step * out * step) < 0.01, `${id} at ${x + step * out * step}`);
      assert.ok(slope(x - out) > 0.01, `${id} before ${x}`);
      if (variable === '|x|') assert.ok(slope(-x + out) > 0.01, `${id} before ${-x}`);
      ++found;
    }
  }
  assert.ok(found > 10);
});

test('both languages say the same numbers, and every origin is cited', () => {
  const numbers = (text) => [...text.matchAll(/−?\d+(\.\d+)?/g)].map(([number]) => number).sort();
  for (const id of ids) {
    const html = sheet(id);
    for (const [en, zh] of [['Values', '值域'], ['Slope', '导数'], ['Saturated', '饱和'], ['Kinks', '折点']]) {
      assert.deepEqual(numbers(cells(html, en)[0]), numbers(cells(html, zh, 'zh')[0]), `${id}: ${en}`);
    }
    const cited = book.libraries[id]?.paper?.cite ?? [];
    for (const key of cited) assert.ok(html.includes(`href="#ref-${key}"`), `${id}: ${key}`);
  }
});
