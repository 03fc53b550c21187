// The figure as it opens, drawn by the build.

import { palette } from "../../charts/palette";
import { svg } from "../../charts/svg";
import type { Catalog, Request, SelfNormalisation } from "../../core/api";
import { spans } from "../spans";
import { planeChart } from "./charts";
import { basinSentence } from "./sentence";
import { basinSettings, requestOf } from "./settings";

export interface BasinCore {
  catalog: Catalog;
  selfNormalisation(request: Request): SelfNormalisation;
}

export function stillBasin({ catalog, selfNormalisation }: BasinCore): string {
  const values = Object.fromEntries(basinSettings(catalog).map(({ key, initial }) => [key, initial]));
  const run = selfNormalisation(requestOf(catalog, values));
  const { colour } = palette(catalog.activations.map(({ id }) => id)).get(values["activation"] as string)!;
  const chart = planeChart(run, colour, 0);
  // Every other arrow is enough for a picture.
  const arrows = chart.arrows!.filter((_, i) => i % 2 === 0);
  return `<p class="sentence">${spans(basinSentence(run))}</p>${svg({ ...chart, arrows, lines: [] }, 440, 320)}`;
}
