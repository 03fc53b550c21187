// What can be set in the figure. Ranges are the core's.

import type { Catalog, Field } from "../../core/api";
import { settingOf, type Setting, type Value } from "../../page/settings";
import { same } from "../../text";

/** The figure opens where the slope of GLU through its gate is four times that of the gate alone. */
export const OPENING = { unit: "glu", a: 4, b: 0 };

export const fieldOf = (fields: Field[], name: string): Field => fields.find((field) => field.name === name)!;

/** From where to where the gate is drawn. */
export function rangeOfB({ requests }: Catalog): { from: number; to: number } {
  const end = (name: string) => fieldOf(requests.sampleGate, name).initial as number;
  return { from: end("from"), to: end("to") };
}

export function settings(catalog: Catalog): Setting[] {
  const { evaluateLogits, sampleGate } = catalog.requests;
  const gate = (name: string, initial: Value) => ({ ...settingOf(fieldOf(sampleGate, name), catalog), initial });
  const { from, to } = rangeOfB(catalog);
  return [
    ...evaluateLogits.map((field) => settingOf(field, catalog)),
    gate("unit", OPENING.unit),
    gate("a", OPENING.a),
    { key: "b", label: same("b"), kind: "real", min: from, max: to, choices: [], initial: OPENING.b },
  ];
}
