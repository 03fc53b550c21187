// What can be set in the lab. Ranges and defaults are the core's.

import type { Catalog } from "../../core/api";
import { parameterSettings, settingOf, type Setting } from "../../page/settings";
import { same } from "../../text";
import { PINNED } from "./context";

export const VIEWS = ["gradient", "activations", "ledger", "chain", "phase"] as const;
export type ViewId = (typeof VIEWS)[number];

function choice(key: string, choices: readonly string[]): Setting {
  return { key, label: same(key), kind: "choice", min: 0, max: 0, choices: [...choices], initial: choices[0]! };
}

export function labSettings(catalog: Catalog): Setting[] {
  const { gradientFlow, neuronChain, phaseRow } = catalog.requests;
  const fields = gradientFlow.filter((field) => field.type !== "parameters");
  const network = [...fields.map((field) => settingOf(field, catalog)), ...parameterSettings(catalog)];
  const chain = neuronChain.filter((field) => field.type === "real");
  const rows = phaseRow.find((field) => field.name === "rows")!;
  return [
    choice("view", VIEWS),
    ...network,
    choice("quantity", ["delta", "weights"]),
    choice("histogram", ["activation", "delta"]),
    ...chain.map((field) => settingOf(field, catalog)),
    settingOf(rows, catalog),
    choice("pinned", ["off", "on"]),
    ...network.map((setting) => ({ ...setting, key: PINNED + setting.key })),
  ];
}
