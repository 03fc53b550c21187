// Functions of several numbers: softmax of three logits with its Jacobian, and a gated unit with both
// of its slopes.

import { el } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { problemsNotice, showFailure } from "../../page/notice";
import { State } from "../../page/state";
import { gatePart } from "./gate_part";
import { logitsPart } from "./logits_part";
import { settings } from "./settings";

export const mountVectorFunctions: Mount = (host, { core, catalog }, redraw) => {
  const state = new State("vector_functions", settings(catalog));
  const notice = el("div", { class: "notice", role: "status" });
  const mount = () => live.isConnected || host.replaceChildren(live);
  const fail = (error: Error) => {
    mount();
    showFailure(notice, error);
  };
  const parts = [logitsPart, gatePart].map((part) => part(core, catalog, state, redraw, fail));
  const live = el("div", { class: "live vector-functions" }, notice, ...parts.map((part) => part.element));
  state.follow(() => notice.replaceChildren(...problemsNotice(state.problems)));
  return () => {
    if (!parts.every((part) => part.ready())) return;
    mount();
    for (const part of parts) part.draw();
  };
};
