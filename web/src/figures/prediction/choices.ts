import { bilingual, el, uniqueId } from "../../page/dom";
import type { Ask } from "./ask";
import { rightChoice } from "./condition";
import { words } from "./words";

/** Makes the list of the choices one of radio buttons. */
export function choices(list: HTMLElement, conditions: string[], changed: () => void): Ask {
  const name = uniqueId("prediction");
  const items = [...list.querySelectorAll("li")];
  const texts = items.map((item) => [...item.childNodes].map((node) => node.cloneNode(true)));
  const radios = items.map((item, i) => {
    const radio = el("input", { type: "radio", name, value: i });
    radio.addEventListener("change", changed);
    item.replaceChildren(el("label", {}, radio, el("span", {}, ...item.childNodes)));
    return radio;
  });
  const sign = (item: HTMLElement, kind: "right" | "wrong", text: Node) => {
    item.classList.add(kind);
    item.querySelector("label")!.append(el("span", { class: "sign" }, kind === "right" ? "✓ " : "✗ ", text));
  };
  const chosen = () => radios.findIndex((radio) => radio.checked);

  return {
    given: () => conditions[chosen()],
    restore(given) {
      const index = conditions.indexOf(String(given));
      if (index >= 0) radios[index]!.checked = true;
      return index >= 0;
    },
    reveal(values) {
      const right = rightChoice(conditions, values);
      const given = chosen();
      for (const radio of radios) radio.disabled = true;
      sign(items[right]!, "right", bilingual(words.fallsTo));
      if (given === right) return { right: true, text: bilingual(words.right) };
      sign(items[given]!, "wrong", bilingual(words.yours));
      const text = el("span", {}, bilingual(words.wrong), el("strong", {}, ...texts[right]!.map((node) => node.cloneNode(true))));
      return { right: false, text };
    },
    reset() {
      for (const radio of radios) radio.disabled = radio.checked = false;
      for (const item of items) {
        item.classList.remove("right", "wrong");
        item.querySelector(".sign")?.remove();
      }
    },
  };
}
