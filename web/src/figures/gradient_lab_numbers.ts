import type { GradientFlow, Text } from "../core/api";
import { bilingual, el } from "../page/dom";
import { words } from "../page/words";
import { same, significant } from "../text";

type Column = Exclude<keyof GradientFlow, "slope_delta" | "slope_weight_gradient">;

const COLUMNS: { key: Column; head: Text }[] = [
  { key: "log10_delta", head: same("log₁₀ ‖δ‖") },
  { key: "log10_weight_gradient", head: same("log₁₀ ‖∂L/∂W‖") },
  { key: "log10_activation", head: same("log₁₀ ‖h‖") },
  { key: "mean", head: words.mean },
  { key: "deviation", head: words.deviation },
  { key: "zero_share", head: words.zeroShare },
];

/** Every number of the run; `data-value` holds it to the last bit. */
export function flowTable(flow: GradientFlow): HTMLTableElement {
  const heads = [words.layerHead, ...COLUMNS.map(({ head }) => head)];
  const body = el("tbody");
  flow.log10_delta.forEach((_, i) => {
    const cells = COLUMNS.map(({ key }) => {
      const value = flow[key][i]!;
      return el("td", { "data-value": String(value) }, significant(value, 4));
    });
    body.append(el("tr", {}, el("th", { scope: "row" }, String(i + 1)), ...cells));
  });
  const head = el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, bilingual(text))));
  return el("table", { class: "flow-table" }, el("thead", {}, head), body);
}

/** A norm as the axis gives it, 10 to a power, or 0 where the gradient is gone altogether. */
function norm(log10: number): Node {
  const span = el("span", { class: "number" });
  if (log10 === -Infinity) span.append("0");
  else span.append("10", el("sup", {}, significant(log10, 4)));
  return span;
}

/** The layer under the finger. */
export function layerReading(flow: GradientFlow, layer: number): Node {
  const i = layer - 1;
  const of = (text: Text, value: Node | string) => el("span", { class: "item" }, bilingual(text), " ", value);
  const fragment = document.createDocumentFragment();
  fragment.append(
    el("span", { class: "item" }, bilingual({ en: `Layer ${layer}`, zh: `第 ${layer} 层` })),
    of(same("‖δ‖ ="), norm(flow.log10_delta[i]!)),
    of(same("‖∂L/∂W‖ ="), norm(flow.log10_weight_gradient[i]!)),
    of(words.mean, significant(flow.mean[i]!, 3)),
    of(words.deviation, significant(flow.deviation[i]!, 3)),
    of(words.zeroShare, significant(flow.zero_share[i]!, 2)),
  );
  return fragment;
}
