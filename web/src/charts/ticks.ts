import { superscript } from "../text";
import type { Axis } from "./description";

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

/** Round positions on an axis, about `most` of them at most. */
export function ticks(axis: Axis, most: number): number[] {
  if (axis.ticks) return axis.ticks.map(({ at }) => at);
  const span = axis.to - axis.from;
  const steps = axis.kind === "linear" ? STEPS : STEPS.filter((step) => Number.isInteger(step));
  const step = steps.find((s) => span / s <= most) ?? span;
  const first = Math.ceil(axis.from / step - 1e-9);
  const last = Math.floor(axis.to / step + 1e-9);
  const round = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  // Layers count from 1, which is no multiple of any step.
  const start = Math.ceil(axis.from);
  if (axis.kind !== "integer" || round[0] === start) return round;
  return [start, ...round.filter((value) => value - start > step / 2)];
}

/** Where the lines of the axis's grid stand. */
export function gridLines({ from, to, grid }: Axis): number[] {
  if (grid === undefined) return [];
  const first = Math.ceil(from / grid);
  return Array.from({ length: Math.floor(to / grid) - first + 1 }, (_, i) => (first + i) * grid);
}

export function tickLabel(axis: Axis, value: number): string {
  const given = axis.ticks?.find(({ at }) => at === value);
  if (given) return given.label;
  if (axis.kind === "log10") return value === 0 ? "1" : "10" + superscript(value);
  return String(Number(value.toFixed(4))).replace("-", "−");
}
