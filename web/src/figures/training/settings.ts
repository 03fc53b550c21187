// What can be set in the training lab. Ranges are the core's; it opens on the first example.

import type { Catalog } from "../../core/api";
import { choiceOf, parameterSettings, settingOf, type Setting } from "../../page/settings";
import { RACE_PRESETS } from "./presets";
import { QUANTITIES } from "./context";
import { words } from "./words";

export const VIEWS = ["race", "units", "slopes"] as const;
export type ViewId = (typeof VIEWS)[number];

/** A contestant of the race has an activation, an initialisation and a gain of its own, under its prefix. */
export const PREFIXES = ["", "b.", "c.", "d."];
export const OWN = ["activation", "initialisation", "gain"];

const counted = (key: "runners" | "epochs", max: number): Setting => ({
  key,
  label: words[key],
  kind: "integer",
  min: 1,
  max,
  choices: [],
  initial: 1,
});

export function trainingSettings(catalog: Catalog): Setting[] {
  const fields = catalog.requests.trainBegin.filter((field) => field.type !== "parameters");
  const run = fields.map((field) => settingOf(field, catalog));
  const contestants = PREFIXES.slice(1).flatMap((prefix) =>
    run.filter(({ key }) => OWN.includes(key)).map((setting) => ({ ...setting, key: prefix + setting.key })),
  );
  const all = [
    choiceOf("view", VIEWS),
    choiceOf("quantity", QUANTITIES),
    choiceOf("speed", ["fast", "slow"]),
    counted("runners", PREFIXES.length),
    counted("epochs", 1000),
    ...run,
    ...contestants,
    ...parameterSettings(catalog),
  ];
  const opening = RACE_PRESETS[0]!.set;
  return all.map((setting) => ({ ...setting, initial: opening[setting.key] ?? setting.initial }));
}
