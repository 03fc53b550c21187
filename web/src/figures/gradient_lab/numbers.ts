// The numbers of a run, layer by layer.

import type { GradientFlow, Text } from "../../core/api";
import { bilingual, el } from "../../page/dom";
import { same, significant } from "../../text";
import type { Table } from "../../page/table";
import type { Measured, Run } from "./bench";
import { words } from "./words";

type Column = {
  [K in keyof GradientFlow]: GradientFlow[K] extends Float64Array ? K : never;
}[keyof GradientFlow];

const COLUMNS: { key: Column; head: Text }[] = [
  { key: "log10_delta", head: same("log₁₀ ‖δ‖") },
  { key: "log10_weight_gradient", head: same("log₁₀ ‖∂L/∂W‖") },
  { key: "log10_activation", head: same("log₁₀ ‖h‖") },
  { key: "mean", head: words.mean },
  { key: "deviation", head: words.deviation },
  { key: "zero_share", head: words.zeroShare },
  { key: "saturated_share", head: words.saturatedShare },
  { key: "dead_share", head: words.deadShare },
  { key: "ledger_gate", head: words.gateShare },
  { key: "ledger_weights", head: words.weightShare },
  { key: "ledger_normalisation", head: words.normalisationShare },
];

/** Every number of the run, layer by layer; what theory says, and what many seeds gave. */
export function flowTable({ run: { flow, theory }, band }: Measured): Table {
  const columns = [
    ...COLUMNS.map(({ key, head }) => ({ head, values: flow[key] })),
    { head: words.predictedDelta, values: theory.log10_delta },
    ...(band ? [{ head: words.meanDelta, values: band.mean_delta }, { head: words.deviationDelta, values: band.deviation_delta }] : []),
  ];
  return {
    head: [words.layerHead, ...columns.map(({ head }) => head)],
    rows: Array.from(flow.log10_delta, (_, i) => [i + 1, ...columns.map(({ values }) => values[i] ?? NaN)]),
  };
}

/** A norm as the axis gives it, 10 to a power, or 0 where the gradient is gone altogether. */
export function norm(log10: number | undefined): Node {
  const span = el("span", { class: "number" });
  if (log10 === -Infinity) span.append("0");
  else if (log10 === undefined || !Number.isFinite(log10)) span.append("—");
  else span.append("10", el("sup", {}, significant(log10, 4)));
  return span;
}

export function items(all: [Text, Node | string][], layer: number): Node {
  const fragment = document.createDocumentFragment();
  fragment.append(el("span", { class: "item" }, bilingual(words.layerNumber(layer))));
  for (const [text, value] of all) fragment.append(el("span", { class: "item" }, bilingual(text), " ", value));
  return fragment;
}

/** The gradient of one layer. */
export function gradientReading({ flow, theory }: Run, layer: number): Node {
  const i = layer - 1;
  return items(
    [
      [same("‖δ‖ ="), norm(flow.log10_delta[i])],
      [words.theoryIs, norm(theory.log10_delta[i])],
      [same("‖∂L/∂W‖ ="), norm(flow.log10_weight_gradient[i])],
      [words.theoryIs, norm(theory.log10_weight_gradient[i])],
    ],
    layer,
  );
}

/** The outputs of one layer. */
export function activationReading({ flow }: Run, layer: number): Node {
  const i = layer - 1;
  return items(
    [
      [words.mean, significant(flow.mean[i]!, 3)],
      [words.deviation, significant(flow.deviation[i]!, 3)],
      [words.zeroShare, significant(flow.zero_share[i]!, 2)],
      [words.saturatedShare, significant(flow.saturated_share[i]!, 2)],
      [words.deadShare, significant(flow.dead_share[i]!, 2)],
    ],
    layer,
  );
}

/** The factors of one layer. */
export function ledgerReading({ flow }: Run, layer: number): Node {
  const i = layer - 1;
  return items(
    [
      [words.gateShare, significant(flow.ledger_gate[i]!, 3)],
      [words.weightShare, significant(flow.ledger_weights[i]!, 3)],
      ...(flow.ledger_normalisation[i] === 0
        ? []
        : [[words.normalisationShare, significant(flow.ledger_normalisation[i]!, 3)] as [Text, string]]),
    ],
    layer,
  );
}
