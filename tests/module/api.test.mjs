// What each function answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import {bits, loadCore, wasm} from './core.mjs';

const core = await loadCore();
const catalog = core.catalog();
const fields = Object.fromEntries(
    Object.entries(catalog.requests).map(([name, list]) => [name, Object.fromEntries(list.map((f) => [f.name, f]))]));

const number = (x) => typeof x === 'number';
const text = (x) => typeof x === 'string';
const flag = (x) => typeof x === 'boolean';
const bilingual = (x) => text(x.en) && x.en !== '' && text(x.zh) && x.zh !== '';
const numbers = (x) => x instanceof Float64Array;
const listOf = (shape) => (x) => Array.isArray(x) && x.every((item) => (check(item, shape), true));

/** Fails unless `object` has these fields, each of its kind. */
function check(object, shape) {
  for (const [name, is] of Object.entries(shape)) assert.ok(is(object[name]), `${name}: ${String(object[name])}`);
}

const ok = (x) => x === true;
const range = (x) => (check(x, {min: number, min_attained: flag, max: number, max_attained: flag}), true);
const side = (x) => ['none', 'soft', 'hard'].includes(x);
const row = {
  id: text,
  name: bilingual,
  libraries: (x) => (check(x, {pytorch: text, keras: text, onnx: text}), true),
  parameters: listOf({
    name: text, symbol: text, initial: number, min: number, max: number, learned: flag,
    presets: listOf({source: text, value: number}),
  }),
  facts: (x) => (check(x, {
    values: range, slopes: range, extrema: listOf({x: number, y: number}), slope_extrema: listOf({x: number, y: number}),
    kinks: listOf({x: number, slope: number}), monotone: flag, left: side, right: side,
  }), true),
};
const field = {
  name: text,
  label: bilingual,
  type: (x) => ['integer', 'real', 'choice', 'activation', 'parameters'].includes(x),
  min: number,
  max: number,
  initial: (x) => number(x) || text(x) || Object.keys(x).length === 0,
  scale: (x) => x === 'linear' || x === 'log',
  choices: listOf({id: text, label: bilingual}),
};
const kink = {x: number, index: number, f_left: number, f: number, f_right: number, df_left: number, df: number, df_right: number};
const curve = {ok, x: numbers, f: numbers, df: numbers, kinks: listOf(kink)};
const point = {
  ok, x: number, f: number, df: number, df_dual: number, df_difference: number, dual_gap: number, difference_gap: number,
  step: number, difference_crosses_kink: flag, d2f: number, piece: number, at_kink: flag,
};
const disagreement = (x) => (check(x, {x: number, gap: number}), true);
const layers = {log10_delta: numbers, log10_weight_gradient: numbers, log10_activation: numbers};
const flow = {
  ok, ...layers, mean: numbers, deviation: numbers, zero_share: numbers, slope_delta: number, slope_weight_gradient: number,
};
const theory = {
  ok, ...layers, q: numbers, chi: numbers, sigma_w2: number, sigma_b2: number, unit_gain: number, slope_delta: number, q_limit: number,
  chi_limit: number, depth_scale: number, verdict: bilingual,
};
const chain = {ok, z: numbers, h: numbers, df: numbers, factor: numbers, gradient: numbers, largest_slope: number};
const phases = {ok, row_count: number, column_count: number, value: number, sigma_w: numbers, slope: numbers, critical_sigma_w: number};
const logits = {ok, y: numbers, jacobian: numbers};
const gate = {ok, b: numbers, f: numbers, df_da: numbers, df_db: numbers};
const verdict = (x) => ['true', 'conditional', 'false'].includes(x);
const kind = (x) => ['measured', 'timed'].includes(x);
const claim = {id: text, kind, verdict, rows: listOf({name: text, low: number, high: number})};
const claimRun = {
  ok, claim: text, kind, verdict, holds: flag, rows: listOf({name: text, value: number, low: number, high: number, within: flag}),
};
const band = {
  ok, seeds: number, mean_delta: numbers, deviation_delta: numbers, mean_weight_gradient: numbers,
  deviation_weight_gradient: numbers, mean_slope: number, slope_standard_error: number,
};

test('coreInfo names the build', () => {
  check(core.coreInfo(), {ok, name: text, version: (x) => /^\d+\.\d+\.\d+$/.test(x), commit: text, golden_count: number});
});

test('catalog lists functions and requests, all in two languages', () => {
  assert.equal(catalog.ok, true);
  assert.ok(catalog.activations.length >= 10);
  for (const activation of catalog.activations) check(activation, row);
  assert.equal(new Set(catalog.activations.map(({id}) => id)).size, catalog.activations.length);
  for (const list of Object.values(catalog.requests)) {
    for (const entry of list) {
      check(entry, field);
      if (number(entry.initial)) assert.ok(entry.min <= entry.initial && entry.initial <= entry.max, entry.name);
      if (text(entry.initial)) assert.ok(entry.choices.some(({id}) => id === entry.initial), entry.name);
    }
  }
  for (const {id, parameters} of catalog.activations) {
    for (const p of parameters) {
      assert.ok(p.min <= p.initial && p.initial <= p.max, `${id} ${p.name}`);
      for (const preset of p.presets) assert.ok(p.min <= preset.value && preset.value <= p.max, `${id} ${p.name} ${preset.source}`);
    }
  }
});

test('sampleCurve answers for every function', () => {
  check(core.sampleCurve({}), curve);
  for (const {id, facts} of catalog.activations) {
    const result = core.sampleCurve({activation: id});
    check(result, curve);
    const {x, f, df, kinks} = result;
    assert.ok(x.length >= fields.sampleCurve.count.initial, id);
    assert.equal(x[0], fields.sampleCurve.from.initial);
    assert.equal(x[x.length - 1], fields.sampleCurve.to.initial);
    assert.ok(x.every((value, i) => i === 0 || x[i - 1] < value), `${id}: x ascends`);
    assert.equal(f.length, x.length);
    assert.equal(df.length, x.length);
    assert.ok(!f.some(Number.isNaN) && !df.some(Number.isNaN), `${id}: no NaN`);
    assert.deepEqual(kinks.map((k) => k.x), facts.kinks.map((k) => k.x).filter((k) => x[0] < k && k < x[x.length - 1]), id);
    for (const k of kinks) assert.ok(x[k.index] < k.x && k.x < x[k.index + 1], `${id}: a kink lies between two samples`);
  }
});

test('evaluate answers for every function, the same as the curve', () => {
  check(core.evaluate({}), point);
  for (const {id} of catalog.activations) {
    const {x, f, df} = core.sampleCurve({activation: id, from: -3.3, to: 4.1, count: 33});
    x.forEach((at, i) => {
      const result = core.evaluate({activation: id, x: at});
      check(result, point);
      assert.deepEqual(bits([result.x, result.f, result.df]), bits([at, f[i], df[i]]), `${id} at ${at}`);
    });
  }
});

test('compareDerivatives finds the largest disagreement of the samples', () => {
  const range = {from: -3.3, to: 4.1, count: 33};
  for (const {id} of catalog.activations) {
    const result = core.compareDerivatives({activation: id, ...range});
    check(result, {ok, dual_number: disagreement, difference: disagreement});
    const points = Array.from(core.sampleCurve({activation: id, ...range}).x, (x) => core.evaluate({activation: id, x}))
        .filter((point) => !point.difference_crosses_kink);
    for (const [way, of] of [['dual_number', 'dual_gap'], ['difference', 'difference_gap']]) {
      const {x, gap} = result[way];
      assert.equal(gap, Math.max(...points.map((point) => point[of])), `${id} ${way}`);
      assert.equal(core.evaluate({activation: id, x})[of], gap, `${id} at ${x}`);
    }
  }
});

test('gradientFlow answers for every function and initialisation', () => {
  check(core.gradientFlow({}), flow);
  for (const {id} of catalog.activations) {
    for (const choice of fields.gradientFlow.initialisation.choices) {
      const result = core.gradientFlow({activation: id, initialisation: choice.id, depth: 7, width: 9});
      check(result, flow);
      for (const name of Object.keys(flow).filter((name) => numbers(result[name]))) {
        assert.equal(result[name].length, 7, name);
        assert.ok(!result[name].some(Number.isNaN), `${id} ${choice.id}: ${name}`);
      }
      const {log10_delta: delta} = result;
      assert.equal(result.slope_delta, (delta[0] - delta[6]) / 6);
    }
  }
});

test('gradientTheory, neuronChain and phaseRow answer for every function', () => {
  check(core.gradientTheory({}), theory);
  check(core.neuronChain({}), chain);
  check(core.phaseRow({}), phases);
  for (const {id} of catalog.activations) {
    check(core.gradientTheory({activation: id, depth: 3}), theory);
    check(core.neuronChain({activation: id}), chain);
  }
  const slope = (activation, parameters) => core.neuronChain({activation, parameters}).largest_slope;
  assert.deepEqual([slope('elu'), slope('elu', {alpha: 2}), slope('squared_relu')], [1, 2, Infinity]);
});

test('selfNormalisation and depthMapColumn answer for every function', () => {
  for (const {id} of catalog.activations) {
    const basin = core.selfNormalisation({activation: id, depth: 3, width: 8, batch: 4});
    check(basin, {
      ok, field_mean: numbers, field_variance: numbers, field_to_mean: numbers, field_to_variance: numbers, mean: numbers,
      variance: numbers, theory_mean: numbers, theory_variance: numbers, fixed_mean: numbers, fixed_variance: numbers, sigma_w2: number,
    });
    assert.deepEqual([basin.mean.length, basin.theory_variance.length], [4, 4]);
    assert.equal(basin.field_to_variance.length, basin.field_mean.length);
    const column = core.depthMapColumn({activation: id});
    check(column, {ok, column_count: number, sigma_w: number, depth: numbers, decades: numbers, critical_sigma_w: number});
    assert.equal(column.decades.length, column.depth.length, id);
    assert.ok(!column.decades.some(Number.isNaN), id);
  }
});

test('evaluateLogits and sampleGate answer for everything they list', () => {
  for (const {id} of fields.evaluateLogits.function.choices) {
    const result = core.evaluateLogits({function: id});
    check(result, logits);
    assert.deepEqual([result.y.length, result.jacobian.length], [3, 9]);
  }
  for (const {id} of fields.sampleGate.unit.choices) {
    const result = core.sampleGate({unit: id, count: 7});
    check(result, gate);
    for (const name of ['b', 'f', 'df_da', 'df_db']) assert.equal(result[name].length, 7);
  }
});

test('runClaim runs the rows that the catalogue lists, all or one', () => {
  const {claims} = catalog;
  assert.ok(claims.length > 0);
  for (const one of claims) check(one, claim);
  assert.deepEqual(fields.runClaim.claim.choices.map(({id}) => id), claims.map(({id}) => id));
  const {id, rows, verdict} = claims[0];
  const whole = core.runClaim({claim: id, seed: 3});
  check(whole, claimRun);
  assert.deepEqual([whole.claim, whole.verdict, whole.holds], [id, verdict, true]);
  assert.deepEqual(whole.rows.map(({name, low, high}) => ({name, low, high})), rows);
  rows.forEach((row, i) => assert.deepEqual(core.runClaim({claim: id, seed: 3, row: i + 1}).rows, [whole.rows[i]]));
  const beyond = core.runClaim({claim: id, row: rows.length + 1});
  if (rows.length < fields.runClaim.row.max) assert.deepEqual([beyond.ok, beyond.field], [false, 'row']);
});

test('a band is begun, advanced seed by seed, and ended', () => {
  const {ok, session} = core.bandBegin({depth: 6, width: 8});
  assert.ok(ok && number(session));
  for (let seeds = 1; seeds <= 3; ++seeds) {
    const result = core.bandAdvance(session);
    check(result, band);
    assert.equal(result.seeds, seeds);
    assert.equal(result.mean_delta.length, 6);
  }
  const {log10_delta} = core.gradientFlow({depth: 6, width: 8});
  const other = core.bandBegin({depth: 6, width: 8}).session;
  assert.deepEqual(core.bandAdvance(other).mean_delta, log10_delta, 'of one seed');
  assert.deepEqual(core.bandEnd(session), {ok: true});
  assert.equal(core.bandAdvance(session).field, 'session');
  assert.equal(core.bandEnd(session).field, 'session');
  assert.deepEqual(core.bandEnd(other), {ok: true});
});

test('a ninth session takes the place of the one idle longest', () => {
  const sessions = Array.from({length: 8}, () => core.bandBegin({depth: 1, width: 1}).session);
  core.bandAdvance(sessions[0]);
  sessions.push(core.bandBegin({depth: 1, width: 1}).session);
  assert.equal(new Set(sessions).size, 9);
  assert.deepEqual(sessions.map((session) => core.bandEnd(session).ok), [true, false, ...Array(7).fill(true)]);
});

test('the catalogue has the fields of every function that takes an object', () => {
  for (const [name, list] of Object.entries(catalog.requests)) {
    assert.equal(typeof core[name], 'function', name);
    assert.ok(list.length > 2, `${name} has few fields`);
    assert.equal(core[name]({}).ok, true, name);
  }
});

test('the golden scenes have their hashes', () => {
  const count = core.coreInfo().golden_count;
  assert.ok(count > 0);
  for (let i = 0; i < count; ++i) {
    const result = core.runGolden(i);
    check(result, {ok, name: text, expected: text, actual: text});
    assert.equal(result.actual, result.expected, result.name);
  }
});

test('the same request twice gives the same bits, other settings give others', () => {
  const deltas = (request) => bits(core.gradientFlow({depth: 20, width: 33, ...request}).log10_delta).join();
  assert.equal(deltas({}), deltas({}));
  for (const other of [{seed: 2}, {gain: 1.1}, {batch: 2}, {width: 34}, {activation: 'tanh'}, {initialisation: 'he_uniform'}]) {
    assert.notEqual(deltas({}), deltas(other), JSON.stringify(other));
  }
  assert.deepEqual(bits(core.sampleCurve({}).f), bits(core.sampleCurve({}).f));
});

test('arrays are copies: they outlive later calls and a memory that grows', async () => {
  const fresh = await loadCore();
  const results = [fresh.sampleCurve({}), fresh.gradientFlow({depth: 30, width: 8})];
  const arrays = () => results.flatMap((result) => Object.values(result).filter(numbers));
  const before = arrays().map(bits);
  assert.equal(fresh.gradientFlow({depth: 60, width: 512}).ok, true);  // 63 MB of weights
  fresh.sampleCurve({activation: 'tanh'});
  assert.deepEqual(arrays().map(bits), before);
  for (const array of arrays()) assert.equal(array.byteLength, array.buffer.byteLength, 'its own buffer');
});

test('the module is small', (t) => {
  t.diagnostic(`core.wasm: ${wasm.length} bytes`);
  assert.ok(wasm.length < 303_000, `${wasm.length} bytes`);
});
