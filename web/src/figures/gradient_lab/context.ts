// What the views of the lab have in common.

import type { Style } from "../../charts/palette";
import type { Catalog, Request, Row, Text } from "../../core/api";
import type { Core } from "../../core/client";
import { parametersOf, type Value } from "../../page/settings";
import type { State } from "../../page/state";
import type { Table } from "../../page/table";

export interface Lab {
  core: Core;
  catalog: Catalog;
  state: State;
  styles: Map<string, Style>;
  /** The layer that the reader looks at, from 1. */
  layer: number;
  redraw(): void;
  fail(error: Error): void;
}

/** A setting of all fields that a view shows, with the one sentence that it teaches. */
export interface Preset {
  label: Text;
  teaches: Text;
  set: Record<string, Value>;
}

/** One way to look at the network; one of them is in sight. */
export interface View {
  label: Text;
  /** The settings in sight, and those that are one step away; a setting of neither has no effect. */
  first: string[];
  more: string[];
  presets: Preset[];
  element: HTMLElement;
  /** A setting has changed. */
  update(): void;
  draw(): void;
  /** What it shows in numbers, if that is not the run layer by layer. */
  table?(): Table | undefined;
  /** Another view takes its place: what is under way ends. */
  leave?(): void;
}

/** The settings whose keys begin so are the pinned run's. */
export const PINNED = "pin.";

export function rowOf({ catalog, state }: Lab, prefix = ""): Row {
  return catalog.activations.find(({ id }) => id === state.string(`${prefix}activation`))!;
}

/** The request for the network that is set, or for the one that is pinned. */
export function requestOf(lab: Lab, prefix = ""): Request {
  const { catalog, state } = lab;
  const own = catalog.requests.gradientFlow
    .filter((field) => field.type !== "parameters")
    .map((field) => [field.name, state.values[prefix + field.name]]);
  return { ...Object.fromEntries(own), parameters: parametersOf(rowOf(lab, prefix), state.values, prefix) };
}
