// The coarse map as the build trains it.

import { svg } from "../../charts/svg";
import type { DepthMapColumn, Request } from "../../core/api";
import { spans } from "../spans";
import type { TrainingCore } from "../training/still";
import { depthMapChart } from "./chart";
import { columnRequest, networkAt } from "./filler";
import { mapOf } from "./map";
import { keyOf, placesOf, type Results } from "./places";
import { depthMapSentence } from "./sentence";
import { depthMapSettings, requestOf } from "./settings";

export interface DepthMapCore extends TrainingCore {
  depthMapColumn(request: Request): DepthMapColumn;
}

export function stillDepthMap(core: DepthMapCore): string {
  const { catalog } = core;
  const values = Object.fromEntries(depthMapSettings(catalog).map(({ key, initial }) => [key, initial]));
  const request = requestOf(catalog, values);
  const columns: DepthMapColumn[] = [];
  do columns.push(core.depthMapColumn(columnRequest(request, columns.length)));
  while (columns.length < columns[0]!.column_count);
  const map = mapOf(columns);
  const results: Results = new Map();
  for (const place of placesOf(map, "coarse")) {
    const { session } = core.trainBegin(networkAt(map, place, request));
    const { steps_per_epoch: steps } = core.trainAdvance({ session, steps: 1 });
    core.trainAdvance({ session, steps: (values["epochs"] as number) * steps - 1 });
    const report = core.trainReport(session);
    core.trainEnd(session);
    results.set(keyOf(place), { loss: report.train_loss, accuracy: report.train_accuracy, diverged: report.diverged_step });
  }
  return `<p class="sentence">${spans(depthMapSentence(map, results))}</p>${svg(depthMapChart(map, results), 440, 320)}`;
}
