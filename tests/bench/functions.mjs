// The activation functions over an array: our kernel, a plain JavaScript loop, TensorFlow.js with its WASM backend
// and ONNX Runtime Web. Prints what a float costs us, and how many times as long the others take, for the value and
// for value and derivative together; and how far our kernel is from the core's own double.
import {numbers, print, timesOf, verdict} from './measure.mjs';
import {model} from './onnx.mjs';

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
const root = Math.SQRT1_2, density = 0.3989422804014327;

/**
 * Of each function f and f' as one would write them in a loop, f in TensorFlow.js, the nodes of f and those that f'
 * adds in ONNX, and the ratio to the fastest peer that we want: of the value, and of value and derivative.
 */
const table = {
  sigmoid: {
    f: logistic, df: (x) => logistic(x) * (1 - logistic(x)), tf: (tf) => tf.sigmoid, bars: [1, 1.6],
    onnx: [['Sigmoid', ['x'], 'y']], slope: [['Mul', ['y', 'y'], 'square'], ['Sub', ['y', 'square'], 'dy']],
  },
  tanh: {
    f: tanh, df: (x) => 1 - tanh(x) ** 2, tf: (tf) => tf.tanh, bars: [1.5, 1.6],
    onnx: [['Tanh', ['x'], 'y']], slope: [['Mul', ['y', 'y'], 'square'], ['Sub', [1, 'square'], 'dy']],
  },
  relu: {
    f: (x) => max(x, 0), df: (x) => (x > 0 ? 1 : 0), tf: (tf) => tf.relu, bars: [1, 4],
    onnx: [['Relu', ['x'], 'y']], slope: [['Sign', ['y'], 'dy']],
  },
  leaky_relu: {
    f: (x) => (x > 0 ? x : 0.01 * x), df: (x) => (x > 0 ? 1 : 0.01), tf: (tf) => (x) => tf.leakyRelu(x, 0.01), bars: [1.5, 4],
    onnx: [['LeakyRelu', ['x'], 'y', {alpha: 0.01}]], slope: [['Greater', ['x', 0], 'right'], ['Where', ['right', 1, 0.01], 'dy']],
  },
  elu: {
    f: (x) => (x > 0 ? x : expm1(x)), df: (x) => (x > 0 ? 1 : exp(x)), tf: (tf) => tf.elu, bars: [1, 1.6],
    onnx: [['Elu', ['x'], 'y']], slope: [['Min', ['y', 0], 'left'], ['Add', ['left', 1], 'dy']],
  },
  selu: {
    f: (x) => lambda * (x > 0 ? x : alpha * expm1(x)), df: (x) => lambda * (x > 0 ? 1 : alpha * exp(x)), tf: (tf) => tf.selu,
    bars: [3, 3], onnx: [['Selu', ['x'], 'y']],
    slope: [['Greater', ['x', 0], 'right'], ['Add', ['y', lambda * alpha], 'left'], ['Where', ['right', lambda, 'left'], 'dy']],
  },
  gelu: {
    f: (x) => x * cdf(x), df: (x) => cdf(x) + x * density * exp(-0.5 * x * x), bars: [2, 3],
    tf: () => (x) => x.mul(x.mul(root).erf().add(1).mul(0.5)), onnx: [['Gelu', ['x'], 'y']],
    both: [
      ['Mul', ['x', root], 't'], ['Erf', ['t'], 'erf'], ['Mul', ['erf', 0.5], 'half'], ['Add', ['half', 0.5], 'cdf'], ['Mul', ['x', 'cdf'], 'y'],
      ['Mul', ['t', 't'], 'square'], ['Neg', ['square'], 'minus'], ['Exp', ['minus'], 'e'], ['Mul', ['e', density], 'pdf'],
      ['Mul', ['x', 'pdf'], 'turn'], ['Add', ['cdf', 'turn'], 'dy'],
    ],
  },
  silu: {
    f: (x) => x * logistic(x), df: (x) => logistic(x) * (1 + x * (1 - logistic(x))), bars: [1.3, 2.5],
    tf: (tf) => (x) => x.mul(tf.sigmoid(x)), onnx: [['Sigmoid', ['x'], 's'], ['Mul', ['x', 's'], 'y']],
    slope: [['Sub', [1, 's'], 'rest'], ['Mul', ['y', 'rest'], 'turn'], ['Add', ['s', 'turn'], 'dy']],
  },
  mish: {
    f: (x) => x * tail(x), df: (x) => tail(x) + x * logistic(x) * (1 - tail(x) ** 2), bars: [20, 12],
    tf: (tf) => (x) => x.mul(tf.tanh(tf.softplus(x))), onnx: [['Mish', ['x'], 'y']],
    both: [
      ['Softplus', ['x'], 'p'], ['Tanh', ['p'], 't'], ['Mul', ['x', 't'], 'y'], ['Sigmoid', ['x'], 's'], ['Mul', ['t', 't'], 'square'],
      ['Sub', [1, 'square'], 'rest'], ['Mul', ['s', 'rest'], 'turn'], ['Mul', ['x', 'turn'], 'more'], ['Add', ['t', 'more'], 'dy'],
    ],
  },
  softplus: {
    f: softplus, df: logistic, tf: (tf) => tf.softplus, bars: [8, 6],
    onnx: [['Softplus', ['x'], 'y']], slope: [['Sigmoid', ['x'], 'dy']],
  },
};
/** Floats in one measurement, the same in pieces of N, lest a loop with branches learn a short one by heart; ours and the copy are run so many times as often. */
const work = 400000, different = 100000, often = 10;
const withExponential = (id) => !id.includes('relu');
const least_of_plain = 8;  // for those

/** The largest difference between a result and the core's double formula, from −8 to 8. */
function worst(curve, exact, result) {
  // What lies beside a kink at 0 becomes 0 itself as a float.
  const counts = (x) => x === 0 || Math.fround(x) !== 0;
  return result.reduce((most, y, i) => (counts(curve.x[i]) ? max(most, abs(y - exact[i])) : most), 0);
}

/** A loop of its own for each function: one that calls several is compiled for none of them, and takes up to three times as long. */
const plainLoop = (f, y, df, dy) => new Function('f', 'y', 'df', 'dy',
  `return (x) => { for (let i = 0; i < x.length; ++i) { y[i] = f(x[i]); ${df ? 'dy[i] = df(x[i]);' : ''} } };`)(f, y, df, dy);

export async function functions({load, quiet, tf, ort}) {
  const core = await load('core');
  const copy = await load('bench');
  const session = (nodes, n, outputs) => ort.InferenceSession.create(
    model(nodes, {x: [n]}, Object.fromEntries(outputs.map((name) => [name, [n]]))), {executionProviders: ['wasm']});
  const onnxTensor = (x) => new ort.Tensor('float32', x, [x.length]);

  const rows = {value: [], 'value and derivative': []};
  for (const n of [1000, 100000]) {
    const x = numbers(different).map((t) => 8 * t), y = new Float32Array(n), dy = new Float32Array(n);
    const pieces = Array.from({length: different / n}, (_, i) => x.subarray(i * n, (i + 1) * n));
    const tensors = pieces.map((piece) => tf.tensor1d(piece)), ones = tf.onesLike(tensors[0]), feeds = pieces.map((piece) => ({x: onnxTensor(piece)}));
    const times = work / n;
    /** Calls it with each piece in turn. */
    const over = (list, run) => () => { for (let i = 0; i < times; ++i) run(list[i % list.length]); };
    copy.prepareCopy(n);
    for (const [id, {f, df, tf: inTensorFlow, onnx, slope, both, bars}] of Object.entries(table)) {
      const [ours, oursBoth] = [await load('bench'), await load('bench')];
      const op = inTensorFlow(tf), gradient = tf.grad(op), nodesOfBoth = both ?? [...onnx, ...slope];

      // All compute the same function.
      const curve = core.sampleCurve({activation: id, from: -8, to: 8, count: 4001});
      const points = Float32Array.from(curve.x);
      oursBoth.prepareActivation(id, true, points, points.length);
      oursBoth.run(1);
      const error = max(worst(curve, curve.f, oursBoth.output()), worst(curve, curve.df, oursBoth.derivative()));
      const pointsOfOnnx = {x: onnxTensor(points)};
      const onnxValue = await (await session(onnx, points.length, ['y'])).run(pointsOfOnnx);
      const onnxBoth = await (await session(nodesOfBoth, points.length, ['y', 'dy'])).run(pointsOfOnnx);
      const tensorOfPoints = tf.tensor1d(points);
      for (const [peer, exact, result] of [
        ['ONNX', curve.f, onnxValue.y.data], ['ONNX', curve.f, onnxBoth.y.data], ['ONNX', curve.df, onnxBoth.dy.data],
        ['TensorFlow.js', curve.f, op(tensorOfPoints).dataSync()],
      ]) {
        if (!(worst(curve, exact, result) < 1e-3)) throw new Error(`${peer} computes another ${id}`);
      }

      ours.prepareActivation(id, false, x, n);
      oursBoth.prepareActivation(id, true, x, n);
      const [valueSession, bothSession] = [await session(onnx, n, ['y']), await session(nodesOfBoth, n, ['y', 'dy'])];
      const inOnnx = (s) => async () => { for (let i = 0; i < times; ++i) await s.run(feeds[i % feeds.length]); };
      const ms = await timesOf(quiet, {
        copy: () => copy.run(often * times),
        ours: () => ours.run(often * times),
        oursBoth: () => oursBoth.run(often * times),
        plain: over(pieces, plainLoop(f, y)),
        plainBoth: over(pieces, plainLoop(f, y, df, dy)),
        tensorflow: over(tensors, (tensor) => tf.tidy(() => { op(tensor); })),
        tensorflowBoth: over(tensors, (tensor) => gradient(tensor, ones).dispose()),
        onnx: inOnnx(valueSession),
        onnxBoth: inOnnx(bothSession),
      }, {rounds: 15, warm_up: 4});
      await valueSession.release();
      await bothSession.release();
      for (const [kind, suffix, bar] of [['value', '', bars[0]], ['value and derivative', 'Both', bars[1]]]) {
        const own = ms[`ours${suffix}`] / often, copied = ms.copy / often;
        const [plain, tensorflow, onnxRatio] = ['plain', 'tensorflow', 'onnx'].map((rival) => ms[rival + suffix] / own);
        const ratio = Math.min(tensorflow, onnxRatio);
        const reached = ratio >= bar && (!withExponential(id) || plain >= least_of_plain);
        rows[kind].push([id, n, (own * 1e6 / work).toFixed(2), (copied / own).toFixed(2), plain.toFixed(1), tensorflow.toFixed(2),
          onnxRatio.toFixed(2), bar, verdict(reached ? 1 : 0, 1), error.toExponential(1)]);
      }
    }
  }
  for (const [kind, list] of Object.entries(rows)) {
    console.log(`${kind}: ns per float, a copy's share of it; how many times as long a plain JavaScript loop and the peers take`);
    print(['function', 'N', 'ns', 'copy', 'plain JS', 'tfjs-wasm', 'onnxruntime', 'bar', 'reached', 'error'], list);
  }
}
