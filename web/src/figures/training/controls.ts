// The controls of the lab, made once each from the schema; a view has a few of them in sight.

import { details, segments, select } from "../../page/controls";
import { el } from "../../page/dom";
import { parameterControls } from "../../page/presets";
import { slider } from "../../page/slider";
import { fieldControl } from "../gradient_lab/lab_controls";
import { words as labWords } from "../gradient_lab/words";
import type { Lab, View } from "./context";
import { OWN, PREFIXES } from "./settings";
import { words } from "./words";

export class Controls {
  readonly first = el("div", { class: "controls" });
  readonly element: HTMLElement;
  private readonly rest = el("div", { class: "more" });
  private readonly all = new Map<string, HTMLElement>();
  private readonly contestants: HTMLElement;
  private readonly parameters: ReturnType<typeof parameterControls>;
  private shown: View | undefined;

  constructor(private readonly lab: Lab) {
    const { catalog, state } = lab;
    this.parameters = parameterControls(state);
    for (const field of catalog.requests.trainBegin) {
      if (field.type === "parameters") continue;
      this.all.set(field.name, fieldControl(lab, field));
    }
    this.all.set("epochs", slider(state, "epochs"));
    const speeds = (["fast", "slow"] as const).map((id) => ({ id, label: words[id] }));
    this.all.set("speed", segments(state, "speed", speeds, words.slowly));
    this.contestants = details(words.contestants, el("div", { class: "more" }, slider(state, "runners"), ...PREFIXES.map((_, i) => this.contestant(i))));
    this.element = el("div", {}, this.contestants, details(labWords.more, this.rest, this.parameters.element));
  }

  /** Puts the controls of the view in sight in their places. */
  update(view: View, race: boolean): void {
    const { state } = this.lab;
    const rows = [...new Set(view.lanes().map(({ row }) => row))];
    this.parameters.show(rows);
    this.all.get("sigma")!.hidden = !PREFIXES.some((prefix) => state.string(`${prefix}initialisation`) === "by_hand");
    this.all.get("dropout_p")!.hidden = state.string("dropout") === "none";
    this.all.get("momentum")!.hidden = state.string("optimiser") !== "momentum";
    this.all.get("slopes")!.hidden = !rows.some(({ id }) => id === "prelu");
    this.all.get("rrelu")!.hidden = !rows.some(({ id }) => id === "rrelu");
    PREFIXES.forEach((_, i) => ((this.contestants.querySelectorAll("fieldset")[i] as HTMLElement).hidden = i >= state.number("runners")));
    if (this.shown === view) return;
    this.shown = view;
    this.contestants.hidden = !race;
    const away = [...this.all.keys()].filter((name) => !view.first.includes(name) && !(race && OWN.includes(name)));
    this.first.replaceChildren(...view.first.map((name) => this.all.get(name)!));
    this.rest.replaceChildren(...away.map((name) => this.all.get(name)!));
  }

  private contestant(index: number): HTMLElement {
    const { catalog, state } = this.lab;
    const prefix = PREFIXES[index]!;
    const functions = catalog.activations.map(({ id, name }) => ({ id, label: name }));
    const { choices } = catalog.requests.trainBegin.find(({ name }) => name === "initialisation")!;
    return el(
      "fieldset",
      { class: "contestant" },
      el("legend", {}, "ABCD"[index]!),
      select(state, `${prefix}activation`, functions, labWords.activation),
      select(state, `${prefix}initialisation`, choices),
      slider(state, `${prefix}gain`, { log: true }),
    );
  }
}

