// Only the sections near the reader are laid out; one that comes near may turn out longer or shorter than was guessed,
// and most browsers hold the text in sight meanwhile. Where the browser does not, all sections are laid out, one at a
// time while nothing else is to do: all at once is a long task. Who follows a link to a place further down gets them
// all at once, since heights that are guessed would mislead it.

import { ANCHORS } from "./place";

const whenIdle: (work: () => void) => void = window.requestIdleCallback ?? ((work) => setTimeout(work, 30));

/** What the browser has rounded off when it was scrolled. */
let owed = 0;

export function unfold(): void {
  if (ANCHORS) return;
  const folded = [...document.querySelectorAll("main > section")];
  const unfoldUpTo = (count: number) => folded.splice(0, count).forEach(layOut);
  if (location.hash) return unfoldUpTo(folded.length);
  const step = () => {
    unfoldUpTo(1);
    if (folded[0]) whenIdle(step);
  };
  whenIdle(step);
  document.addEventListener("click", ({ target }) => {
    if ((target as Element).closest('a[href^="#"]')) unfoldUpTo(folded.length);
  });
}

function layOut(section: Element): void {
  const guessed = section.getBoundingClientRect();
  section.classList.add("unfolded");
  if (guessed.bottom > 0) return;
  owed += section.getBoundingClientRect().height - guessed.height;
  const before = window.scrollY;
  window.scrollBy({ top: owed, behavior: "instant" });
  owed -= window.scrollY - before;
}
