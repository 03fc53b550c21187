// A marked term shows its definition when it is pointed at, focused or tapped. It stays a link to the
// glossary, which a mouse or the Enter key follows.

import { el } from "./dom";

/** Time to move the pointer from the term to its definition. */
const LEAVE_MS = 250;

export function startDefinitions(): void {
  const box = el("div", { class: "definition", id: "definition", role: "tooltip", popover: "manual" });
  if (!("showPopover" in box)) return;
  document.body.querySelector(".page")!.append(box);
  let shown: HTMLAnchorElement | undefined;
  let leaving = 0;
  let tapped = false;

  const hide = () => {
    clearTimeout(leaving);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = undefined;
    box.hidePopover();
  };
  const show = (term: HTMLAnchorElement) => {
    clearTimeout(leaving);
    if (term === shown) return;
    hide();
    const definition = document.querySelector(term.hash)!;
    box.replaceChildren(...[...definition.children].map((language) => language.cloneNode(true)));
    term.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place(box, term);
    shown = term;
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = window.setTimeout(hide, LEAVE_MS);
  };
  const termOf = ({ target }: Event) => (target as Element).closest<HTMLAnchorElement>(".term") ?? undefined;

  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const term = termOf(event);
      if (term) show(term);
      else if (box.contains(event.target as Node)) clearTimeout(leaving);
      else if (shown && kind === "focusin") hide();
    });
  }
  document.addEventListener("pointerout", (event) => {
    if ((event as PointerEvent).pointerType === "mouse" && shown && document.activeElement !== shown) leave();
  });
  document.addEventListener("pointerdown", (event) => {
    tapped = (event as PointerEvent).pointerType !== "mouse";
    if (!termOf(event) && !box.contains(event.target as Node)) hide();
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    if (!term) return;
    if (tapped) {
      event.preventDefault();
      show(term);
    } else {
      hide();
    }
    tapped = false;
  });
  document.addEventListener("keydown", (event) => {
    tapped = false;
    if (event.key === "Escape") hide();
  });
}

/** Below the term, or above it where there is no room; never beyond the window. */
function place(box: HTMLElement, term: HTMLElement): void {
  const line = term.getClientRects()[0]!;
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - 8;
  const below = line.bottom + 6;
  const top = below + height > window.innerHeight ? line.top - height - 6 : below;
  box.style.left = `${Math.max(8, Math.min(line.left, room)) + window.scrollX}px`;
  box.style.top = `${top + window.scrollY}px`;
}
