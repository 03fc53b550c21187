// What can be set in the figure. Ranges are the core's; it opens on the first example.

import type { Catalog, Request, Row } from "../../core/api";
import { parameterSettings, parametersOf, settingOf, type Setting, type Value } from "../../page/settings";
import { PRESETS } from "./presets";

export const FIRST = ["initialisation", "gain", "dropout"];

export function basinSettings(catalog: Catalog): Setting[] {
  const fields = catalog.requests.selfNormalisation.filter(({ type }) => type !== "parameters");
  const all = [...fields.map((field) => settingOf(field, catalog)), ...parameterSettings(catalog)];
  const opening = PRESETS[0]!.set;
  return all.map((setting) => ({ ...setting, initial: opening[setting.key] ?? setting.initial }));
}

export const rowOf = (catalog: Catalog, values: Record<string, Value>): Row =>
  catalog.activations.find(({ id }) => id === values["activation"])!;

export function requestOf(catalog: Catalog, values: Record<string, Value>): Request {
  const fields = catalog.requests.selfNormalisation.filter(({ type }) => type !== "parameters");
  const own = fields.map(({ name }) => [name, values[name]]);
  return { ...Object.fromEntries(own), parameters: parametersOf(rowOf(catalog, values), values) };
}
