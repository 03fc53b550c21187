// What can be set in the explorer. Ranges and defaults are the core's, but for what the figure opens with.

import type { Catalog } from "../../core/api";
import { choiceOf, parameterSettings, settingOf, type Setting } from "../../page/settings";
import { OPENING } from "./chart";

export const PARTS = ["formula", "derivatives", "libraries", "code"] as const;
export type PartId = (typeof PARTS)[number];

export function explorerSettings(catalog: Catalog): Setting[] {
  const point = catalog.requests.evaluate.find((field) => field.name === "x")!;
  const end = (name: string) => catalog.requests.sampleCurve.find((field) => field.name === name)!.initial as number;
  const functions: Setting = {
    ...settingOf(catalog.requests.sampleCurve.find((field) => field.type === "activation")!, catalog),
    key: "functions",
    kind: "choices",
    initial: OPENING.functions,
  };
  const x = { ...settingOf(point, catalog), initial: OPENING.x, min: end("from"), max: end("to") };
  return [functions, x, choiceOf("part", PARTS), choiceOf("units", ["fitted", "equal"]), ...parameterSettings(catalog)];
}
