// What can be set in a figure, and what a value of it may be. The ranges come from the schema of
// the core; nothing is written here a second time.

import type { Catalog, Field, Parameters, Row, Text } from "../core/api";
import { same } from "../text";
import { words } from "./words";

export type Value = number | string | string[];

export interface Setting {
  key: string;
  label: Text;
  kind: "integer" | "real" | "choice" | "choices";
  min: number;
  max: number;
  choices: string[];
  initial: Value;
}

/** A field of a request as a setting of a figure, under the field's own name. */
export function settingOf(field: Field, catalog: Catalog): Setting {
  const isNumber = field.type === "integer" || field.type === "real";
  const choices = field.type === "activation" ? catalog.activations : field.choices;
  return {
    key: field.name,
    label: field.label,
    kind: isNumber ? (field.type as "integer" | "real") : "choice",
    min: field.min,
    max: field.max,
    choices: choices.map(({ id }) => id),
    initial: field.initial as number | string,
  };
}

/** One of a few choices of the figure's own; the first is the default. */
export function choiceOf(key: string, choices: readonly string[]): Setting {
  return { key, label: same(key), kind: "choice", min: 0, max: 0, choices: [...choices], initial: choices[0]! };
}

/** What a link can hide from those who follow it, in every figure; the style sheet knows the parts by these names. */
export const HIDE: Setting = {
  ...choiceOf("hide", ["presets", "tabs", "controls", "more", "numbers", "code", "share"]),
  kind: "choices",
  initial: [],
};

/** One setting for each parameter of each function: `elu.alpha`. */
export function parameterSettings(catalog: Catalog): Setting[] {
  return catalog.activations.flatMap((row) =>
    row.parameters.map((p) => ({
      key: `${row.id}.${p.name}`,
      label: { en: `${row.name.en} ${p.symbol}`, zh: `${row.name.en} ${p.symbol}` },
      kind: "real" as const,
      min: p.min,
      max: p.max,
      choices: [],
      initial: p.initial,
    })),
  );
}

/** The parameters of a function as they are set under a prefix, as a request takes them. */
export function parametersOf(row: Row, values: Record<string, Value>, prefix = ""): Parameters {
  return Object.fromEntries(row.parameters.map((p) => [p.name, values[`${prefix}${row.id}.${p.name}`] as number]));
}

/** The value that a text stands for, or what is wrong with it. */
export function parseValue(setting: Setting, text: string): { value: Value } | { problem: Text } {
  if (setting.kind === "choice" || setting.kind === "choices") {
    const ids = setting.kind === "choice" ? [text] : text.split(",");
    const unknown = ids.find((id) => !setting.choices.includes(id));
    if (unknown !== undefined) return { problem: words.unknownChoice(setting.key, unknown) };
    return { value: setting.kind === "choice" ? text : [...new Set(ids)] };
  }
  const value = text.trim() === "" ? NaN : Number(text);
  const fits = value >= setting.min && value <= setting.max;
  if (!fits || (setting.kind === "integer" && !Number.isInteger(value))) {
    return { problem: words.outOfRange(setting.key, text, setting.min, setting.max, setting.kind) };
  }
  return { value };
}

export const formatValue = (value: Value): string => (Array.isArray(value) ? value.join(",") : String(value));
