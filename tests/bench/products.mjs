// The matrix product beside TensorFlow.js with its WASM backend, ONNX Runtime Web, and the machine's limit:
// multiply-adds in registers. Checked against a double.
import {numbers, print, repeat, timesOf, verdict} from './measure.mjs';
import {model} from './onnx.mjs';

const steps = 600000, flopsOfStep = 2 * 4 * 6;  // prepareMultiplyAdd: 6 chains of products and 6 of sums, of 4 floats
const least = {plain: 1.35, limit: 0.8};

/** The limit: milliseconds of a run to operations in a millisecond. */
export async function multiplyAdds(load) {
  const limit = await load('bench');
  limit.prepareMultiplyAdd(steps);
  return {run: () => limit.run(1), flops: steps * flopsOfStep};
}

/** op(A) op(B) of n × n matrices at row i and column j, in double. */
function entry(a, b, n, transposeA, transposeB, i, j) {
  let sum = 0;
  for (let k = 0; k < n; ++k) sum += (transposeA ? a[k * n + i] : a[i * n + k]) * (transposeB ? b[j * n + k] : b[k * n + j]);
  return sum;
}

export async function products({load, quiet, tf, ort}) {
  const limit = await multiplyAdds(load);
  const rows = [];
  for (const n of [128, 256, 512]) {
    const a = numbers(n * n), b = numbers(n * n).reverse();
    const [ta, tb] = [tf.tensor2d(a, [n, n]), tf.tensor2d(b, [n, n])];
    const onnx = await ort.InferenceSession.create(
      model([['MatMul', ['a', 'b'], 'c']], {a: [n, n], b: [n, n]}, {c: [n, n]}), {executionProviders: ['wasm']});
    const feeds = {a: new ort.Tensor('float32', a, [n, n]), b: new ort.Tensor('float32', b, [n, n])};
    for (const [transposeA, transposeB] of [[false, false], [true, false], [false, true]]) {
      const bench = await load('bench');
      bench.prepareProduct(n, transposeA, transposeB, a, b);
      bench.run(1);
      const c = bench.output();
      for (let i = 0; i < n; i += 37) {
        const exact = entry(a, b, n, transposeA, transposeB, i, n - 1 - i);
        if (Math.abs(c[i * n + n - 1 - i] - exact) > 1e-5 * n) throw new Error(`the product is wrong at row ${i}`);
      }
      const times = Math.round((800 / n) ** 3);  // 4 of the largest: one alone would mostly find its matrices out of the caches
      const ms = await timesOf(quiet, {
        ours: () => bench.run(times),
        limit: limit.run,
        plain: repeat(times, () => tf.matMul(ta, tb).dispose()),
        transposed: repeat(times, () => tf.matMul(ta, tb, transposeA, transposeB).dispose()),
        onnx: async () => { for (let i = 0; i < times; ++i) await onnx.run(feeds); },
      }, {rounds: 15, warm_up: 10});
      const speed = times * 2 * n ** 3 / ms.ours / 1e6, share = speed / (limit.flops / ms.limit / 1e6);
      const reached = Math.min(ms.plain / ms.ours / least.plain, share / least.limit);
      rows.push([n, `${transposeA ? 'Aᵀ' : 'A'} ${transposeB ? 'Bᵀ' : 'B'}`, speed.toFixed(1), share.toFixed(2),
        ...['plain', 'transposed', 'onnx'].map((rival) => (ms[rival] / ms.ours).toFixed(2)), verdict(reached, 1)]);
    }
    await onnx.release();
  }
  console.log(`the matrix product; bars: ${least.limit} of the multiply-adds, ${least.plain} times tfjs-wasm's plain product`);
  print(['n', 'operands', 'GFLOP/s', 'of the limit', 'tfjs-wasm, plain', 'tfjs-wasm, the same operands', 'onnxruntime, plain', 'reached'], rows);
}
