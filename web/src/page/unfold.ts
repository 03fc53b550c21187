// The sections are laid out one at a time while nothing else is to do: all at once is a long task. Who comes by a
// link that leads to a place further down gets them at once, since heights that are guessed would mislead it.

const whenIdle: (work: () => void) => void = window.requestIdleCallback ?? ((work) => setTimeout(work, 30));

export function unfold(): void {
  const folded = [...document.querySelectorAll("main > section")];
  const unfoldUpTo = (count: number) => folded.splice(0, count).forEach((section) => section.classList.add("unfolded"));
  if (location.hash) return unfoldUpTo(folded.length);
  const step = () => {
    unfoldUpTo(1);
    if (folded.length > 0) whenIdle(step);
  };
  whenIdle(step);
}
