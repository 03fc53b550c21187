import { onChanged } from "../../page/appearance";
import { bilingual, el } from "../../page/dom";
import { language } from "../../page/language";
import type { Text } from "../../core/api";
import { pick, short } from "../../text";
import type { Ask } from "./ask";
import type { Mark } from "./definition";
import { place } from "./still";
import { distance, power, words } from "./words";

const STEP = 0.5;

/** Puts a mark on the axis that can be dragged, or moved with the keys. */
export function mark(host: HTMLElement, axis: Mark): Ask {
  const track = host.querySelector<HTMLElement>(".track")!;
  const middle = Math.round((axis.from + axis.to) / 2);
  const range = el("input", { type: "range", min: axis.from, max: axis.to, step: STEP });
  const yours = flag("yours", words.you);
  const core = flag("core", words.core);
  core.element.hidden = true;
  track.append(range, yours.element, core.element);

  const given = () => Number(range.value);
  const show = () => {
    yours.put(given(), axis);
    range.setAttribute("aria-label", pick(words.yourMark, language()));
    range.setAttribute("aria-valuetext", pick(power(given()), language()));
  };
  const set = (value: number) => {
    range.value = String(value);
    show();
  };
  range.addEventListener("input", show);
  onChanged(show);
  set(middle);

  return {
    given,
    restore(value) {
      const fits = typeof value === "number" && value >= axis.from && value <= axis.to;
      if (fits) set(value);
      return fits;
    },
    reveal(values) {
      const measured = values[axis.value]!;
      range.disabled = true;
      core.element.hidden = false;
      core.put(measured, axis);
      const right = Math.abs(given() - measured) <= axis.within;
      return { right, text: bilingual(distance(given(), measured, axis.within)) };
    },
    reset() {
      range.disabled = false;
      core.element.hidden = true;
      set(middle);
    },
  };
}

/** A name and a number beside the axis, which stay within its ends. */
function flag(kind: string, name: Text): { element: HTMLElement; put(at: number, axis: Mark): void } {
  const text = el("span");
  const element = el("div", { class: `flag ${kind}`, "aria-hidden": "true" }, text);
  return {
    element,
    put(at, axis) {
      const number = `10^${short(at, 3)}`;
      element.style.setProperty("--at", place(at, axis));
      text.replaceChildren(bilingual({ en: `${name.en} ${number}`, zh: `${name.zh} ${number}` }));
    },
  };
}
