// What every benchmark does, in Node and in a browser's page: run rivals in turns, take medians.

/** Where the time is taken: processor time, which other programs do not stretch, or the page's clock. */
const clock = globalThis.process?.cpuUsage
  ? () => { const {user, system} = process.cpuUsage(); return (user + system) / 1000; }
  : () => performance.now();

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/**
 * The median time of each run in milliseconds; a run may be asynchronous. They are run in turns, so that what slows
 * the machine down slows all of them; the first rounds, which are still being compiled, do not count.
 */
export async function timesOf(runs, {rounds = 21, warm_up = 5} = {}) {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < warm_up + rounds; ++round) {
    for (const [name, run] of Object.entries(runs)) {
      const start = clock();
      const promise = run();
      if (promise) await promise;
      if (round >= warm_up) times[name].push(clock() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

export const repeat = (times, run) => () => { for (let i = 0; i < times; ++i) run(); };

/** Numbers between −1 and 1, the same in every run. */
export function numbers(count) {
  let state = 1;
  return Float32Array.from({length: count}, () => (state = (state * 16807) % 2147483647) / 1073741823.5 - 1);
}

/** A table with a head, in columns. */
export function print(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => String(row[i]).length)));
  for (const row of [head, ...rows]) console.log(row.map((cell, i) => (i ? String(cell).padStart(widths[i]) : String(cell).padEnd(widths[i]))).join('  '));
}

/** Says whether a bar is reached, and lets a failure be the process's result. */
export function verdict(value, bar) {
  const reached = value >= bar;
  if (!reached && globalThis.process) process.exitCode = 1;
  return reached ? 'yes' : 'NO';
}
