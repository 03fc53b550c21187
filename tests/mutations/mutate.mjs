// Breaks each formula of mutations.mjs in a copy of the sources, builds the native tests there and
// shows which test notices. Fails if one goes unnoticed, or if its text is no longer in the file.
//
//   node tests/mutations/mutate.mjs [part of a file's name]
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {mutations} from './mutations.mjs';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'actlab-mutations-'));
const build = join(copy, 'build');

function run(command, args) {
  return spawnSync(command, args, {cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28});
}

/** The names of the failed test cases; null if the tests do not build. */
function failedTests() {
  const built = run('cmake', ['--build', build, '--target', 'core_tests']);
  if (built.status !== 0) return null;
  const tests = run(join(build, 'core_tests'), ['[network]~[slow],[theory]~[slow],[labs]~[slow],[claims]~[slow]', '--reporter', 'xml']);
  const failed = [...tests.stdout.matchAll(/<TestCase name="([^"]*)"[\s\S]*?<OverallResult success="(true|false)"/g)];
  const names = failed.filter(([, , success]) => success === 'false').map(([, name]) => name);
  return names.length > 0 || tests.status === 0 ? names : ['(the tests broke off)'];
}

for (const path of ['CMakeLists.txt', 'CMakePresets.json', 'cpp', 'build-scripts', 'tests/native', 'tests/reference', 'tests/bench/native.cpp', 'tests/bench/training_step.hpp']) {
  mkdirSync(join(copy, path, '..'), {recursive: true});
  cpSync(join(root, path), join(copy, path), {recursive: true});
}
const configured = run('cmake', ['--compile-no-warning-as-error', '-S', copy, '-B', build, `-DCMAKE_PREFIX_PATH=${join(root, '.deps/usr')}`]);
if (configured.status !== 0) throw new Error(configured.stderr);
const unbroken = failedTests();
if (unbroken === null || unbroken.length > 0) throw new Error(`The tests fail as they are: ${unbroken ?? 'no build'}`);

let unnoticed = 0;
for (const [file, text, replacement] of mutations.filter(([file]) => file.includes(process.argv[2] ?? ''))) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const places = source.split(text).length - 1;
  let verdict;
  if (places !== 1) {
    verdict = `NOT MADE: the text stands there ${places} times`;
  } else {
    writeFileSync(path, source.replace(text, () => replacement));
    const failed = failedTests();
    writeFileSync(path, source);
    verdict = failed === null ? 'NOT MADE: it does not compile' : failed[0] ? `noticed by "${failed[0]}"` : 'UNNOTICED';
  }
  if (!verdict.startsWith('noticed')) ++unnoticed;
  console.log(`${file}: ${text}  ->  ${replacement || '(nothing)'}\n    ${verdict}`);
}
rmSync(copy, {recursive: true});
console.log(`${mutations.length} formulas, ${unnoticed} of them broken without a test that notices`);
process.exitCode = unnoticed > 0 ? 1 : 0;
