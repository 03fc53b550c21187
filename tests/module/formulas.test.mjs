// The formulas that the page shows say what the core computes.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {typesetFormulas} from '../../web/build/formulas.mjs';
import {loadCore} from './core.mjs';
import {valueOf} from './tex.mjs';

const core = await loadCore();
const catalog = core.catalog();
const read = () => JSON.parse(readFileSync(new URL('../../web/content/formulas.json', import.meta.url), 'utf8'));
const {functions} = read();
const where = {file: 'formulas.json', line: 1};

const grid = Array.from({length: 101}, (_, i) => -5 + i / 10);

/** The defaults, and each parameter at other values of its range. */
function settings({parameters}) {
  const defaults = Object.fromEntries(parameters.map(({name, initial}) => [name, initial]));
  return [defaults, ...parameters.flatMap(({name, min, max}) =>
    [0.1, 0.5, 1].map((share) => ({...defaults, [name]: min + share * (max - min)})))];
}

/** The letters of the formula and their values. */
function valuesOf(row, {constants = {}, let: parts = {}}, parameters, x) {
  const own = Object.fromEntries(row.parameters.map(({name, symbol}) => [symbol, parameters[name]]));
  const known = {x, ...own, ...constants};
  return {...known, ...Object.fromEntries(Object.entries(parts).map(([name, tex]) => [name, valueOf(tex, known)]))};
}

const close = (a, b, what) => assert.ok(Math.abs(a - b) <= 1e-11 * Math.max(1, Math.abs(b)), `${what}: ${a}, the core has ${b}`);

for (const row of catalog.activations.filter(({id}) => id in functions)) {
  test(`${row.id}: its formulas are what the core computes, on every piece and on its kinks`, () => {
    const formula = functions[row.id];
    const {kinks = [], pieces} = formula;
    const seen = new Set();
    for (const parameters of settings(row)) {
      const ends = kinks.map(({at}) => valueOf(at, valuesOf(row, formula, parameters, 0)));
      for (const x of [...grid, ...ends]) {
        const point = core.evaluate({activation: row.id, parameters, x});
        if (!point.ok) continue;  // parameters that do not go together
        const index = kinks.filter(({belongs}, i) => x > ends[i] || (x === ends[i] && belongs === 'right')).length;
        if (kinks.length > 0) {
          assert.equal(point.piece, ends.filter((end) => end < x).length);
          assert.equal(point.at_kink, ends.includes(x));
        }
        const values = valuesOf(row, formula, parameters, x);
        const at = `${row.id} ${JSON.stringify(parameters)} at ${x}`;
        close(valueOf(pieces[index].f, values), point.f, `${at}: f`);
        close(valueOf(pieces[index].df, values), point.df, `${at}: f′`);
        seen.add(index);
      }
    }
    assert.equal(seen.size, pieces.length, 'every piece was seen');
  });
}

test('the evaluator itself: signs, powers, functions, and no product without its sign', () => {
  const near = (tex, values, expected) => assert.ok(Math.abs(valueOf(tex, values) - expected) < 1e-14, tex);
  near('-x^{2}', {x: 3}, -9);
  near('\\frac{1}{1+e^{-x}}', {x: 0}, 0.5);
  near('1-\\tanh^{2}(x)', {x: 0.5}, 1 - Math.tanh(0.5) ** 2);
  near('\\Phi(x)', {x: 1}, 0.8413447460685429);
  near('\\Phi(x)', {x: -2}, 0.022750131948179195);
  assert.throws(() => valueOf('2x', {x: 1}), /sign/);
  assert.throws(() => valueOf('y', {x: 1}), /what is/);
});

test('the build refuses a formula without a function and pieces that do not fit', () => {
  const broken = (change) => {
    const data = read();
    change(data.functions);
    return () => typesetFormulas(data, catalog, where);
  };
  assert.doesNotThrow(broken(() => {}));
  assert.throws(broken((all) => { all.bogus = all.relu; }), /no function "bogus"/);
  assert.throws(broken((all) => { all.elu.pieces.pop(); }), /elu/);
  assert.throws(broken((all) => { all.tanh = all.relu; }), /tanh: the core has 0 kinks/);
  assert.throws(broken((all) => { all.tanh.pieces[0].f = '\\frac{1'; }), /formula/);
});
