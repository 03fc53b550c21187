// The runs in numbers.

import type { TrainingReport } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { decimals, significant } from "../../text";
import { countOf } from "./curves";
import { diverged, reportAt, type Runner } from "./context";
import { words } from "./words";

const percent = (share: number) => (Number.isNaN(share) ? "–" : decimals(100 * share, 1));
const power = (log10: number | undefined) => (log10 === undefined || Number.isNaN(log10) ? "–" : decimals(log10, 2));

const COLUMNS: ((report: TrainingReport) => string)[] = [
  (report) => significant(report.train_loss, 3),
  (report) => percent(report.train_accuracy),
  (report) => percent(report.test_accuracy),
  ({ log10_weight_gradient: g }) => power(g[0]),
  ({ log10_weight_gradient: g }) => power(g[g.length - 1]),
  (report) => String(countOf(report, "dead")),
  (report) => String(countOf(report, "revived")),
];

/** One row a network, as it was after that epoch. */
export function runsTable(runners: Runner[], epoch: number): HTMLElement {
  const head = el("tr", {}, ...[words.run, ...words.columns].map((text) => el("th", { scope: "col" }, bilingual(text))));
  const rows = runners.map((runner) => {
    const report = reportAt(runner, epoch);
    const broken = diverged(report) ? [" ", bilingual(words.brokeDown(report.diverged_step))] : [];
    const cells = COLUMNS.map((read) => el("td", {}, read(report)));
    return el("tr", {}, el("th", { scope: "row" }, bilingual(runner.lane.name), ...broken), ...cells);
  });
  return el("table", { class: "runs" }, el("thead", {}, head), el("tbody", {}, ...rows));
}
