// The rows of phase diagrams, asked for one at a time, so that a diagram is drawn as it grows.

import type { PhaseRow, Request } from "../../core/api";
import type { Core } from "../../core/client";
import { newestWins } from "../../core/newest";
import { succeed } from "../../page/notice";

/** So many diagrams are kept. */
const KEPT = 12;
/** Columns a call: the worker is free again soon, should something else be asked for. */
const SLICE = 6;

const joined = (a: Float64Array, b: Float64Array) => Float64Array.of(...a, ...b);

interface Listener {
  begin(): void;
  show(rows: PhaseRow[]): void;
  end(): void;
  fail(error: Error): void;
}

export class PhaseRows {
  readonly ask: (request: Request) => void;
  private asked = "";
  private stopped: string | undefined;
  private paused = false;
  private readonly known = new Map<string, PhaseRow[]>();

  constructor(
    private readonly core: Core,
    private readonly listener: Listener,
  ) {
    this.ask = newestWins(
      (request: Request, isNewest) => this.complete(request, isNewest),
      () => listener.end(),
      (error) => {
        listener.end();
        listener.fail(error);
      },
    );
  }

  /** Leaves the diagram as it is, until another one has been asked for. */
  stop(): void {
    this.stopped = this.asked;
  }

  /** Until a diagram is asked for again. */
  pause(): void {
    this.paused = true;
  }

  /** The rows so far stay known: a diagram that was left goes on from there. */
  private async complete(request: Request, isNewest: () => boolean): Promise<void> {
    this.paused = false;
    this.asked = JSON.stringify(request);
    if (this.stopped !== this.asked) this.stopped = undefined;
    const rows = this.rowsOf(this.asked);
    const complete = () => rows.length > 0 && rows.length === rows[0]!.row_count;
    this.listener.show(rows);
    if (complete() || this.stopped) return;
    this.listener.begin();
    const goOn = () => isNewest() && !this.stopped && !this.paused;
    do {
      const row = await this.row({ ...request, row: rows.length }, goOn);
      if (row) rows.push(row);
      if (isNewest()) this.listener.show(rows);
    } while (!complete() && goOn());
  }

  /** A whole row, slice by slice; nothing if it is not to go on. */
  private async row(request: Request, goOn: () => boolean): Promise<PhaseRow | undefined> {
    let row: PhaseRow | undefined;
    do {
      const slice = { ...request, first_column: row?.slope.length ?? 0, columns: SLICE };
      const next = succeed(await this.core.call("phaseRow", slice));
      row = row
        ? { ...row, sigma_w: joined(row.sigma_w, next.sigma_w), slope: joined(row.slope, next.slope) }
        : next;
    } while (row.slope.length < row.column_count && goOn());
    return row.slope.length === row.column_count ? row : undefined;
  }

  private rowsOf(id: string): PhaseRow[] {
    const rows = this.known.get(id) ?? [];
    this.known.delete(id);
    this.known.set(id, rows);
    const oldest = this.known.keys().next().value;
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return rows;
  }
}
