// Times the work of the core, in short calls: each piece is first made long enough for the clock, then all are
// run in turns, so that what disturbs the machine disturbs all.

import type { Request } from "../../core/api";
import type { Core } from "../../core/client";
import { succeed } from "../../page/notice";
import { median } from "../../text";

/** A call should take so long: much more than a clock's tick, much less than a reader's patience. */
const CALL_MS = 6;
const ROUNDS = 5;
const NANOSECONDS = 1e6;

export interface Progress {
  /** Nanoseconds a result, by the key of the work; the median so far. */
  times: Map<string, number>;
  done: number;
  of: number;
}

/** `most`: how many rounds a call of this work may have. */
export interface Work {
  key: string;
  request: Request;
  most: number;
}

export async function timeAll(core: Core, work: Work[], report: (progress: Progress) => void, isStopped: () => boolean): Promise<void> {
  const of = (ROUNDS + 1) * work.length;
  let done = 0;
  const samples = work.map((): number[] => []);
  const times = new Map<string, number>();
  const rounds: number[] = [];
  for (const one of work) {
    if (isStopped()) return;
    rounds.push(await enoughRounds(core, one));
    report({ times, done: ++done, of });
  }
  for (let round = 0; round < ROUNDS; ++round) {
    for (const [i, { key, request }] of work.entries()) {
      if (isStopped()) return;
      const { result, ms } = await core.timed("speed", { ...request, rounds: rounds[i]! });
      samples[i]!.push((ms * NANOSECONDS) / succeed(result).results);
      times.set(key, median(samples[i]!));
      report({ times, done: ++done, of });
    }
  }
}

/** These calls, some of them from before the engine has optimised the code, are not counted. */
async function enoughRounds(core: Core, { request, most }: Work): Promise<number> {
  const once = async (rounds: number) => {
    const { result, ms } = await core.timed("speed", { ...request, rounds });
    succeed(result);
    return ms;
  };
  for (let rounds = 1; ; ) {
    // The quicker of two: a call that was interrupted says nothing.
    const ms = Math.min(await once(rounds), await once(rounds));
    if (ms >= CALL_MS / 2 || rounds === most) return rounds;
    rounds = Math.min(most, ms > 0.5 ? Math.ceil((rounds * CALL_MS) / ms) : 4 * rounds);
  }
}
