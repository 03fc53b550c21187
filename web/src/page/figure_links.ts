// Links to a figure as somebody has set it: those of the text, [text](#gradient_lab.view=chain), and
// those that readers send each other.

import { formatFragment, parseFragment, type Values } from "./fragment";
import { ANCHORS } from "./place";

/** The figure that the first of the settings belongs to; the language belongs to none. */
const figureOf = (values: Values): string => Object.keys(values).find((key) => key.includes("."))?.split(".")[0] ?? "";

/** Where a fragment leads: to a figure as it is set, or to a place in the text. */
export const placeOf = (fragment: string): HTMLElement | null =>
  document.getElementById(fragment.includes("=") ? `figure-${figureOf(parseFragment(fragment))}` : fragment.slice(1));

/** Whether a link has opened the page: who loads it anew stays where they were. */
export const isOpened = (): boolean => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)?.type === "navigate";

/** A link sets what it names in the figure, the figure's other settings to their defaults, and brings the figure into sight. */
export function startFigureLinks(): void {
  // A browser that does not hold the text in sight has lost the place that it went to.
  const isLost = location.hash.includes("=") || !ANCHORS;
  if (isOpened() && isLost) placeOf(location.hash)?.scrollIntoView({ behavior: "instant" });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href^="#"][href*="="]');
    if (!link) return;
    event.preventDefault();
    const wanted = parseFragment(link.hash);
    const figure = figureOf(wanted);
    const kept = ([key]: [string, string]) => !key.startsWith(`${figure}.`) || key === `${figure}.hide`;
    const others = Object.entries(parseFragment(location.hash)).filter(kept);
    // Where it leads stands first.
    location.hash = formatFragment({ ...wanted, ...Object.fromEntries(others), ...wanted });
    placeOf(link.hash)?.scrollIntoView();
  });
}
