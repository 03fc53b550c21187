// Runs a claim, a row at a time: each answer comes soon, and the reader sees them arrive.

import type { Claim, ClaimRun } from "../../core/api";
import type { Core } from "../../core/client";
import { succeed } from "../../page/notice";
import { median } from "../../text";

/** What a row gave: its value and whether it is where it is expected. */
export type Row = ClaimRun["rows"][number];

export async function measureRows(core: Core, claim: Claim, seed: number, show: (row: Row) => void): Promise<void> {
  for (let row = 1; row <= claim.rows.length; ++row) {
    show(succeed(await core.call("runClaim", { claim: claim.id, row, seed })).rows[0]!);
  }
}

/** The first round warms up the engine and is not counted. */
const ROUNDS = 6;
const NANOSECONDS = 1e6;

/**
 * Times each row of a timed claim, whose value is the number of results that it computed: the median
 * of the rounds. All rows are run in each round, so that what disturbs the machine disturbs all.
 */
export async function timeRows(core: Core, claim: Claim, show: (row: Claim["rows"][number], nanoseconds: number) => void): Promise<void> {
  const rounds: number[][] = claim.rows.map(() => []);
  for (let round = 0; round < ROUNDS; ++round) {
    for (const [i, row] of claim.rows.entries()) {
      const { result, ms } = await core.timed("runClaim", { claim: claim.id, row: i + 1 });
      if (round > 0) rounds[i]!.push((ms * NANOSECONDS) / succeed(result).rows[0]!.value);
      if (round > 0) show(row, median(rounds[i]!));
    }
  }
}
