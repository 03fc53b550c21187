// A step of gradient descent beside the same step over typed arrays in plain JavaScript (2-8-8-8-8-1, batch 10) and
// beside TensorFlow.js with its WASM backend: 64-128-128-10 with batch 64, the size of the digits, and 50 layers of
// 128 units with batch 128, also beside the machine's limit. In one process, in turns. Prints ratios of medians.
import {repeat, timesOf, verdict} from './measure.mjs';
import {multiplyAdds} from './products.mjs';

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

/** The same network and optimiser in TensorFlow.js: `activation` in the hidden layers, softmax at the end. */
function tensorflow(tf, sizes, batch, rate, activation) {
  const parameters = sizes.slice(0, -1).flatMap((inputs, l) => [
    tf.variable(tf.randomNormal([inputs, sizes[l + 1]], 0, Math.sqrt(1 / inputs))), tf.variable(tf.zeros([sizes[l + 1]])),
  ]);
  const x = tf.randomNormal([batch, sizes[0]]);
  const labels = tf.oneHot(tf.tensor1d(Array.from({length: batch}, (_, i) => i % sizes.at(-1)), 'int32'), sizes.at(-1));
  const optimiser = tf.train.sgd(rate);
  const loss = () => {
    let h = x;
    for (let l = 0; l < parameters.length; l += 2) {
      const z = tf.add(tf.matMul(h, parameters[l]), parameters[l + 1]);
      h = l + 2 < parameters.length ? activation(z) : z;
    }
    return tf.losses.softmaxCrossEntropy(labels, h);
  };
  return () => {
    optimiser.minimize(loss, false, parameters);
    parameters[0].dataSync();
  };
}

export async function training({load, quiet, tf, images}) {
  const core = await load('core');
  /** Runs steps of a training as the page asks for it. */
  function asked(request) {
    const {session} = core.trainBegin(request);
    return (steps) => core.trainAdvance({session, steps});
  }
  /** Prints how long one of so many steps takes in each, and whether the ratio reaches the bar. */
  async function race(name, rival, {ours, theirs, ...others}, steps, bar) {
    const times = await timesOf(quiet, {ours: () => ours(steps), theirs: repeat(steps, theirs), ...others}, {rounds: 31});
    const ratio = times.theirs / times.ours;
    const microseconds = (ms) => `${(1000 * ms / steps).toFixed(2)} µs`;
    console.log(`${name}: ${microseconds(times.ours)} a step, ${rival} ${microseconds(times.theirs)}: ${ratio.toFixed(1)} times as fast (bar: ${bar}; reached: ${verdict(ratio, bar)})`);
    return times;
  }

  const sgd = {optimiser: 'sgd', rate: 0.01};
  await race('2-8-8-8-8-1, batch 10', 'plain JavaScript', {
    ours: asked({...sgd, activation: 'tanh', initialisation: 'lecun_normal', depth: 4, width: 8, batch: 10}),
    theirs: plainJavaScript([2, 8, 8, 8, 8, 1], 10, 0.01),
  }, 1000, 8);

  if (images) {
    core.loadImages(images);
    await race('64-128-128-10, batch 64', 'TensorFlow.js', {
      ours: asked({...sgd, data: 'images', activation: 'relu', depth: 2, width: 128, batch: 64}),
      theirs: tensorflow(tf, [64, 128, 128, 10], 64, 0.01, tf.relu),
    }, 20, 5);
  }

  const depth = 50, width = 128, batch = 128, steps = 2;
  const deep = await load('bench');
  deep.prepareTrainingStep('tanh', depth, width, batch);
  const limit = await multiplyAdds(load);
  const times = await race('50 layers of 128, batch 128', 'TensorFlow.js', {
    ours: (count) => deep.run(count),
    theirs: tensorflow(tf, Array(depth + 1).fill(width), batch, 0.01, tf.tanh),
    limit: limit.run,
  }, steps, 10);
  // Forward, by the weights and by the input, which the first layer does without.
  const flops = (3 * depth - 1) * 2 * batch * width ** 2;
  const least = flops / (limit.flops / times.limit) * steps;
  console.log(`  the limit of its multiply-adds is ${(1000 * least / steps).toFixed(0)} µs: ${(times.ours / least).toFixed(2)} times that (bar: at most 1.5; reached: ${verdict(1.5 * least, times.ours)})`);
}
