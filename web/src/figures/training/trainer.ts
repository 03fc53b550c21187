// Trains networks side by side in the worker, an epoch of each at a time, in short calls.

import type { Core } from "../../core/client";
import { loadDigits } from "../../core/digits";
import { newestWins } from "../../core/newest";
import { succeed } from "../../page/notice";
import { diverged, keepReport, type Lane, type Runner } from "./context";

/** So long a call may take; how many steps that is, is found out. */
const CALL_MS = 15;

interface Goal {
  lanes: Lane[];
  /** Train until so many epochs are done. */
  until: number;
  /** Waits so long for each epoch to be seen, at least a frame; undefined: not at all. */
  pace: number | undefined;
  /** Begin anew, also where the lanes have not changed. */
  afresh: boolean;
}

interface Listener {
  /** An epoch is done, or training began anew. */
  changed(): void;
  fail(error: Error): void;
}

export class Trainer {
  runners: Runner[] = [];
  /** How many epochs all have done. */
  epoch = 0;
  /** The newest goal wins: what is under way ends after its call. */
  readonly train: (goal: Goal) => void;
  private steps = 1;
  private begun = "";
  /** How the last worker had ended when these networks were begun in a new one. */
  private lost: Core["lost"];

  constructor(
    private readonly core: Core,
    private readonly listener: Listener,
  ) {
    this.train = newestWins(
      (goal: Goal, isNewest) => this.pursue(goal, isNewest).catch((error: unknown) => this.giveUp(error)),
      () => {},
      listener.fail,
    );
  }

  /** Networks are lost with the worker that held them, whatever it was at. */
  private giveUp(error: unknown): never {
    this.begun = "";
    if (this.lost === this.core.lost) throw error;
    this.runners = [];
    this.epoch = 0;
    throw this.core.lost;
  }

  private async pursue({ lanes, until, pace, afresh }: Goal, isNewest: () => boolean): Promise<void> {
    if (this.begun && this.lost !== this.core.lost) throw this.core.lost;
    if (afresh || this.begun !== JSON.stringify(lanes.map(({ request }) => request))) await this.begin(lanes);
    while (this.epoch < until && isNewest()) {
      const frame = nextFrame(pace);
      for (const runner of this.runners) if (!(await this.toEpoch(runner, this.epoch + 1, isNewest))) return;
      this.epoch += 1;
      this.listener.changed();
      await frame;
    }
  }

  private async begin(lanes: Lane[]): Promise<void> {
    this.begun = "";
    this.lost = this.core.lost;
    for (const { session } of this.runners) await this.core.call("trainEnd", session);
    this.runners = [];
    const runners: Runner[] = [];
    if (lanes[0]!.request["data"] === "images") await loadDigits(this.core);
    for (const lane of lanes) {
      const { session } = succeed(await this.core.call("trainBegin", lane.request));
      runners.push({ lane, session, step: 0, stepsPerEpoch: 0, every: 1, reports: [succeed(await this.core.call("trainReport", session))] });
    }
    this.runners = runners;
    this.epoch = 0;
    this.steps = 1;
    this.begun = JSON.stringify(lanes.map(({ request }) => request));
    this.listener.changed();
  }

  /** False if something newer came between. */
  private async toEpoch(runner: Runner, epoch: number, isNewest: () => boolean): Promise<boolean> {
    const { reports, session } = runner;
    const last = reports[reports.length - 1]!;
    if (last.epoch >= epoch || diverged(last)) return true;
    for (let end = Math.max(1, epoch * runner.stepsPerEpoch); runner.step < end; ) {
      if (!isNewest()) return false;
      // The first step says how many make an epoch.
      const steps = runner.step === 0 ? 1 : Math.min(this.steps, end - runner.step);
      const { result, ms } = await this.core.timed("trainAdvance", { session, steps });
      const progress = succeed(result);
      if (ms < CALL_MS / 2) this.steps = Math.min(2 * this.steps, 1000);
      if (ms > CALL_MS) this.steps = Math.max(1, Math.floor(this.steps / 2));
      runner.step = progress.step;
      runner.stepsPerEpoch = progress.steps_per_epoch;
      end = progress.diverged_step ? progress.step : epoch * runner.stepsPerEpoch;
    }
    keepReport(runner, succeed(await this.core.call("trainReport", session)));
    return true;
  }
}

const nextFrame = (ms: number | undefined) =>
  new Promise((resolve) => (ms === undefined ? resolve(0) : ms > 0 ? setTimeout(resolve, ms) : requestAnimationFrame(resolve)));
