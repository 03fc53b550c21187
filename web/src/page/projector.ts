// For a lecture: one section at a time, in large letters. The lecturer's own choice: it stays with the
// browser until it is ended, and no link can make it.

import { changed } from "./appearance";
import { bilingual, el } from "./dom";
import { isOpened, placeOf } from "./figure_links";
import { forget, store, stored } from "./preferences";
import { words } from "./words";
import type { Text } from "../core/api";

/** Where the arrow keys have a meaning of their own. */
const TAKES_KEYS = "input, select, textarea, [tabindex]";

export function startProjector(): void {
  const sections = [...document.querySelectorAll<HTMLElement>("main > section")];
  const toggle = document.querySelector<HTMLElement>("#projector")!;
  const count = el("span", { role: "status" });
  const steps = el("div", { class: "steps" }, step("←", words.previousSection, -1), count, step("→", words.nextSection, 1));
  let shown: number | undefined;

  function step(arrow: string, name: Text, by: number): HTMLElement {
    const button = el("button", { type: "button" }, arrow, el("span", { class: "visually-hidden" }, bilingual(name)));
    button.addEventListener("click", () => go(by));
    return button;
  }

  function show(index: number): void {
    const entered = shown === undefined;
    shown = index;
    sections.forEach((section, i) => section.classList.toggle("shown", i === index));
    count.textContent = `${index + 1} / ${sections.length}`;
    store("projector", sections[index]!.id);
    if (entered) turn(true);
    window.scrollTo({ top: 0, behavior: "instant" });
  }

  /** Whether there was a section to go to. */
  function go(by: number): boolean {
    const next = shown! + by;
    if (!sections[next]) return false;
    show(next);
    return true;
  }

  function leave(): void {
    const last = sections[shown!]!;
    shown = undefined;
    forget("projector");
    turn(false);
    last.scrollIntoView({ behavior: "instant" });
  }

  function turn(on: boolean): void {
    document.documentElement.classList.toggle("projected", on);
    toggle.setAttribute("aria-pressed", String(on));
    if (on) toggle.before(steps);
    else steps.remove();
    changed();
  }

  /** The section that fills the window. */
  const current = () => Math.max(0, sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 2).length - 1);

  toggle.addEventListener("click", () => (shown === undefined ? show(current()) : leave()));

  document.addEventListener("keydown", (event) => {
    if (shown === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return leave();
    if ((event.target as Element).closest(TAKES_KEYS)) return;
    const { scrollHeight, clientHeight } = document.documentElement;
    const atEnd = window.scrollY + clientHeight > scrollHeight - 2;
    if (event.key === "ArrowRight" || (event.key === "PageDown" && atEnd)) {
      if (go(1)) event.preventDefault();
    } else if (event.key === "ArrowLeft" || (event.key === "PageUp" && window.scrollY < 2)) {
      if (!go(-1)) return;
      event.preventDefault();
      // Whoever pages back comes to the end of what was before.
      if (event.key === "PageUp") window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    }
  });

  function follow(fragment: string): void {
    const target = placeOf(fragment);
    const section = sections.findIndex((one) => one.contains(target));
    if (shown === undefined || section < 0) return;
    show(section);
    target!.scrollIntoView({ behavior: "instant" });
  }

  window.addEventListener("hashchange", () => follow(location.hash));
  // A link that is followed once more changes no address; that of a term may only show its definition.
  document.addEventListener("click", ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#"]:not(.term)');
    if (link) follow(link.hash);
  });

  const kept = sections.findIndex(({ id }) => id === stored("projector"));
  if (kept >= 0) show(kept);
  if (isOpened()) follow(location.hash);
}
