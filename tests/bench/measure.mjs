// What every benchmark does, in Node and in a browser's page: run rivals in turns, take medians.

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/**
 * The median time of each run in milliseconds; a run may be asynchronous. They are run in turns, and only what was
 * measured while the machine was quiet counts (see quiet.mjs); nor do the first rounds, which are still being compiled.
 */
export async function timesOf(quiet, runs, {rounds = 21, warm_up = 5} = {}) {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = -warm_up; round < rounds; ++round) {
    for (const [name, run] of Object.entries(runs)) {
      if (round < 0) await run();
      else times[name].push(await quiet.timeOf(run));
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
