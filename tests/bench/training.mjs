// A step of training beside the same step over typed arrays in plain JavaScript (2-8-8-8-8-1, batch 10),
// and beside TensorFlow.js with its WASM backend (64-128-128-10, batch 64, the size of the digits); in one
// process, in turns. Prints ratios of medians.
import {digits} from '../../web/build/digits.mjs';
import {load, timesOf} from './measure.mjs';
import {tf} from './tensorflow.mjs';

const core = await load('core');
core.loadImages(digits());

/** Runs steps of a training of ours. */
function ours(request) {
  const {session} = core.trainBegin(request);
  return (steps) => core.trainAdvance({session, steps});
}

/** tanh layers and a logit, gradient descent on the cross-entropy: what a careful hand writes with typed arrays. */
function plainJavaScript(sizes, batch, rate) {
  const last = sizes.length - 2;
  const layers = sizes.slice(0, -1).map((inputs, l) => ({
    inputs, outputs: sizes[l + 1],
    w: Float32Array.from({length: inputs * sizes[l + 1]}, () => (Math.random() - 0.5) * Math.sqrt(12 / inputs)),
    b: new Float32Array(sizes[l + 1]), h: new Float32Array(batch * sizes[l + 1]), delta: new Float32Array(batch * sizes[l + 1]),
  }));
  const x = Float32Array.from({length: batch * sizes[0]}, () => Math.random() - 0.5);
  const y = Float32Array.from({length: batch}, (_, i) => i % 2);
  return () => {
    let input = x;
    for (let l = 0; l <= last; ++l) {
      const {inputs, outputs, w, b, h} = layers[l];
      for (let e = 0; e < batch; ++e) {
        for (let j = 0; j < outputs; ++j) {
          let z = b[j];
          for (let i = 0; i < inputs; ++i) z += input[e * inputs + i] * w[i * outputs + j];
          h[e * outputs + j] = l === last ? z : Math.tanh(z);
        }
      }
      input = h;
    }
    const top = layers[last];
    for (let e = 0; e < batch; ++e) top.delta[e] = (1 / (1 + Math.exp(-top.h[e])) - y[e]) / batch;
    for (let l = last; l >= 0; --l) {
      const {inputs, outputs, w, b, delta} = layers[l];
      const below = l > 0 ? layers[l - 1] : undefined;
      const h = below ? below.h : x;
      if (below) {
        for (let e = 0; e < batch; ++e) {
          for (let i = 0; i < inputs; ++i) {
            let g = 0;
            for (let j = 0; j < outputs; ++j) g += delta[e * outputs + j] * w[i * outputs + j];
            below.delta[e * inputs + i] = g * (1 - h[e * inputs + i] * h[e * inputs + i]);
          }
        }
      }
      for (let i = 0; i < inputs; ++i) {
        for (let j = 0; j < outputs; ++j) {
          let g = 0;
          for (let e = 0; e < batch; ++e) g += h[e * inputs + i] * delta[e * outputs + j];
          w[i * outputs + j] -= rate * g;
        }
      }
      for (let j = 0; j < outputs; ++j) {
        let g = 0;
        for (let e = 0; e < batch; ++e) g += delta[e * outputs + j];
        b[j] -= rate * g;
      }
    }
  };
}

/** The same network and optimiser in TensorFlow.js. */
function tensorflow(sizes, batch, rate) {
  const parameters = sizes.slice(0, -1).flatMap((inputs, l) => [
    tf.variable(tf.randomNormal([inputs, sizes[l + 1]], 0, Math.sqrt(2 / inputs))), tf.variable(tf.zeros([sizes[l + 1]])),
  ]);
  const x = tf.randomNormal([batch, sizes[0]]);
  const labels = tf.oneHot(tf.tensor1d(Array.from({length: batch}, (_, i) => i % sizes.at(-1)), 'int32'), sizes.at(-1));
  const optimiser = tf.train.sgd(rate);
  const loss = () => {
    let h = x;
    for (let l = 0; l < parameters.length; l += 2) {
      const z = tf.add(tf.matMul(h, parameters[l]), parameters[l + 1]);
      h = l + 2 < parameters.length ? tf.relu(z) : z;
    }
    return tf.losses.softmaxCrossEntropy(labels, h);
  };
  return () => {
    optimiser.minimize(loss, false, parameters);
    parameters[0].dataSync();
  };
}

const repeated = (step, steps) => () => { for (let i = 0; i < steps; ++i) step(); };

/** Prints how long one of so many steps takes in each of the two, and whether the ratio reaches the bar. */
function race(name, rival, {ours, theirs}, steps, bar) {
  const times = timesOf({ours: () => ours(steps), theirs: repeated(theirs, steps)}, {rounds: 31});
  const ratio = times.theirs / times.ours;
  const microseconds = (ms) => `${(1000 * ms / steps).toFixed(2)} µs`;
  console.log(`${name}: ${microseconds(times.ours)} a step, ${rival} ${microseconds(times.theirs)}: ${ratio.toFixed(1)} times as fast (bar: ${bar})`);
  if (ratio < bar) process.exitCode = 1;
}

const sgd = {optimiser: 'sgd', rate: 0.01};
race('2-8-8-8-8-1, batch 10', 'plain JavaScript', {
  ours: ours({...sgd, activation: 'tanh', initialisation: 'lecun_normal', depth: 4, width: 8, batch: 10}),
  theirs: plainJavaScript([2, 8, 8, 8, 8, 1], 10, 0.01),
}, 1000, 8);
race('64-128-128-10, batch 64', 'TensorFlow.js', {
  ours: ours({...sgd, data: 'images', activation: 'relu', depth: 2, width: 128, batch: 64}),
  theirs: tensorflow([64, 128, 128, 10], 64, 0.01),
}, 20, 5);
