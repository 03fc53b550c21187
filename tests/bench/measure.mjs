// What every benchmark does: load our modules, run rivals in turns, take medians.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const folder = new URL('../../build/wasm/', import.meta.url);

/** A fresh instance of build/wasm/NAME: 'core', or 'bench', which holds one piece of work. */
export const load = (name) =>
  require(new URL(`${name}.js`, folder).pathname)({wasmBinary: readFileSync(new URL(`${name}.wasm`, folder))});

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Milliseconds of processor time that this process has used: other programs do not stretch it. */
function processorTime() {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The median processor time of each run in milliseconds. They are run in turns, so that what slows the machine down
 * slows all of them; the first rounds, which are still being compiled, do not count.
 */
export function timesOf(runs, {rounds = 21, warm_up = 5} = {}) {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < warm_up + rounds; ++round) {
    for (const [name, run] of Object.entries(runs)) {
      const start = processorTime();
      run();
      if (round >= warm_up) times[name].push(processorTime() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** Numbers between −1 and 1, the same in every run. */
export function numbers(count) {
  let state = 1;
  return Float32Array.from({length: count}, () => (state = (state * 16807) % 2147483647) / 1073741823.5 - 1);
}
