// What this browser keeps of the reader, and how the reader takes it back.

import { button } from "./controls";
import { bilingual, el } from "./dom";
import { forgetAll } from "./preferences";
import { words } from "./words";

export function startForgetting(footer: HTMLElement): void {
  const done = el("span", { role: "status" });
  const act = button(words.forgetAll, () => {
    forgetAll();
    done.replaceChildren(bilingual(words.forgotten));
  });
  footer.append(el("p", { class: "kept" }, bilingual(words.kept), " ", act, " ", done));
}
