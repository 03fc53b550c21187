// What can be set in the lab. Ranges and defaults are the core's.

import type { Catalog } from "../../core/api";
import { choiceOf, parameterSettings, settingOf, type Setting } from "../../page/settings";
import { PINNED } from "./context";

export const VIEWS = ["gradient", "activations", "ledger", "chain", "phase"] as const;
export type ViewId = (typeof VIEWS)[number];

export function labSettings(catalog: Catalog): Setting[] {
  const { gradientFlow, neuronChain, phaseRow } = catalog.requests;
  const fields = gradientFlow.filter((field) => field.type !== "parameters");
  const network = [...fields.map((field) => settingOf(field, catalog)), ...parameterSettings(catalog)];
  const chain = neuronChain.filter((field) => field.type === "real");
  const rows = phaseRow.find((field) => field.name === "rows")!;
  return [
    choiceOf("view", VIEWS),
    ...network,
    choiceOf("quantity", ["delta", "weights"]),
    choiceOf("histogram", ["activation", "delta"]),
    ...chain.map((field) => settingOf(field, catalog)),
    settingOf(rows, catalog),
    choiceOf("pinned", ["off", "on"]),
    ...network.map((setting) => ({ ...setting, key: PINNED + setting.key })),
  ];
}
