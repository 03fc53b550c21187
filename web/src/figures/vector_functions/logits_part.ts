// Three logits, live: sliders on one side, values and Jacobian on the other.

import type { Catalog, Logits, Request } from "../../core/api";
import type { Core } from "../../core/client";
import { newestWins } from "../../core/newest";
import { button, segments } from "../../page/controls";
import { bilingual, el, setMarkup } from "../../page/dom";
import { succeed } from "../../page/notice";
import type { Value } from "../../page/settings";
import { Share } from "../../page/share";
import { slider } from "../../page/slider";
import type { State } from "../../page/state";
import type { Table } from "../../page/table";
import { same } from "../../text";
import { logitsTable, SUBSCRIPTS, SYMBOL } from "./logits_table";
import { logitsSentence } from "./logits_words";
import type { Part } from "./part";
import { fieldOf } from "./settings";
import { words } from "./words";

const LOGITS = ["x1", "x2", "x3"];

const all = (value: (key: string) => Value) => Object.fromEntries(LOGITS.map((key) => [key, value(key)]));

interface Shown {
  name: string;
  logits: Logits;
}

const jacobianTable = ({ name, logits: { y, jacobian } }: Shown): Table => ({
  head: [words.component, same(name), ...SUBSCRIPTS.map((subscript) => same(`∂/∂x${subscript}`))],
  rows: SUBSCRIPTS.map((subscript, i) => [SYMBOL[name]! + subscript, y[i]!, ...jacobian.subarray(3 * i, 3 * i + 3)]),
});

export function logitsPart(core: Core, catalog: Catalog, state: State, redraw: () => void, fail: (error: Error) => void): Part {
  let shown: Shown | undefined;
  let column = LOGITS.length - 1;

  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const table = el("div", { class: "table-scroll" });
  const sliders = LOGITS.map((key, j) => {
    const control = slider(state, key);
    control.addEventListener("focusin", () => {
      column = j;
      redraw();
    });
    return control;
  });

  const oneMore = button(words.oneMore, () => state.set(all((key) => Number((state.number(key) + 1).toPrecision(12)))));
  state.follow(() => (oneMore.disabled = LOGITS.some((key) => state.number(key) + 1 > state.setting(key).max)));
  const equal = button(words.equal, () => state.set(all(() => 0)));
  const ahead = button(words.ahead, () => state.set(all((key) => (key === LOGITS[2] ? 10 : 0))));

  const update = newestWins(
    async (request: Request) => succeed(await core.call("evaluateLogits", request)),
    (logits, request) => {
      shown = { name: request["function"] as string, logits };
      redraw();
    },
    fail,
  );
  state.follow(() => update({ function: state.string("function"), ...all((key) => state.number(key)) }));

  const fields = catalog.requests.evaluateLogits;
  const choice = fieldOf(fields, "function");
  const element = el(
    "section",
    { class: "logits" },
    el("h3", {}, bilingual(words.logits)),
    sentence,
    el(
      "div",
      { class: "side" },
      segments(state, choice.name, choice.choices, choice.label),
      ...sliders,
      el("div", { class: "presets" }, oneMore, equal, ahead),
    ),
    table,
  );
  const share = new Share(state, element, () => jacobianTable(shown!), redraw);
  element.append(share.element);
  return {
    element,
    ready: () => shown !== undefined,
    draw() {
      if (!shown) return;
      setMarkup(table, logitsTable(shown.name, shown.logits, column));
      sentence.replaceChildren(bilingual(logitsSentence(shown.name, shown.logits, column)));
    },
  };
}
