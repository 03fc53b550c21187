// Another language has other line breaks: keeps in place what the reader is at.

const BLOCKS = "main h2, main .twins, main .plates, main figure";

/** The first block in sight, and how far from the top of the window it stands. */
function place(): { block: Element; top: number } | undefined {
  const below = document.querySelector(".bar")!.getBoundingClientRect().bottom;
  for (const block of document.querySelectorAll(BLOCKS)) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom > below) return { block, top };
  }
  return undefined;
}

/** Calls `change` on each of the radio buttons' changes, without moving the text under the reader. */
export function changeInPlace(radios: Iterable<HTMLInputElement>, change: () => void): void {
  let before: ReturnType<typeof place>;
  const remember = () => (before = window.scrollY > 0 ? place() : undefined);
  for (const radio of radios) {
    radio.addEventListener("keydown", remember);
    document.querySelector(`label[for="${radio.id}"]`)!.addEventListener("pointerdown", remember);
    radio.addEventListener("change", () => {
      change();
      if (!before) return;
      const moved = before.block.getBoundingClientRect().top - before.top;
      window.scrollBy({ top: moved, behavior: "instant" });
    });
  }
}
