// The controls of the lab, made once each from the schema; a view shows those that have an effect in it.

import type { Field } from "../../core/api";
import { details, select } from "../../page/controls";
import { el } from "../../page/dom";
import { parameterControls } from "../../page/presets";
import { counter, slider } from "../../page/slider";
import { rowOf, type Lab, type View } from "./context";
import type { RegimeCaption } from "./regime";
import { words } from "./words";

/** A slider is of no use for more values than this. */
const MOST_STOPS = 1e6;

export class Controls {
  readonly first = el("div", { class: "controls" });
  readonly more: HTMLDetailsElement;
  private readonly rest = el("div", { class: "more" });
  private readonly all = new Map<string, HTMLElement>();
  private readonly parameters: ReturnType<typeof parameterControls>;
  private arranged = "";

  constructor(
    private readonly lab: Lab,
    private readonly view: () => View,
    regime: RegimeCaption,
  ) {
    this.more = details(words.more, this.rest);
    this.parameters = parameterControls(lab.state);
    const { gradientFlow, neuronChain } = lab.catalog.requests;
    const input = neuronChain.filter(({ name }) => name === "x" || name === "b");
    for (const field of [...gradientFlow, ...input]) {
      if (field.type !== "parameters") this.all.set(field.name, fieldControl(lab, field));
    }
    this.all.get("gain")!.append(regime.element);
    this.all.set("parameters", this.parameters.element);
  }

  /** Puts the controls of the view in sight in their places. */
  update(): void {
    const row = rowOf(this.lab);
    this.parameters.show([row]);
    const useful = (name: string) =>
      (name !== "sigma" || this.lab.state.string("initialisation") === "by_hand") &&
      (name !== "parameters" || row.parameters.length > 0);
    const { first, more } = this.view();
    const [inSight, away] = [first.filter(useful), more.filter(useful)];
    const arrangement = [...inSight, "/", ...away].join();
    if (arrangement === this.arranged) return;
    this.arranged = arrangement;
    this.first.replaceChildren(...inSight.map((name) => this.all.get(name)!));
    this.rest.replaceChildren(...away.map((name) => this.all.get(name)!));
    this.more.hidden = away.length === 0;
  }
}

/** The control that suits a field. */
export function fieldControl({ state, catalog }: Pick<Lab, "state" | "catalog">, field: Field): HTMLElement {
  if (field.max > MOST_STOPS) return counter(state, field.name, words.newSeed);
  if (field.type === "integer" || field.type === "real") return slider(state, field.name, { log: field.scale === "log" });
  const functions = catalog.activations.map(({ id, name }) => ({ id, label: name }));
  return field.type === "activation"
    ? select(state, field.name, functions, words.activation)
    : select(state, field.name, field.choices);
}
