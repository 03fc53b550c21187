// The predictions: what the build refuses, and that the core's answer is one choice, whatever the seed.
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import test from 'node:test';
import {readBook} from '../../web/build/article.mjs';
import {staticFigures} from '../../web/build/bundle.mjs';
import {loadCore} from '../../web/build/core.mjs';
import {parseSection} from '../../web/build/content.mjs';
import {answersOf, parsePrediction, placePredictions, questionsOf, readPredictions, renderPrediction} from '../../web/build/predictions.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const core = await loadCore(path('build/wasm'));
const figures = await staticFigures();
const book = readBook(path('web/content'), core, figures);
const predictions = readPredictions(path('web/content/predictions'));

const twins = (en, zh) => `::: en\n${en}\n:::\n::: zh\n${zh}\n:::\n`;
const QUESTION = twins('How steep?', '有多陡？');
const ANSWER = twins('It is {{slope|2}}.', '是 {{slope|2}}。');
const choice = (condition, body = 'So\n是') => `::: choice ${condition}\n${body}\n:::\n`;
const CHOICES = choice('slope < 0.2') + choice('0.2 < slope < 0.3') + choice('0.3 < slope');
const MARK = '::: mark slope from=-4 to=4 within=1\nslope\n斜率\n:::\n';

const HEADER = '---\nvalue slope: sigmoid.df(0)\n---\n';
const render = ({header = HEADER, question = QUESTION, ask = CHOICES, answer = ANSWER} = {}) =>
  renderPrediction('steep', parsePrediction('steep.md', header + question + ask + answer), book);

test('a prediction is a question, choices, and the answer that the core gives', () => {
  const html = render();
  assert.match(html, /class="verdict">.*<strong><span lang="en">So<\/span><span lang="zh">是<\/span><\/strong>/);
  assert.match(html, /It is <span data-value="slope" data-digits="2">0\.25<\/span>/);
  assert.equal(html.match(/<li>/g).length, 3);
});

test('on an axis the answer is a power of ten', () => {
  assert.match(render({ask: MARK}), /class="verdict">.*10<sup><span data-value="slope" data-digits="3">0\.250<\/span><\/sup>/);
});

const refuses = (name, parts, line, words) =>
  test(`the build refuses ${name}`, () => assert.throws(() => render(parts), (error) => {
    assert.ok(error.message.startsWith(`steep.md:${line}: `), error.message);
    assert.match(error.message, words);
    return true;
  }));

refuses('a question without its twin', {question: '::: en\nHow steep?\n:::\n'}, 4, /twin/);
refuses('an answer without its twin', {answer: '::: en\n{{slope|2}}\n:::\n'}, 22, /twin/);
refuses('a choice without its twin', {ask: CHOICES + choice('slope < -9', 'So')}, 23, /twin/);
refuses('twins that name different numbers', {answer: twins('{{slope|2}}', '{{slope|3}}')}, 22, /same numbers/);
refuses('a request that the core refuses', {header: HEADER.replace('sigmoid', 'elu(alpha=-3)')}, 2, /alpha/);
refuses('an unknown function', {header: HEADER.replace('sigmoid', 'no_such')}, 2, /no_such/);
refuses('a value that is not finite', {header: '---\nvalue slope: relu.values.max\n---\n'}, 2, /number/);
refuses('a header that is no value', {header: '---\nslope: sigmoid.df(0)\n---\n'}, 2, /value NAME/);
refuses('an answer outside all choices', {ask: choice('slope < 0.2') + choice('0.3 < slope')}, 10, /outside all choices.*0\.25/);
refuses('an answer that is two choices', {ask: CHOICES + choice('0 < slope')}, 10, /several choices/);
refuses('a condition on what is no value', {ask: choice('height < 1') + choice('1 < slope')}, 10, /height/);
refuses('a condition that compares nothing', {ask: choice('slope') + choice('1 < slope')}, 10, /compares nothing/);
refuses('an answer off the axis', {ask: MARK.replace('from=-4', 'from=1')}, 10, /off the axis/);
refuses('a mark of what is no value', {ask: MARK.replace('slope', 'height')}, 10, /height/);
refuses('an axis without ends', {ask: MARK.replace('to=4', '')}, 10, /from=/);
refuses('a single choice', {ask: choice('0 < slope')}, 1, /two or more choices/);
refuses('an unknown block', {ask: '::: figure curve\n:::\n'}, 10, /figure/);

const TIMED = '---\ntime ratio: zeros_save_time: no_zeros / half_zeros\n---\n';
const RATIOS = choice('ratio < 1.3') + choice('1.3 < ratio');
const timed = {header: TIMED, ask: RATIOS, answer: twins('{{ratio|2}}', '{{ratio|2}}')};
test('a time has no number before it is measured', () => {
  assert.match(render(timed), /class="verdict">[^]*JavaScript[^]*<span data-value="ratio" data-digits="2"><\/span>/);
});
refuses('a time of what is no timed claim', {...timed, header: TIMED.replace('zeros_save_time', 'relu_explodes')}, 2, /relu_explodes/);
refuses('a time of a row that is not there', {...timed, header: TIMED.replace('half_zeros', 'no_such')}, 2, /no_such/);
refuses('a time that is no choice', {...timed, ask: choice('ratio < 1.3') + choice('3 < ratio')}, 10, /outside all choices/);
refuses('a time beside values', {...timed, header: `${TIMED.slice(0, -4)}value slope: sigmoid.df(0)\n---\n`}, 2, /alone/);

const placed = (...ids) => {
  const body = ids.map((id) => `::: predict ${id}\n:::\n`).join('');
  return [parseSection('relu.md', `---\nid: relu\ntitle: {en: ReLU, zh: ReLU}\n---\n${body}`)];
};
const some = new Map([['steep', {file: 'steep.md'}]]);
test('each prediction stands in one place', () => {
  placePredictions(placed('steep'), some);
  assert.throws(() => placePredictions(placed('steep', 'no_such'), some), /^Error: relu.md:7: .*no_such/);
  assert.throws(() => placePredictions(placed('steep', 'steep'), some), /^Error: relu.md:7: .*steep/);
  assert.throws(() => placePredictions(placed(), some), /^Error: steep.md:1: /);
});

/** The same calls with another seed, where there is one. */
const reseeded = ({calls, values}, seed) => ({
  values, calls: calls.map(({name, request}) => ({name, request: request?.seed === undefined ? request : {...request, seed}})),
});

for (const [id, prediction] of predictions) {
  if (prediction.times.length > 0) continue;  // the choices of a time are tested by the build, for any ratio
  test(`${id}: the answer does not hang on the seed`, () => {
    const questions = questionsOf(prediction, core);
    const own = answersOf(prediction, questions, core);
    const random = questions.calls.some(({request}) => request?.seed !== undefined);
    for (const seed of random ? [2, 3, 4, 5] : []) {
      const other = answersOf(prediction, reseeded(questions, seed), core);
      assert.notDeepEqual(other, own, 'another seed, other numbers');
      if (prediction.mark) {
        const {value, from, to, within} = prediction.mark;
        assert.ok(from < other[value] && other[value] < to);
        assert.ok(Math.abs(other[value] - own[value]) < within, `${own[value]} with its seed, ${other[value]} with seed ${seed}`);
      } else {
        const conditions = prediction.choices.map(({holds}) => holds);
        assert.equal(figures.rightChoice(conditions, other), figures.rightChoice(conditions, own), `seed ${seed}`);
      }
    }
  });
}
