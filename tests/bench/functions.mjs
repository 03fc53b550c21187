// Every activation function that TensorFlow.js can compute too, over an array: our kernel, a plain JavaScript
// loop and TensorFlow.js with its WASM backend, in one process and in turns. Prints what a float costs us and
// how many times as long the others take, for the value and for value and derivative together; and how far our
// kernel is from the core's own double.
import {load, numbers, timesOf} from './measure.mjs';
import {tf} from './tensorflow.mjs';

const {exp, expm1, log1p, tanh, max, abs} = Math;
const logistic = (x) => 1 / (1 + exp(-x));
const softplus = (x) => max(x, 0) + log1p(exp(-abs(x)));
const alpha = 1.6732632423543772, lambda = 1.0507009873554805;
/** Abramowitz & Stegun 7.1.26: what a short program writes. */
function erf(x) {
  const t = 1 / (1 + 0.3275911 * abs(x));
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return (x < 0 ? -1 : 1) * (1 - tail * exp(-x * x));
}
const cdf = (x) => 0.5 * (1 + erf(x * Math.SQRT1_2));
const tail = (x) => tanh(softplus(x));

/** f and f' as one would write them in a loop, and f in TensorFlow.js. */
const functions = {
  sigmoid: [logistic, (x) => logistic(x) * (1 - logistic(x)), tf.sigmoid],
  tanh: [tanh, (x) => 1 - tanh(x) ** 2, tf.tanh],
  relu: [(x) => max(x, 0), (x) => (x > 0 ? 1 : 0), tf.relu],
  leaky_relu: [(x) => (x > 0 ? x : 0.01 * x), (x) => (x > 0 ? 1 : 0.01), (x) => tf.leakyRelu(x, 0.01)],
  elu: [(x) => (x > 0 ? x : expm1(x)), (x) => (x > 0 ? 1 : exp(x)), tf.elu],
  selu: [(x) => lambda * (x > 0 ? x : alpha * expm1(x)), (x) => lambda * (x > 0 ? 1 : alpha * exp(x)), tf.selu],
  gelu: [(x) => x * cdf(x), (x) => cdf(x) + x * 0.3989422804014327 * exp(-0.5 * x * x),
    (x) => x.mul(x.mul(Math.SQRT1_2).erf().add(1).mul(0.5))],
  silu: [(x) => x * logistic(x), (x) => logistic(x) * (1 + x * (1 - logistic(x))), (x) => x.mul(tf.sigmoid(x))],
  mish: [(x) => x * tail(x), (x) => tail(x) + x * logistic(x) * (1 - tail(x) ** 2), (x) => x.mul(tf.tanh(tf.softplus(x)))],
  softplus: [softplus, logistic, tf.softplus],
};
const work = 400000;  // floats in one measurement

const core = await load('core');
/** The largest difference between the kernel and the core's double formula, from −8 to 8. */
function worstError(bench, activation) {
  const curve = core.sampleCurve({activation, from: -8, to: 8, count: 4001});
  bench.prepareActivation(activation, true, Float32Array.from(curve.x));
  bench.run(1);
  // What lies beside a kink at 0 becomes 0 itself as a float.
  const counts = (x) => x === 0 || Math.fround(x) !== 0;
  const worst = (ours, exact) => ours.reduce((most, y, i) => (counts(curve.x[i]) ? max(most, abs(y - exact[i])) : most), 0);
  return max(worst(bench.output(), curve.f), worst(bench.derivative(), curve.df));
}

const bench = await load('bench');
const repeat = (times, run) => () => { for (let i = 0; i < times; ++i) run(); };
console.log('                     value                          value and derivative          largest');
console.log('function        N    ns/float  plain JS  tfjs-wasm  ns/float  plain JS  tfjs-wasm  error');
for (const n of [1000, 100000]) {
  const x = numbers(n).map((t) => 8 * t), y = new Float32Array(n), dy = new Float32Array(n);
  const tensor = tf.tensor1d(x), ones = tf.onesLike(tensor), times = work / n;
  for (const [id, [f, df, op]] of Object.entries(functions)) {
    const [value, both] = [await load('bench'), await load('bench')];
    value.prepareActivation(id, false, x);
    both.prepareActivation(id, true, x);
    const gradient = tf.grad(op);
    const ms = timesOf({
      value: () => value.run(times),
      both: () => both.run(times),
      plain: repeat(times, () => { for (let i = 0; i < n; ++i) y[i] = f(x[i]); }),
      plainBoth: repeat(times, () => { for (let i = 0; i < n; ++i) { y[i] = f(x[i]); dy[i] = df(x[i]); } }),
      peer: repeat(times, () => tf.tidy(() => { op(tensor); })),
      peerBoth: repeat(times, () => gradient(tensor, ones).dispose()),
    }, {rounds: 15, warm_up: 4});
    const ns = (run) => (ms[run] * 1e6 / work).toFixed(2).padStart(8);
    const ratio = (rival, run) => (ms[rival] / ms[run]).toFixed(2).padStart(8);
    console.log(`${id.padEnd(11)}${String(n).padStart(7)}  ${ns('value')} ${ratio('plain', 'value')} ${ratio('peer', 'value')}     `
      + `${ns('both')} ${ratio('plainBoth', 'both')} ${ratio('peerBoth', 'both')}     ${worstError(bench, id).toExponential(1)}`);
  }
}
