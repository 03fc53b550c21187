// What can be set in the figure: a training run, but for the depth and the weights, which are the axes.

import type { Catalog, Field, Request, Row } from "../../core/api";
import { choiceOf, parameterSettings, parametersOf, settingOf, type Setting, type Value } from "../../page/settings";
import { words } from "./words";
import { PRESETS } from "./presets";

export const FIRST = ["activation", "normalisation", "rate"];

/** The axes, what has a figure of its own, and data whose loss of guessing is another. */
const LEFT_OUT = ["initialisation", "gain", "sigma", "depth", "slopes", "rrelu", "parameters"];
const NO_DATA = ["curve", "images"];

export const fieldsOf = (catalog: Catalog): Field[] =>
  catalog.requests.trainBegin
    .filter(({ name }) => !LEFT_OUT.includes(name))
    .map((field) => ({ ...field, choices: field.choices.filter(({ id }) => !NO_DATA.includes(id)) }));

export function depthMapSettings(catalog: Catalog): Setting[] {
  const epochs: Setting = { key: "epochs", label: words.epochs, kind: "integer", min: 1, max: 200, choices: [], initial: 1 };
  const all = [
    ...fieldsOf(catalog).map((field) => settingOf(field, catalog)),
    epochs,
    choiceOf("detail", ["coarse", "fine"]),
    ...parameterSettings(catalog),
  ];
  const opening = PRESETS[0]!.set;
  return all.map((setting) => ({ ...setting, initial: opening[setting.key] ?? setting.initial }));
}

export const rowOf = (catalog: Catalog, values: Record<string, Value>): Row =>
  catalog.activations.find(({ id }) => id === values["activation"])!;

/** What all networks of the map have in common; LeCun's weights have σ_w = 1, so that the gain is σ_w. */
export function requestOf(catalog: Catalog, values: Record<string, Value>): Request {
  const own = fieldsOf(catalog).map(({ name }) => [name, values[name]]);
  return { ...Object.fromEntries(own), initialisation: "lecun_normal", parameters: parametersOf(rowOf(catalog, values), values) };
}
