// What the parts of the training lab have in common.

import type { Style } from "../../charts/palette";
import type { Catalog, Request, Row, Text, TrainingReport } from "../../core/api";
import type { Core } from "../../core/client";
import type { State } from "../../page/state";
import type { Preset } from "../gradient_lab/context";

export interface Lab {
  core: Core;
  catalog: Catalog;
  state: State;
  styles: Map<string, Style>;
  redraw(): void;
  /** Networks may be gone: those that are begin anew. */
  recover(): void;
}

/** What the chart shows over the epochs. */
export const QUANTITIES = ["loss", "accuracy", "gradients", "dead", "revived", "slopes"] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** What a unit is, by its number in a report. */
export const STATES = ["alive", "silent", "dead", "revived"] as const;
export type UnitState = (typeof STATES)[number];

/** One of the networks that are trained side by side. */
export interface Lane {
  name: Text;
  row: Row;
  style: Style;
  request: Request;
}

/** A network in training, with what was measured after each epoch so far, before the first included, or after each so many. */
export interface Runner {
  lane: Lane;
  session: number;
  step: number;
  /** 0: not known before the first step. */
  stepsPerEpoch: number;
  reports: TrainingReport[];
  every: number;
}

/** One way to look at training; one of them is in sight. */
export interface View {
  label: Text;
  /** The settings in sight; the others are one step away. */
  first: string[];
  presets: Preset[];
  quantities: Quantity[];
  panels: Panels;
  lanes(): Lane[];
  sentence(runners: Runner[], epoch: number): Text;
}

/** Pictures of the networks at an epoch. */
export interface Panels {
  element: HTMLElement;
  /** While training goes on, coarser pictures do. */
  draw(runners: Runner[], epoch: number, coarse: boolean): void;
}

/** What was measured after that epoch, or last before it: a network may have broken down. */
export function reportAt({ reports }: Runner, epoch: number): TrainingReport {
  let found = reports[0]!;
  for (const report of reports) if (report.epoch <= epoch) found = report;
  return found;
}

const MOST_REPORTS = 1000;

/**
 * Adds the newest report. When there are too many, every second of the older ones is given up, so that a run can
 * go on for hours; `every` are the epochs from one that is kept to the next.
 */
export function keepReport(runner: Runner, report: TrainingReport): void {
  const { reports } = runner;
  const last = reports[reports.length - 1]!;
  if (last.epoch % runner.every !== 0) reports.pop();
  reports.push(report);
  if (reports.length <= MOST_REPORTS) return;
  runner.every *= 2;
  runner.reports = reports.filter(({ epoch }) => epoch % runner.every === 0 || epoch === report.epoch);
}

export const diverged = (report: TrainingReport): boolean => report.diverged_step > 0;
