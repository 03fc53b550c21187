// The gradient lab's pass (forward, backward, all statistics) beside TensorFlow.js with its WASM
// backend, which only runs forward and backward: 50 tanh layers of 128 units on 128 examples, in one
// process, in turns, the weights drawn beforehand. Prints ratios of medians.
import {timesOf, verdict} from './measure.mjs';

const depth = 50, width = 128, batch = 128;

export async function gradientPass({load, quiet, tf}) {
  const x = tf.randomNormal([batch, width]), g = tf.randomNormal([batch, width]);
  const weights = Array.from({length: depth}, () => tf.randomNormal([width, width], 0, Math.sqrt(1 / width)));
  const gradients = tf.grads((...w) => tf.sum(tf.mul(w.reduce((h, layer) => tf.tanh(tf.matMul(h, layer)), x), g)));

  function tensorflow() {
    const results = gradients(weights);
    results[0].dataSync();
    results.forEach((tensor) => tensor.dispose());
  }
  /** Our pass: a module of the benchmark for each, since it holds one piece of work. */
  async function ours(change) {
    const request = {activation: 'tanh', depth, width, batch, gain: 1, ...change};
    const bench = await load('bench');
    bench.prepareGradientPass(request.activation, request.depth, request.width, request.batch, request.gain);
    return () => bench.run(1);
  }
  const core = await load('core');
  function wholeRequest() {
    const result = core.gradientFlow({activation: 'tanh', initialisation: 'lecun_uniform', depth, width, batch});
    if (!result.ok) throw new Error(result.message.en);
  }

  const time = await timesOf(quiet, {
    'TensorFlow.js, WASM backend': tensorflow,
    'ours': await ours({}),
    'ours, gradients vanish': await ours({activation: 'sigmoid'}),
    'ours, activations vanish too': await ours({gain: 0.1}),
    'ours, depth 6, width 64': await ours({depth: 6, width: 64}),
    'ours, depth 6, width 512': await ours({depth: 6, width: 512}),
    'ours, as the page asks for it': wholeRequest,
  });
  for (const [name, ms] of Object.entries(time)) console.log(`${name.padEnd(30)} ${ms.toFixed(2).padStart(8)} ms`);

  const faster = time['TensorFlow.js, WASM backend'] / time.ours;
  console.log(`TensorFlow.js takes times as long: ${faster.toFixed(2)} (bar: at least 8; reached: ${verdict(faster, 8)})`);
  const ratio = (label, a, b, bar) => console.log(`${label}: ${(time[a] / time[b]).toFixed(2)} (bar: ${bar})`);
  ratio('vanishing gradients take times as long', 'ours, gradients vanish', 'ours', 'about 1');
  ratio('vanishing activations, in float32 without flush-to-zero', 'ours, activations vanish too', 'ours', 'none; it depends on the processor');
  ratio('width 512 takes times as long as width 64', 'ours, depth 6, width 512', 'ours, depth 6, width 64', 'at most 73.6');
}
