// A/B: one run is kept while a setting is changed, and both are shown. The pinned settings stand in
// the address like all others.

import type { Text } from "../../core/api";
import { button } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { decades } from "../../text";
import type { Measured, Run, Wanted } from "./bench";
import { PINNED, requestOf, rowOf, type Lab } from "./context";

const PIN: Text = { en: "Pin this run", zh: "固定这次运行" };
const UNPIN: Text = { en: "Unpin", zh: "取消固定" };
const BACK: Text = { en: "Back to the pinned settings", zh: "回到固定的设置" };

export class Pin {
  readonly button: HTMLButtonElement;
  readonly element = el("div", { class: "pinned" });

  constructor(private readonly lab: Lab) {
    this.button = button(PIN, () => this.pin());
  }

  /** The run to compare with. */
  wanted(): Wanted["pinned"] {
    if (this.lab.state.string("pinned") === "off") return undefined;
    return { row: rowOf(this.lab, PINNED), request: requestOf(this.lab, PINNED) };
  }

  draw({ run, pinned }: Measured): void {
    this.button.hidden = pinned !== undefined;
    if (!pinned) return this.element.replaceChildren();
    this.element.replaceChildren(
      el("p", {}, el("b", {}, "A"), " ", bilingual(slope(pinned))),
      el("p", {}, el("b", {}, "B"), " ", bilingual(slope(run)), " ", bilingual(this.changed())),
      el("p", {}, button(UNPIN, () => this.lab.state.set({ pinned: "off" })), " ", button(BACK, () => this.back())),
    );
  }

  private keys(): string[] {
    return Object.keys(this.lab.state.values)
      .filter((name) => name.startsWith(PINNED))
      .map((name) => name.slice(PINNED.length));
  }

  private pin(): void {
    const values = this.keys().map((name) => [PINNED + name, this.lab.state.values[name]!] as const);
    this.lab.state.set({ ...Object.fromEntries(values), pinned: "on" });
  }

  private back(): void {
    const values = this.keys().map((name) => [name, this.lab.state.values[PINNED + name]!] as const);
    this.lab.state.set(Object.fromEntries(values));
  }

  /** Which settings of the network differ. */
  private changed(): Text {
    const { state } = this.lab;
    const own = (name: string) => !name.includes(".") || name.startsWith(`${state.string("activation")}.`);
    const names = this.keys().filter((name) => own(name) && state.values[name] !== state.values[PINNED + name]);
    const labels = names.map((name) => state.setting(name).label);
    if (names.length === 0) return { en: "Nothing changed yet.", zh: "还没有改动。" };
    return {
      en: `Changed: ${labels.map(({ en }) => en).join(", ")}.`,
      zh: `改动：${labels.map(({ zh }) => zh).join("、")}。`,
    };
  }
}

function slope({ row, request, flow }: Run): Text {
  const seed = request["seed"] as number;
  const each = decades(flow.slope_delta);
  const what = Number.isFinite(flow.slope_delta)
    ? { en: `‖δ‖ gains ${each} decades per layer on its way back.`, zh: `‖δ‖ 往回走每层变化 ${each} 个数量级。` }
    : { en: "‖δ‖ is 0 or not finite at one end.", zh: "‖δ‖ 在一端为 0 或不再有限。" };
  return { en: `${row.name.en}, seed ${seed}: ${what.en}`, zh: `${row.name.en}，种子 ${seed}：${what.zh}` };
}
