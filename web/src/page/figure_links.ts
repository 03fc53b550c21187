// Links to a figure as somebody has set it: those of the text, [text](#gradient_lab.view=chain), and
// those that readers send each other.

import { formatFragment, parseFragment, type Values } from "./fragment";

/** The figure that the first of the settings belongs to; the language belongs to none. */
const figureOf = (values: Values): string => Object.keys(values).find((key) => key.includes("."))?.split(".")[0] ?? "";

const show = (figure: string, behavior: ScrollBehavior = "auto") => document.getElementById(`figure-${figure}`)?.scrollIntoView({ behavior });

/** A link sets what it names in the figure, the figure's other settings to their defaults, and brings the figure into sight. */
export function startFigureLinks(): void {
  const [opened] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // Who loads the page anew stays where they were.
  if (opened?.type === "navigate") show(figureOf(parseFragment(location.hash)), "instant");
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href^="#"][href*="="]');
    if (!link) return;
    event.preventDefault();
    const wanted = parseFragment(link.hash);
    const figure = figureOf(wanted);
    const kept = ([key]: [string, string]) => !key.startsWith(`${figure}.`) || key === `${figure}.hide`;
    const others = Object.entries(parseFragment(location.hash)).filter(kept);
    location.hash = formatFragment({ ...Object.fromEntries(others), ...wanted });
    show(figure);
  });
}
