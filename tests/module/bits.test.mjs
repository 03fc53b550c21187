// The module's bits are those of the native build.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import test from 'node:test';
import {bits, full, loadCore, nativeFingerprints} from './core.mjs';

const core = await loadCore();
const step = full ? 1021 : 65521;

test('the module and the native build give the same bits', {
  skip: !existsSync(nativeFingerprints) && 'the native build is not there: cmake --preset native && cmake --build --preset native',
}, (t) => {
  const native = execFileSync(nativeFingerprints, [step], {encoding: 'utf8'}).trimEnd().split('\n');
  const lines = core.fingerprints(step).fingerprints.map(({hash, name}) => `${hash}  ${name}`);
  core.gradientFlow({activation: 'sigmoid', initialisation: 'xavier_normal', depth: 50, width: 128, seed: 1})
      .log10_delta.forEach((x, layer) => lines.push(`${bits(x)}  log10_delta of layer ${layer + 1}`));
  assert.equal(lines.length, native.length);
  assert.equal(lines.find((line, i) => line !== native[i]), undefined, 'the first that differs');
  t.diagnostic(`all ${lines.length} are equal, with a step of ${step}`);
});
