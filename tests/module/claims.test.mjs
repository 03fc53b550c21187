// Each claim, run by the module: the verdict stands, and the numbers are those of the native build.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import test from 'node:test';
import {bits, loadCore, nativeClaimValues} from './core.mjs';

const core = await loadCore();
const {claims} = core.catalog();
const lines = [];

for (const {id, kind, rows} of claims) {
  test(`${id} holds`, (t) => {
    const start = process.cpuUsage();
    const run = core.runClaim({claim: id});
    const {user, system} = process.cpuUsage(start);
    const milliseconds = (user + system) / 1000;
    t.diagnostic(`${id}: ${milliseconds.toFixed(0)} ms`);
    assert.ok(milliseconds < 3000, `${milliseconds} ms of processor time`);
    assert.deepEqual([run.ok, run.kind, run.rows.length], [true, kind, rows.length]);
    for (const row of run.rows) assert.ok(row.within, JSON.stringify(row));
    assert.equal(run.holds, true);
    for (const {name, value} of run.rows) lines.push(`${bits(value)}  ${id} ${name}`);
  });
}

test('a claim is true, conditional or false, and each kind of verdict occurs', () => {
  assert.deepEqual([...new Set(claims.map(({verdict}) => verdict))].sort(), ['conditional', 'false', 'true']);
  assert.ok(claims.length >= 40, `${claims.length} claims`);
});

test('the module and the native build give every claim the same bits', {
  skip: !existsSync(nativeClaimValues) && 'the native build is not there: cmake --preset native && cmake --build --preset native',
}, () => {
  const native = execFileSync(nativeClaimValues, {encoding: 'utf8'}).trimEnd().split('\n');
  assert.equal(lines.length, native.length);
  assert.equal(lines.find((line, i) => line !== native[i]), undefined, 'the first that differs');
});
