// 100,000 requests drawn from the schema with a fixed seed: valid, nearly valid and absurd. Each is answered or refused
// as the schema says, and the module's memory stays as large as it was.
import assert from 'node:assert/strict';
import test from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import {loadCoreWithMemory, someImages} from './core.mjs';

const count = 100_000;

/** A small generator of our own: the same requests on every machine. */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = generator(20261123);
const pick = (list) => list[Math.floor(random() * list.length)];

const absurd = [
  () => null, () => true, () => [], () => [1, 2], () => () => 1, () => Symbol('s'), () => 7n, () => new Date(), () => 'no_such_thing',
  () => '', () => '\ud83d\ude00', () => 'x'.repeat(1000), () => ({}), () => ({a: {b: {c: {d: 1}}}}), () => NaN, () => Infinity,
  () => -Infinity, () => 1e300, () => -(2 ** 53), () => 1.5e-320 - 1e9, () => Object(1), () => new Float64Array(3), () => /x/,
];

/** What makes a request costly is kept small: the limits themselves are the boundary tests' matter. */
const affordable = {depth: 40, width: 48, batch: 8, count: 400, examples: 60};

function validNumber({name, type, min, max}) {
  if (name in affordable) return Math.floor(min * (affordable[name] / min) ** (random() ** 3));
  if (random() < 0.05) return random() < 0.5 ? min : max;
  const x = min + random() * (max - min);
  return type === 'integer' ? Math.floor(x) : x;
}

function nearlyValidNumber({min, max, type}) {
  const size = Math.max(1, Math.abs(min), Math.abs(max));
  return pick([
    min - size * 2 ** -50, max + size * 2 ** -50, min - 1, max + 1, -max - 1 - Math.abs(min),
    ...(type === 'integer' ? [min + 0.5, max - 0.25] : []),
  ]);
}

/** A value for a field and whether the schema takes it. */
function valueFor(field) {
  const kind = random();
  if (kind < 0.02 && !(field.name in affordable)) return {value: undefined, valid: true};
  const isNumber = field.type === 'integer' || field.type === 'real';
  if (kind < 0.9) return {value: isNumber ? validNumber(field) : pick(field.choices).id, valid: true};
  if (kind < 0.95) {
    return {value: isNumber ? nearlyValidNumber(field) : pick(field.choices).id + pick([' ', '_', 'x', '\0']), valid: false};
  }
  return {value: pick(absurd)(), valid: false};
}

/** A request, and the names of the fields for which it deserves to be refused. */
function draw(fields, activations) {
  const request = {}, wrong = [];
  for (const field of fields) {
    if (field.type === 'parameters') continue;
    if (random() < 0.4 && !(field.name in affordable)) continue;
    const {value, valid} = valueFor(field);
    request[field.name] = value;
    if (!valid) wrong.push(field.name);
  }
  const activation = fields.find(({type}) => type === 'activation');
  if (activation && random() < 0.5) {
    const row = activations.find(({id}) => id === (request.activation ?? activation.initial));
    request.parameters = {};
    for (const p of row?.parameters ?? []) {
      const {value, valid} = valueFor({...p, type: 'real'});
      request.parameters[p.name] = value;
      if (!valid) wrong.push(p.name);
    }
    if (random() < 0.02) {
      request.parameters.omega = 1;
      wrong.push('omega');
    }
  } else if (activation && random() < 0.03) {
    request.parameters = pick([null, 3, 'alpha', [], () => 1, Symbol('p')]);
    wrong.push('parameters');
  }
  if (random() < 0.02) {
    const name = pick(['Depth', 'alpha', 'x ', '__proto', '激活', '']);
    request[name] = 1;
    wrong.push(name);
  }
  return {request, wrong};
}

const catalog = JSON.parse(JSON.stringify((await loadCoreWithMemory()).core.catalog()));

const names = Object.keys(catalog.requests);
/** A valid request to one of these takes long: few are run. */
const slow = ['gradientTheory', 'selfNormalisation', 'speed', 'trainBegin', 'phaseRow'];
/** All valid ones are run in claims.test.mjs. */
const elsewhere = ['runClaim'];
/** The one thing that a curve can be refused for although every field by itself is valid. */
const together = {sampleCurve: ['to'], compareDerivatives: ['to'], evaluate: []};
const ascending = catalog.activations.filter(({parameters: p}) => p.length === 2 && p[0].max > p[1].min).map(({parameters: p}) => p[0].name);

const inspect = (name, request) => `${name}(${JSON.stringify(request, (key, x) =>
    ['symbol', 'bigint', 'function'].includes(typeof x) ? String(x) : Number.isNaN(x) ? 'NaN' : x)})`;

const hasNaN = (values) => values.some(Number.isNaN);

/** What every answer of these functions keeps to. */
const sound = {
  evaluate: ({f, df, df_dual}) => [f, df, df_dual].every(Number.isFinite),
  sampleCurve: ({x, f, df}) => [...x, ...f, ...df].every(Number.isFinite),
  // A network may overflow float32, as it does in training; short of that there is no NaN.
  gradientFlow: ({log10_delta, log10_weight_gradient, log10_activation, mean, deviation, zero_share}) =>
    [log10_activation, log10_weight_gradient].some((values) => values.some((x) => !(x < 38))) ||
    ![log10_delta, log10_weight_gradient, mean, deviation, zero_share].some(hasNaN),
};

test(`${count} random requests`, {timeout: 300_000}, async (t) => {
  const {core, memory} = await loadCoreWithMemory();
  v8.setFlagsFromString('--expose-gc');
  const collectGarbage = vm.runInNewContext('gc');
  const tally = {answered: 0, refused: 0, slowest: 0};
  let memoryAtFirst, heapAtFirst;

  core.loadImages(someImages());
  core.gradientFlow({depth: affordable.depth, width: affordable.width, batch: affordable.batch});
  for (let i = 0; i < count; ++i) {
    if (i === count / 10) {
      collectGarbage();
      memoryAtFirst = memory.buffer.byteLength;
      heapAtFirst = v8.getHeapStatistics().used_heap_size;
    }
    let name, request, wrong;
    do {
      name = pick(names);
      ({request, wrong} = draw(catalog.requests[name], catalog.activations));
    } while (wrong.length === 0 && (elsewhere.includes(name) || (slow.includes(name) && random() < 0.99)));
    const begin = performance.now();
    const result = core[name](request);
    tally.slowest = Math.max(tally.slowest, performance.now() - begin);
    if (result.ok) {
      ++tally.answered;
      assert.deepEqual(wrong, [], inspect(name, request));
      assert.ok(sound[name]?.(result) ?? true, inspect(name, request));
      if (result.session) assert.equal(core[name.replace('Begin', 'End')](result.session).ok, true);
    } else {
      ++tally.refused;
      const allowed = [...wrong, ...ascending];
      if (wrong.length === 0) allowed.push(...(together[name] ?? catalog.requests[name].map((field) => field.name)));
      assert.ok(allowed.includes(result.field), `${inspect(name, request)} gave ${JSON.stringify(result)}`);
      assert.ok(result.message.en && result.message.zh);
    }
  }
  collectGarbage();
  const heapGrowth = v8.getHeapStatistics().used_heap_size - heapAtFirst;
  t.diagnostic(`${tally.answered} answered, ${tally.refused} refused, the slowest in ${tally.slowest.toFixed(0)} ms`);
  t.diagnostic(`WebAssembly memory ${memory.buffer.byteLength >> 10} KiB, JavaScript heap ${heapGrowth >> 10} KiB more`);
  assert.ok(tally.answered > count / 5 && tally.refused > count / 4);
  assert.equal(memory.buffer.byteLength, memoryAtFirst, 'WebAssembly memory is flat');
  assert.ok(heapGrowth < 1 << 20, `the JavaScript heap grew by ${heapGrowth} bytes`);
});
