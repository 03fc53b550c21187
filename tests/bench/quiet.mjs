// Tells when the processor is disturbed. What runs beside a loop, on the same core's other thread or in another
// virtual machine, takes from it what it needs itself: a matrix product, which fills every pipe, then runs at two
// thirds of its speed, a loop that waits for its own results hardly slower. So a ratio of the two is only one of
// the loops while both have the core to themselves.
import {numbers} from './measure.mjs';

const size = 64, times = 80;  // about a millisecond
const slower = 1.2;  // than the fastest so far: disturbed
const pause_ms = 30, patience_ms = 600_000;  // of the whole benchmark

const sleep = () => new Promise((next) => setTimeout(next, pause_ms));

/** The gauge: how long a small matrix product takes. */
export async function quietMachine(load) {
  const product = await load('bench');
  const a = numbers(size * size);
  product.prepareProduct(size, false, false, a, a);
  let fastest = Infinity, waited = 0, disturbed = 0, measured = 0;
  async function millisecondsOf(run) {
    const start = performance.now();
    await run();
    return performance.now() - start;
  }
  async function isQuiet() {
    const ms = await millisecondsOf(() => product.run(times));
    fastest = Math.min(fastest, ms);
    return ms <= slower * fastest;
  }
  for (let i = 0; i < 300; ++i) await isQuiet();  // until it is compiled
  return {
    /** Milliseconds of a run, again and again until the machine was quiet before and after; once patience is over, what comes. */
    async timeOf(run) {
      for (;;) {
        const start = performance.now();
        const before = await isQuiet();
        const impatient = waited >= patience_ms;
        if (before || impatient) {
          const ms = await millisecondsOf(run);
          const quiet = await isQuiet() && before;
          if (quiet || impatient) {
            measured += 1;
            disturbed += quiet ? 0 : 1;
            return ms;
          }
        }
        await sleep();
        waited += performance.now() - start;
      }
    },
    report: () => `${measured} measurements, ${disturbed} of them while the machine was disturbed; ${(waited / 1000).toFixed(0)} s waited for quiet`,
  };
}
