// The runs in numbers.

import type { TrainingReport } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { language } from "../../page/language";
import type { Table } from "../../page/table";
import { decimals, pick, significant } from "../../text";
import { countOf } from "./curves";
import { diverged, reportAt, type Runner } from "./context";
import { words } from "./words";

const percent = (value: number | undefined) => (Number.isNaN(value) ? "–" : decimals(value!, 1));
const power = (log10: number | undefined) => (log10 === undefined || Number.isNaN(log10) ? "–" : decimals(log10, 2));

const COLUMNS: { read(report: TrainingReport): number | undefined; write(value: number | undefined): string }[] = [
  { read: (report) => report.train_loss, write: (loss) => significant(loss!, 3) },
  { read: (report) => 100 * report.train_accuracy, write: percent },
  { read: (report) => 100 * report.test_accuracy, write: percent },
  { read: ({ log10_weight_gradient: g }) => g[0], write: power },
  { read: ({ log10_weight_gradient: g }) => g[g.length - 1], write: power },
  { read: (report) => countOf(report, "dead"), write: String },
  { read: (report) => countOf(report, "revived"), write: String },
];

/** What was measured after each epoch, to the last bit. */
export const epochsTable = (runners: Runner[]): Table => ({
  head: [words.run, words.epochs, ...words.columns],
  rows: runners.flatMap(({ lane, reports }) =>
    reports.map((report) => [pick(lane.name, language()), report.epoch, ...COLUMNS.map(({ read }) => read(report) ?? NaN)]),
  ),
});

/** One row a network, as it was after that epoch. */
export function runsTable(runners: Runner[], epoch: number): HTMLElement {
  const head = el("tr", {}, ...[words.run, ...words.columns].map((text) => el("th", { scope: "col" }, bilingual(text))));
  const rows = runners.map((runner) => {
    const report = reportAt(runner, epoch);
    const broken = diverged(report) ? [" ", bilingual(words.brokeDown(report.diverged_step))] : [];
    const cells = COLUMNS.map(({ read, write }) => el("td", {}, write(read(report))));
    return el("tr", {}, el("th", { scope: "row" }, bilingual(runner.lane.name), ...broken), ...cells);
  });
  return el("table", { class: "runs" }, el("thead", {}, head), el("tbody", {}, ...rows));
}
