// What changes above the reader, as when another language has other line breaks: keeps in place what the reader is at.

const BLOCKS = "main h2, main .twins, main .plates, main figure";

/** Whether the browser itself holds the text in sight when something above it grows. WebKit does not. */
export const ANCHORS = CSS.supports("overflow-anchor", "auto");

/** Where the window's part for the text begins. */
const textBegins = (): number => document.querySelector(".bar")!.getBoundingClientRect().bottom;

/** The first block that begins in sight, or the one that fills the window, and where it begins. */
function place(): { block: Element; top: number } | undefined {
  const below = textBegins();
  // What is not laid out yet is nowhere.
  const blocks = [...document.querySelectorAll(BLOCKS)].filter((block) => !ANCHORS || isLaidOut(block)).map((block) => ({ block, ...tops(block) }));
  const begins = blocks.find(({ top }) => top >= below && top < window.innerHeight);
  return begins ?? blocks.find(({ bottom }) => bottom > below);
}

/** A browser that cannot say so leaves nothing out. */
const isLaidOut = (block: Element): boolean => block.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;

function tops(block: Element): { top: number; bottom: number } {
  const { top, bottom } = block.getBoundingClientRect();
  return { top, bottom };
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
      putBack(before);
    });
  }
}

/** Makes a change that the page itself begins, without moving the text under the reader. */
export function inPlace(change: () => void): void {
  const before = ANCHORS || window.scrollY === 0 ? undefined : place();
  change();
  putBack(before);
}

/** Where the browser does not, holds the text in sight when a figure or a card above it grows or shrinks. */
export function holdPlace(): void {
  if (ANCHORS) return;
  let reader: ReturnType<typeof place>;
  const remember = () => {
    // What the browser rounds off when it is scrolled back does not add up.
    if (reader && Math.abs(tops(reader.block).top - reader.top) < 1) return;
    const now = window.scrollY > 0 ? place() : undefined;
    reader = now && isLaidOut(now.block) ? now : undefined;
  };
  remember();
  window.addEventListener("scroll", remember, { passive: true });
  const observer = new ResizeObserver((entries) => {
    if (reader && !isLaidOut(reader.block)) reader = undefined;
    const moved = reader ? tops(reader.block).top - reader.top : 0;
    if (entries.some(({ target }) => tops(target).bottom - moved <= textBegins())) putBack(reader);
    remember();
  });
  for (const part of document.querySelectorAll("main figure, .claim, .prediction")) observer.observe(part);
}

function putBack(before: ReturnType<typeof place>): void {
  if (!before) return;
  window.scrollBy({ top: tops(before.block).top - before.top, behavior: "instant" });
}
