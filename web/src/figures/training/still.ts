// The opening race as the build runs it: a sentence and the losses.

import { svg } from "../../charts/svg";
import { palette } from "../../charts/palette";
import type { Catalog, Request, TrainingProgress, TrainingReport } from "../../core/api";
import { spans } from "../spans";
import { diverged, type Runner } from "./context";
import { curvesChart } from "./curves";
import { raceLanes } from "./lanes";
import { raceSentence } from "./sentences";
import { trainingSettings } from "./settings";

/** What the core answers at once. */
export interface TrainingCore {
  catalog: Catalog;
  trainBegin(request: Request): { session: number };
  trainAdvance(request: Request): TrainingProgress;
  trainReport(session: number): TrainingReport;
  trainEnd(session: number): unknown;
}

export function stillTraining(core: TrainingCore): string {
  const { catalog } = core;
  const values = Object.fromEntries(trainingSettings(catalog).map(({ key, initial }) => [key, initial]));
  const state = { values, string: (key: string) => values[key] as string, number: (key: string) => values[key] as number };
  const epochs = state.number("epochs");
  const runners = raceLanes({ catalog, state, styles: palette(catalog.activations.map(({ id }) => id)) }).map((lane): Runner => {
    const { session } = core.trainBegin(lane.request);
    const runner: Runner = { lane, session, step: 0, stepsPerEpoch: 0, every: 1, reports: [core.trainReport(session)] };
    while (runner.reports.length <= epochs && !diverged(runner.reports[runner.reports.length - 1]!)) {
      const wanted = runner.reports.length * runner.stepsPerEpoch || 1;
      const progress = core.trainAdvance({ session, steps: wanted - runner.step });
      Object.assign(runner, { step: progress.step, stepsPerEpoch: progress.steps_per_epoch });
      if (progress.diverged_step || runner.step === runner.reports.length * runner.stepsPerEpoch) runner.reports.push(core.trainReport(session));
    }
    core.trainEnd(session);
    return runner;
  });
  const chart = { ...curvesChart(runners, "loss", epochs, epochs), keyed: false };
  return `<p class="sentence">${spans(raceSentence(runners, epochs))}</p>${svg(chart, 440, 300)}`;
}
