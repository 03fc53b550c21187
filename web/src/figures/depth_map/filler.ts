// Trains the networks of a map in the worker, one after the other, in short calls.

import type { DepthMapColumn, Request } from "../../core/api";
import type { Core } from "../../core/client";
import { newestWins } from "../../core/newest";
import { succeed } from "../../page/notice";
import { mapOf, type DepthMap } from "./map";
import { keyOf, placesOf, type Detail, type Place, type Results, type Trained } from "./places";

/** So long a call may take; how many steps that is, is found out, times layers. */
const CALL_MS = 15;
/** So many maps are kept. */
const KEPT = 12;

export interface Goal {
  /** Of all networks alike. */
  request: Request;
  epochs: number;
  detail: Detail;
  /** False: show what there is. */
  run: boolean;
}

/** A map as far as it is filled. */
export interface Filled {
  map: DepthMap;
  results: Results;
  /** How many networks the goal asks for. */
  wanted: number;
}

interface Listener {
  show(filled: Filled): void;
  /** Begins to train, or has nothing more to do. */
  busy(busy: boolean): void;
  fail(error: Error): void;
}

export class Filler {
  /** The newest goal wins: what is under way ends after its call. */
  readonly fill: (goal: Goal) => void;
  private layerSteps = 16;
  private readonly known = new Map<string, Omit<Filled, "wanted">>();

  constructor(
    private readonly core: Core,
    private readonly listener: Listener,
  ) {
    this.fill = newestWins(
      (goal: Goal, isNewest) => this.pursue(goal, isNewest),
      () => listener.busy(false),
      (error) => {
        listener.busy(false);
        listener.fail(error);
      },
    );
  }

  private async pursue({ request, epochs, detail, run }: Goal, isNewest: () => boolean): Promise<void> {
    const { map, results } = await this.filled(request, epochs);
    const places = placesOf(map, detail);
    const filled = { map, results, wanted: places.length };
    this.listener.show(filled);
    const missing = places.filter((place) => !results.has(keyOf(place)));
    if (!run || missing.length === 0) return;
    this.listener.busy(true);
    for (const place of missing) {
      if (!isNewest()) return;
      const trained = await this.train(networkAt(map, place, request), epochs, isNewest);
      if (!trained) return;
      results.set(keyOf(place), trained);
      if (isNewest()) this.listener.show(filled);
    }
  }

  /** Nothing, if something newer came between. */
  private async train(request: Request, epochs: number, isNewest: () => boolean): Promise<Trained | undefined> {
    const depth = request["depth"] as number;
    const { session } = succeed(await this.core.call("trainBegin", request));
    let diverged = 0;
    // The first step says how many make an epoch.
    for (let step = 0, end = 1; step < end && !diverged && isNewest(); ) {
      const steps = step === 0 ? 1 : Math.min(Math.max(1, Math.floor(this.layerSteps / depth)), end - step);
      const { result, ms } = await this.core.timed("trainAdvance", { session, steps });
      const progress = succeed(result);
      if (ms < CALL_MS / 2) this.layerSteps = Math.min(2 * this.layerSteps, 10000);
      if (ms > CALL_MS) this.layerSteps = Math.max(1, Math.floor(this.layerSteps / 2));
      step = progress.step;
      diverged = progress.diverged_step;
      end = epochs * progress.steps_per_epoch;
    }
    const report = isNewest() ? succeed(await this.core.call("trainReport", session)) : undefined;
    await this.core.call("trainEnd", session);
    return report && { loss: diverged ? NaN : report.train_loss, accuracy: report.train_accuracy, diverged };
  }

  private async filled(request: Request, epochs: number): Promise<Omit<Filled, "wanted">> {
    const id = JSON.stringify([request, epochs]);
    const known = this.known.get(id) ?? { map: mapOf(await this.columnsOf(request)), results: new Map() };
    this.known.delete(id);
    this.known.set(id, known);
    const oldest = this.known.keys().next().value;
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return known;
  }

  private async columnsOf(request: Request): Promise<DepthMapColumn[]> {
    const columns: DepthMapColumn[] = [];
    do columns.push(succeed(await this.core.call("depthMapColumn", columnRequest(request, columns.length))));
    while (columns.length < columns[0]!.column_count);
    return columns;
  }
}

/** What a column of the map depends on. */
export const columnRequest = ({ activation, parameters, normalisation }: Request, column: number): Request => ({
  activation: activation!,
  parameters: parameters!,
  normalisation: normalisation!,
  column,
});

/** The request for one network of the map. */
export const networkAt = ({ depth, sigma_w }: DepthMap, { row, column }: Place, request: Request): Request => ({
  ...request,
  depth: depth[row]!,
  gain: sigma_w[column]!,
});
