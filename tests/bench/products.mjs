// The matrix product beside TensorFlow.js with its WASM backend, and beside the machine's limit: multiply-adds
// in registers and a copy of the same memory, all in one process and in turns. Checked against a double.
import {load, numbers, timesOf} from './measure.mjs';
import {tf} from './tensorflow.mjs';

const steps = 100000, flopsOfStep = 2 * 4 * 12;  // prepareMultiplyAdd: 12 chains of 4 floats
const limit = await load('bench');
limit.prepareMultiplyAdd(steps);

/** op(A) op(B) of n × n matrices at row i and column j, in double. */
function entry(a, b, n, transposeA, transposeB, i, j) {
  let sum = 0;
  for (let k = 0; k < n; ++k) sum += (transposeA ? a[k * n + i] : a[i * n + k]) * (transposeB ? b[j * n + k] : b[k * n + j]);
  return sum;
}

console.log('n     operands   GFLOP/s  of the limit  tfjs-wasm takes times as long');
for (const n of [128, 256, 512]) {
  const a = numbers(n * n), b = numbers(n * n).reverse();
  const [ta, tb] = [tf.tensor2d(a, [n, n]), tf.tensor2d(b, [n, n])];
  const plain = () => tf.matMul(ta, tb).dispose();
  for (const [transposeA, transposeB] of [[false, false], [true, false], [false, true]]) {
    const bench = await load('bench');
    bench.prepareProduct(n, transposeA, transposeB, a, b);
    bench.run(1);
    const c = bench.output();
    for (let i = 0; i < n; i += 37) {
      const exact = entry(a, b, n, transposeA, transposeB, i, n - 1 - i);
      if (Math.abs(c[i * n + n - 1 - i] - exact) > 1e-5 * n) throw new Error(`the product is wrong at row ${i}`);
    }
    const times = Math.max(1, Math.round((256 / n) ** 3));
    const repeat = (run) => () => { for (let i = 0; i < times; ++i) run(); };
    const ms = timesOf({ours: repeat(() => bench.run(1)), plain: repeat(plain), limit: () => limit.run(1)});
    const speed = times * 2 * n ** 3 / ms.ours / 1e6;
    const most = steps * flopsOfStep / ms.limit / 1e6;
    const operands = `${transposeA ? 'Aᵀ' : 'A'} ${transposeB ? 'Bᵀ' : 'B'}`;
    console.log(`${String(n).padEnd(6)}${operands.padEnd(10)} ${speed.toFixed(1).padStart(7)}  ${(speed / most).toFixed(2).padStart(12)}  ${(ms.plain / ms.ours).toFixed(2).padStart(8)}`);
  }
}

const floats = 1 << 18;
const copy = await load('bench');
copy.prepareCopy(floats);
const {copied} = timesOf({copied: () => copy.run(10)});
console.log(`limits: multiply-adds ${(steps * flopsOfStep / timesOf({limit: () => limit.run(1)}).limit / 1e6).toFixed(1)} GFLOP/s, copy ${(copied * 1e6 / 10 / floats).toFixed(3)} ns per float`);
