// The sections are laid out one at a time while nothing else is to do: all at once is a long task. Who follows a link
// to a place further down gets them at once, since heights that are guessed would mislead it.

import { ANCHORS } from "./place";

const whenIdle: (work: () => void) => void = window.requestIdleCallback ?? ((work) => setTimeout(work, 30));

/** What the browser has rounded off when it was scrolled. */
let owed = 0;

export function unfold(): void {
  const folded = [...document.querySelectorAll("main > section")];
  const unfoldUpTo = (count: number) => folded.splice(0, count).forEach(layOut);
  if (location.hash) return unfoldUpTo(folded.length);
  const step = () => {
    unfoldUpTo(1);
    if (folded.length > 0) whenIdle(step);
  };
  whenIdle(step);
  document.addEventListener("click", ({ target }) => {
    if ((target as Element).closest('a[href^="#"]')) unfoldUpTo(folded.length);
  });
}

function layOut(section: Element): void {
  const guessed = ANCHORS ? undefined : section.getBoundingClientRect();
  section.classList.add("unfolded");
  if (!guessed || guessed.bottom > 0) return;
  owed += section.getBoundingClientRect().height - guessed.height;
  const before = window.scrollY;
  window.scrollBy({ top: owed, behavior: "instant" });
  owed -= window.scrollY - before;
}
