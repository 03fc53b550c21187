// What each function refuses: generated from the schema that the module itself gives.
import assert from 'node:assert/strict';
import test from 'node:test';
import {loadCore, someImages} from './core.mjs';

const core = await loadCore();
core.loadImages(someImages());  // without them, data = images is refused
const catalog = core.catalog();

const chinese = /[\u4e00-\u9fff]/;

function refused(result, field, what) {
  const context = `${what}: ${JSON.stringify(result)}`;
  assert.deepEqual(Object.keys(result).sort(), ['field', 'message', 'ok'], context);
  assert.equal(result.ok, false, context);
  assert.equal(result.field, field, context);
  const {en, zh} = result.message;
  const inEnglish = en.replaceAll(field, '').replace(/'[^']*'/g, '');  // what was given may be Chinese
  assert.ok(en.includes(field) && en.endsWith('.') && !chinese.test(inEnglish), context);
  assert.ok(zh.includes(field) && zh.endsWith('。') && chinese.test(zh.replaceAll(field, '')), context);
}

/** The double next to `x` in the direction of `sign`. */
function next(x, sign) {
  if (x === 0) return sign * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(sign * Math.sign(x)));
  return view.getFloat64(0);
}

// Things that are no number, no text and no object with fields; undefined is a field left out.
const oddities = () => [
  ['null', null], ['true', true], ['an array', []], ['an array of a number', [3]], ['a function', () => 3],
  ['a symbol', Symbol('three')], ['a bigint', 3n], ['an array of a text', ['relu']],
];
const badNumbers = ({min, max, type}) => [
  ...oddities(), ['a text', '3'], ['an empty text', ''], ['an object', {}], ['a boxed number', Object(3)],
  ['a date', new Date()], ['an object with valueOf', {valueOf: () => 3}],
  ['NaN', NaN], ['infinity', Infinity], ['-infinity', -Infinity], ['huge', 1e300], ['-huge', -1e300], ['2^53', 2 ** 53],
  ['just below', next(min, -1)], ['just above', next(max, 1)],
  ...(type === 'integer' ? [['a fraction', min + 0.5], ['almost whole', next(max, -1)], ['a little more', next(min, 1)]] : []),
];
const badTexts = [
  ...oddities(), ['a number', 0], ['an object', {}], ['NaN', NaN], ['no such id', 'no_such_thing'], ['empty', ''],
  ['in capitals', 'SIGMOID'], ['with a space', 'sigmoid '], ['a name of JavaScript', '__proto__'], ['toString', 'toString'],
  ['with NUL', 'sigmoid\0'], ['half a character', '\ud83d'], ['long', 'x'.repeat(1e7)], ['long Chinese', '激活'.repeat(1e5)],
  ['boxed', Object('sigmoid')],
];
const badObjects = [
  ...oddities(), ['a number', 1], ['a text', 'alpha'], ['NaN', NaN],
];

/** Calls a function; a session that it begins is ended at once. */
function answer(name, request) {
  const {session, ...result} = core[name](request);
  if (session !== undefined) assert.equal(core[name.replace('Begin', 'End')](session).ok, true);
  return result;
}

for (const [name, fields] of Object.entries(catalog.requests)) {
  const call = (request) => answer(name, request);

  test(`${name}: everything has a default`, () => {
    const plain = JSON.stringify(call({}));
    assert.equal(JSON.parse(plain).ok, true);
    for (const field of fields) {
      assert.equal(JSON.stringify(call({[field.name]: undefined})), plain, field.name);
      assert.equal(JSON.stringify(call({[field.name]: field.initial})), plain, field.name);
    }
  });

  for (const field of fields) {
    test(`${name}: ${field.name} is checked`, () => {
      const refuse = (list) => {
        for (const [what, value] of list) refused(call({[field.name]: value}), field.name, `${field.name} = ${what}`);
      };
      const allow = (list) => {
        for (const value of list) {
          const result = call({[field.name]: value});
          if (result.ok) continue;
          // Fields that are valid each by itself are then checked together: which is at fault is another field,
          // or the end of a range.
          assert.ok(result.field !== field.name || ['to', 'row'].includes(field.name), `${field.name} = ${value}: ${JSON.stringify(result)}`);
          assert.ok(fields.some((other) => other.name === result.field), result.field);
          refused(result, result.field, `${field.name} = ${value}`);
        }
      };
      if (field.type === 'parameters') refuse(badObjects);
      else if (field.choices.length > 0) {
        refuse(badTexts);
        allow(field.choices.map(({id}) => id));
      } else {
        refuse(badNumbers(field));
        allow([field.min, field.max, field.initial]);
      }
    });
  }

  test(`${name}: a field that does not exist is named`, () => {
    for (const wrong of ['no_such_field', 'Activation', '', ' ', 'ok', 'constructor', '激活函数']) {
      refused(call({[wrong]: 1}), wrong, wrong);
    }
    refused(call(JSON.parse('{"__proto__": 1}')), '__proto__', 'own __proto__');
    const long = call({['激活'.repeat(1e5)]: 1});
    assert.equal(long.ok, false);
    assert.ok(long.field.length < 50 && !long.field.includes('\ufffd'), long.field);
  });

  test(`${name}: a request is an object`, () => {
    for (const [what, value] of [...oddities(), ['undefined', undefined], ['a number', 3], ['a text', 'x'], ['NaN', NaN]]) {
      refused(call(value), 'request', what);
    }
    const wide = Object.fromEntries(Array.from({length: 1e5}, (_, i) => [`field${i}`, i]));
    refused(call(wide), 'request', 'an object with 100000 fields');
  });

  test(`${name}: only own, plain fields count`, () => {
    const plain = JSON.stringify(call({}));
    assert.equal(JSON.stringify(call(Object.create({no_such_field: 1}))), plain, 'inherited');
    assert.equal(JSON.stringify(call(Object.create(null))), plain, 'no prototype');
    assert.equal(JSON.stringify(call({[Symbol('s')]: 1})), plain, 'a symbol as name');
    for (const field of fields) {
      const withGetter = {get [field.name]() { throw new Error('a getter ran'); }};
      refused(call(withGetter), field.name, 'a getter');
    }
  });

  test(`${name}: objects without end are refused`, {timeout: 10_000}, () => {
    const cycle = {};
    cycle[fields[0].name] = cycle;
    refused(call(cycle), fields[0].name, 'a cycle');
    const bush = {};
    for (let i = 0; i < 64; ++i) bush[`branch${i}`] = bush;
    refused(call(bush), 'branch0', 'a cycle with many branches');
  });

  test(`${name}: an exception of the caller's own proxy harms nothing`, () => {
    const proxy = new Proxy({}, {ownKeys() { throw new Error('mine'); }});
    assert.throws(() => call(proxy), /mine/);
    assert.equal(call({}).ok, true);
  });
}

for (const {id, parameters} of catalog.activations) {
  test(`parameters of ${id} are checked`, () => {
    const evaluate = (values) => core.evaluate({activation: id, parameters: values});
    refused(evaluate({no_such_parameter: 1}), 'no_such_parameter', 'unknown');
    for (const p of parameters) {
      for (const [what, value] of badNumbers({...p, type: 'real'})) {
        refused(evaluate({[p.name]: value}), p.name, `${p.name} = ${what}`);
      }
    }
    const all = (end) => evaluate(Object.fromEntries(parameters.map((p) => [p.name, p[end]])));
    for (const end of ['min', 'max', 'initial']) assert.equal(all(end).ok, true, end);
    assert.deepEqual(all('initial'), evaluate({}));
  });
}

test('parameters deep down are refused', () => {
    let deep = {};
    for (let i = 0; i < 1e5; ++i) deep = {parameters: deep};
    refused(core.evaluate({activation: 'elu', parameters: {alpha: deep}}), 'alpha', 'deep');
});

test('parameters that must ascend are checked against each other', () => {
  refused(core.evaluate({activation: 'rrelu', parameters: {lower: 0.4, upper: 0.2}}), 'lower', 'RReLU');
});

for (const [name, field] of [
  ['runGolden', {name: 'index', type: 'integer', min: 0, max: core.coreInfo().golden_count - 1}],
  ['fingerprints', {name: 'step', type: 'integer', min: 1, max: 4294967295}],
]) {
  test(`${name}: its number is checked`, () => {
    for (const [what, value] of badNumbers(field)) refused(core[name](value), field.name, what);
    assert.equal(core[name](field.max).ok, true);
    assert.equal(core[name](undefined).ok, true);
  });
}

test('sessions are numbers that were given and not taken back', () => {
  const alone = (session) => session, named = (session) => ({session});
  for (const [name, request] of [
    ['bandAdvance', alone], ['bandEnd', alone], ['trainReport', alone], ['trainEnd', alone],
    ['trainAdvance', named], ['trainBoundary', named], ['trainPredictions', named],
  ]) {
    for (const [kind, value] of [...badNumbers({min: 1, max: 1e15, type: 'integer'}), ['undefined', undefined]]) {
      refused(core[name](request(value)), 'session', `${name} of ${kind}`);
    }
  }
});

test('the fields of a request about a run are checked', () => {
  const {session} = core.trainBegin({});
  for (const [name, field] of [
    ['trainAdvance', {name: 'steps', type: 'integer', min: 1, max: 100000}],
    ['trainBoundary', {name: 'at_step', type: 'integer', min: -1, max: 2 ** 53 - 1}],
    ['trainBoundary', {name: 'columns', type: 'integer', min: 2, max: 256}],
    ['trainBoundary', {name: 'draw', type: 'integer', min: 0, max: 1e6}],
    ['trainPredictions', {name: 'at_step', type: 'integer', min: -1, max: 2 ** 53 - 1}],
  ]) {
    for (const [what, value] of badNumbers(field)) {
      if (value === field.max + 1 && field.max > 2 ** 52) continue;  // 2^53, which is that maximum plus one
      refused(core[name]({session, [field.name]: value}), field.name, `${name} with ${field.name} = ${what}`);
    }
  }
  for (const [what, value] of badTexts) refused(core.trainBoundary({session, mode: value}), 'mode', what);
  refused(core.trainBoundary({session, at_step: 7}), 'at_step', 'a step that was not kept');
  assert.equal(core.trainEnd(session).ok, true);
});

test('images: only bytes of the right form are taken', () => {
  const good = someImages();
  const changed = (at, value) => Object.assign(someImages(), {[at]: value});
  for (const [what, bytes] of [
    ...oddities(), ['a number', 3], ['a text', 'x'], ['an object', {}], ['other numbers', new Float64Array(9)], ['a buffer', good.buffer],
    ['none', new Uint8Array(0)], ['half a head', good.slice(0, 5)], ['one too few', good.slice(0, -1)], ['too many', new Uint8Array(2 ** 20 + 1)],
    ['an odd side', changed(0, 7)], ['no side', changed(0, 0)], ['a long side', changed(0, 18)], ['no classes', changed(1, 0)],
    ['many classes', changed(1, 17)], ['no training images', someImages({train: 0})], ['no test images', someImages({test: 0})],
    ['a label that is no class', changed(good.length - 1, 4)],
  ]) refused(core.loadImages(bytes), 'bytes', what);
  assert.deepEqual(core.loadImages(good), {ok: true, side: 8, classes: 4, train: 40, test: 12});
});

test('messages say what is allowed, in both languages', () => {
  const {message} = core.sampleCurve({count: 1000000});
  assert.equal(message.en, 'count must be a whole number from 2 to 4096, not 1000000.');
  assert.equal(message.zh, 'count 应为 2 到 4096 之间的整数，而不是 1000000。');
  assert.match(core.evaluate({x: '3'}).message.en, /not a value of type string/);
});

test('the limits in the messages are written out', () => {
  for (const [result, limit] of [
    [core.gradientFlow({depth: 100, width: 512}), 2 ** 24], [core.gradientFlow({depth: 64, width: 512, batch: 256}), 2 ** 29],
    [core.gradientFlow({depth: 50, width: 512, initialisation: 'orthogonal'}), 2 ** 29],
    [core.selfNormalisation({depth: 100, width: 512, batch: 256}), 2 ** 29],
    [core.trainBegin({depth: 50, width: 256}), 2 ** 18], [core.trainBegin({depth: 3, width: 256, batch: 2000}), 2 ** 24],
    [core.speed({work: 'dense_layer', inputs: 1024, rounds: 32768}), 2 ** 27], [core.loadImages(null), 2 ** 20],
  ]) {
    for (const text of [result.message.en, result.message.zh]) assert.match(text, new RegExp(`\\b${limit}\\b`));
  }
});

test('a request too large to run names the field to lower', () => {
  refused(core.gradientFlow({depth: 100, width: 512}), 'width', 'weights');
  refused(core.gradientFlow({depth: 64, width: 512, batch: 256}), 'batch', 'products');
});

test('a training with as many orthogonal weights as there may be is not too large', () => {
  const {ok, session} = core.trainBegin({initialisation: 'orthogonal', depth: 4, width: 256});
  assert.equal(ok, true);
  assert.equal(core.trainEnd(session).ok, true);
});

test('a training too large to run names the field to lower', () => {
  refused(core.trainBegin({depth: 50, width: 256}), 'width', 'weights');
  refused(core.trainBegin({depth: 3, width: 256, batch: 2000}), 'batch', 'products');
  refused(core.trainBegin({normalisation: 'batch', batch: 1}), 'batch', 'batch normalisation of one example');
  refused(core.trainBegin({activation: 'rrelu', parameters: {lower: 0}, rrelu: 'paper'}), 'rrelu', '1/0');
  const {session} = core.trainBegin({depth: 5, width: 200});
  const tooFine = core.trainBoundary({session, columns: 256});
  refused(tooFine, 'columns', 'a fine boundary of a large network');
  const parameters = (2 * 200 + 200) + 4 * (200 * 200 + 200) + (200 + 1);
  const most = Math.floor(Math.sqrt(2 ** 29 / parameters));
  assert.equal(tooFine.message.en, `columns must not exceed ${most} for this network.`);
  assert.equal(tooFine.message.zh, `对于此网络，columns 不得超过 ${most}。`);
  refused(core.trainBoundary({session, columns: most + 1}), 'columns', 'one column too many');
  assert.equal(core.trainBoundary({session, columns: most}).values.length, most * most);
  assert.equal(core.trainEnd(session).ok, true);
});
