// What was measured after each epoch, as a chart.

import type { Chart, Line } from "../../charts/description";
import { extent, logPlace, onLogAxis, roundRange } from "../../charts/range";
import type { Text, TrainingReport } from "../../core/api";
import { diverged, type Quantity, type Runner, type UnitState } from "./context";
import { words } from "./words";

const seen = (value: number | undefined) => (Number.isFinite(value) ? value! : NaN);
const sum = (counts: ArrayLike<number>) => Array.from(counts).reduce((all, count) => all + count, 0);
const join = (a: Text, b: Text): Text => ({ en: `${a.en}, ${b.en}`, zh: `${a.zh}，${b.zh}` });

export const countOf = (report: TrainingReport, what: UnitState): number => sum(report[what]);

/** The lines of one network, in the units of the axis. */
function linesOf({ lane, reports }: Runner, quantity: Quantity): Line[] {
  const line = (read: (report: TrainingReport) => number | undefined, rest: Partial<Line> = {}): Line => ({
    x: reports.map(({ epoch }) => epoch),
    y: reports.map((report) => (diverged(report) ? NaN : seen(read(report)))),
    ...lane.style,
    label: lane.name,
    ...rest,
  });
  switch (quantity) {
    case "loss":
      return [line((report) => logPlace(report.train_loss))];
    case "accuracy":
      return [line((report) => 100 * report.train_accuracy)];
    case "gradients":
      return [
        line(({ log10_weight_gradient: g }) => g[g.length - 1], { width: 1, label: join(lane.name, words.lastLayer) }),
        line(({ log10_weight_gradient: g }) => g[0], { width: 2.5, label: join(lane.name, words.firstLayer) }),
      ];
    case "dead":
    case "revived":
      return [line((report) => countOf(report, quantity))];
    case "slopes":
      return slopeLines(reports, line);
  }
}

/** PReLU's slope in each layer: the mean over its units. */
export const layerSlopes = ({ slopes, slopes_per_layer: each }: TrainingReport): number[] =>
  Array.from({ length: slopes.length / each || 0 }, (_, layer) => sum(slopes.subarray(layer * each, (layer + 1) * each)) / each);

/** A line a layer; the first four are the thickest. */
function slopeLines(reports: TrainingReport[], line: (read: (report: TrainingReport) => number, rest: Partial<Line>) => Line): Line[] {
  return layerSlopes(reports[0]!).map((_, layer) =>
    line((report) => layerSlopes(report)[layer]!, {
      label: words.layerNumber(layer + 1),
      dash: [[], [8, 4], [2, 3], [9, 3, 2, 3]][layer % 4]!,
      width: layer < 4 ? 2.5 : 1.25,
    }),
  );
}

const LEAST: Record<Quantity, number> = { loss: 0.8, accuracy: 10, gradients: 2, dead: 4, revived: 4, slopes: 0.5 };

/** The loss of one who knows nothing: ln of the number of classes. */
export const chanceLoss = (data: unknown): number | undefined => (data === "curve" ? undefined : data === "images" ? Math.LN10 : Math.LN2);

/** Losses seldom span many decades. */
function lossTicks({ from, to }: { from: number; to: number }): { at: number; label: string }[] {
  const round = to - from > 2.5 ? [100, 10, 1, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6] : [5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];
  const places = onLogAxis(round);
  return round.map((loss, i) => ({ at: places[i]!, label: String(loss) })).filter(({ at }) => at >= from && at <= to);
}

export function curvesChart(runners: Runner[], quantity: Quantity, until: number, epoch: number): Chart {
  const lines = runners.flatMap((runner) => linesOf(runner, quantity));
  const chance = quantity === "loss" ? chanceLoss(runners[0]!.lane.request["data"]) : undefined;
  const level = chance === undefined ? [] : [logPlace(chance)];
  const floor = quantity === "slopes" || quantity === "dead" || quantity === "revived" ? [0] : [];
  const log = quantity === "loss" || quantity === "gradients";
  const range = roundRange([...level, ...floor, ...lines.flatMap(({ y }) => extent(y))], LEAST[quantity]);
  const count = quantity === "dead" || quantity === "revived";
  return {
    x: { label: words.epochs, kind: "integer", from: 0, to: until },
    y: {
      label: words.quantities[quantity],
      kind: log ? "log10" : "linear",
      ...(quantity === "loss" && { ticks: lossTicks(range) }),
      from: quantity === "accuracy" ? Math.max(0, range.from) : count ? 0 : range.from,
      to: quantity === "accuracy" ? Math.min(100, range.to) : range.to,
    },
    lines,
    dots: [],
    rules: [{ x: epoch }, ...level.map((y) => ({ y, label: words.chance, end: "left" as const }))],
    keyed: true,
  };
}
