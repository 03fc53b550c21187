// Runs the network that is set: once with its seed, then over many seeds, refining what is drawn.

import type { GradientBand, GradientFlow, GradientTheory, Request, Row } from "../../core/api";
import type { Core } from "../../core/client";
import { newestWins } from "../../core/newest";
import { succeed } from "../../page/notice";

export interface Run {
  row: Row;
  request: Request;
  flow: GradientFlow;
  theory: GradientTheory;
}

export interface Measured {
  run: Run;
  /** The run that it is compared with. */
  pinned: Run | undefined;
  /** Over the seeds so far. */
  band: GradientBand | undefined;
}

export interface Wanted {
  row: Row;
  request: Request;
  pinned: { row: Row; request: Request } | undefined;
  seeds: number;
}

interface Listener {
  begin(): void;
  show(measured: Measured): void;
  progress(done: number, of: number): void;
  end(): void;
  fail(error: Error): void;
}

export class Bench {
  /** The newest wins: what is older and still under way ends at its next step. */
  readonly measure: (wanted: Wanted) => void;
  private stopped = false;
  private pinned: Run | undefined;

  constructor(
    private readonly core: Core,
    private readonly listener: Listener,
  ) {
    this.measure = newestWins(
      (wanted: Wanted, isNewest) => this.run(wanted, isNewest),
      () => listener.end(),
      (error) => {
        listener.end();
        listener.fail(error);
      },
    );
  }

  /** Adds no more seeds to the band. */
  stop(): void {
    this.stopped = true;
  }

  private async run(wanted: Wanted, isNewest: () => boolean): Promise<void> {
    this.stopped = false;
    this.listener.begin();
    const run = await this.once(wanted.row, wanted.request);
    const pinned = wanted.pinned && (await this.again(wanted.pinned));
    this.listener.show({ run, pinned, band: undefined });
    if (wanted.seeds > 1 && run.flow.overflow_layer === 0 && isNewest()) await this.overSeeds({ run, pinned, band: undefined }, wanted.seeds, isNewest);
  }

  private async once(row: Row, request: Request): Promise<Run> {
    const [flow, theory] = await Promise.all([
      this.core.call("gradientFlow", request),
      this.core.call("gradientTheory", request),
    ]);
    return { row, request, flow: succeed(flow), theory: succeed(theory) };
  }

  /** The pinned run changes seldom. */
  private async again({ row, request }: { row: Row; request: Request }): Promise<Run> {
    const known = this.pinned && JSON.stringify(this.pinned.request) === JSON.stringify(request);
    if (!known) this.pinned = await this.once(row, request);
    return this.pinned!;
  }

  private async overSeeds(measured: Measured, seeds: number, isNewest: () => boolean): Promise<void> {
    const { lost } = this.core;
    const { session } = succeed(await this.core.call("bandBegin", measured.run.request));
    for (let done = 0; done < seeds && isNewest() && !this.stopped; ) {
      const answer = await this.core.call("bandAdvance", session);
      // The seeds so far were lost with their worker.
      if (this.core.lost !== lost) throw this.core.lost;
      const band = succeed(answer);
      done = band.seeds;
      if (isNewest()) this.listener.show({ ...measured, band });
      this.listener.progress(done, seeds);
    }
    await this.core.call("bandEnd", session);
  }
}
