// What is done by keyboard alone.

/** What has the focus: its name, whether it can be seen and whether one sees that it has it; null at the page's end. */
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const marked = [element, ...(element.labels ?? []), element.nextElementSibling, element.parentElement].filter(Boolean);
  const ring = marked.some((e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; });
  return {
    name: element.outerHTML.slice(0, 120),
    figure: element.closest('[data-figure]')?.dataset.figure ?? '',
    seen: element.checkVisibility() || marked.some((e) => e.checkVisibility()),
    ring,
  };
}

/** Focuses a control of a figure, with the figure at rest; returns what it shows. */
export async function focus(name, selector) {
  const {wake, settled} = window.watched;
  const figure = await wake(name);
  const control = figure.querySelector(selector);
  control.focus();
  control.scrollIntoView({behavior: 'instant', block: 'center'});
  return settled(figure);
}

export async function becomesOther(name, before) {
  const {figure, isOther, until} = window.watched;
  await until(() => isOther(figure(name), before), `another picture of ${name}`);
}
