// The handwritten digits as the build makes them: read by the core, and learned by it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {gzipSync} from 'node:zlib';
import {digits} from '../../web/build/digits.mjs';
import {loadCore} from './core.mjs';

const core = await loadCore();
const bytes = digits();
const counts = core.loadImages(bytes);

/** The last report of a run that was measured after each epoch. */
function train(request, epochs) {
  const {session} = core.trainBegin({data: 'images', ...request});
  const {steps_per_epoch: steps} = core.trainAdvance({session, steps: 1});
  core.trainAdvance({session, steps: steps * epochs - 1});
  const report = core.trainReport(session);
  const predictions = core.trainPredictions({session});
  core.trainEnd(session);
  return {...report, ...predictions};
}

test('the digits are few bytes, all ten classes alike', (t) => {
  assert.deepEqual(counts, {ok: true, side: 8, classes: 10, train: 1700, test: 500});
  const size = gzipSync(bytes, {level: 9}).length;
  t.diagnostic(`${size} bytes compressed`);
  assert.ok(size < 30_000);
  const {inputs, train_x: pixels, train_y: labels} = core.sampleData({data: 'images'});
  assert.equal(inputs, 64);
  assert.ok(pixels.every((pixel) => Math.abs(pixel - Math.round(pixel)) < 1e-5 && pixel > -0.5 && pixel < 3.5));
  assert.ok(labels.every((label, i) => label === i % 10));
});

test('a digit is centred: the mean image of each class has its ink in the middle', () => {
  const {train_x: pixels, train_y: labels} = core.sampleData({data: 'images'});
  for (let digit = 0; digit < 10; ++digit) {
    let ink = 0, x = 0, y = 0;
    for (let i = 0; i < pixels.length; ++i) {
      if (labels[Math.floor(i / 64)] !== digit) continue;
      ink += pixels[i];
      x += pixels[i] * (i % 8 - 3.5);
      y += pixels[i] * (Math.floor(i % 64 / 8) - 3.5);
    }
    assert.ok(Math.abs(x / ink) < 0.3 && Math.abs(y / ink) < 0.3, `${digit}: ${x / ink}, ${y / ink}`);
  }
});

test('two layers of ReLU with He learn them to 95 % and better on images they have not seen', (t) => {
  for (let seed = 1; seed <= 5; ++seed) {
    const {test_accuracy: right, predicted} = train({depth: 2, width: 128, batch: 64, optimiser: 'adam', rate: 0.003, seed}, 12);
    t.diagnostic(`seed ${seed}: ${(100 * right).toFixed(1)} %`);
    assert.ok(right >= 0.95);
    const counted = predicted.filter((digit, i) => digit === i % 10).length / 500;
    assert.equal(counted, right);
  }
});

test('ten layers of sigmoid with Xavier stay at chance', () => {
  for (let seed = 1; seed <= 5; ++seed) {
    const {train_accuracy: right, train_loss: loss, log10_delta: delta} = train(
      {activation: 'sigmoid', initialisation: 'xavier_normal', depth: 10, width: 64, batch: 64, optimiser: 'sgd', rate: 0.1, seed}, 6);
    assert.ok(right < 0.15 && Math.abs(loss - Math.LN10) < 0.02, `${right}, ${loss}`);
    assert.ok(delta[9] - delta[0] > 4.5, 'decades lost on the way back');
  }
});
