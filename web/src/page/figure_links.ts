// Links of the text into a figure: [text](#gradient_lab.view=chain) sets what it names in the figure,
// the figure's other settings to their defaults, and brings the figure into sight.

import { formatFragment, parseFragment } from "./fragment";

export function startFigureLinks(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href^="#"][href*="="]');
    if (!link) return;
    event.preventDefault();
    const wanted = parseFragment(link.hash);
    const figure = Object.keys(wanted)[0]!.split(".")[0]!;
    const others = Object.entries(parseFragment(location.hash)).filter(([key]) => !key.startsWith(`${figure}.`));
    location.hash = formatFragment({ ...Object.fromEntries(others), ...wanted });
    document.querySelector(`#figure-${figure}`)?.scrollIntoView();
  });
}
