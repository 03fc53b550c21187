// Scrolling through the text.

/**
 * Goes to the last heading before the page is laid out, by the contents or by scrolling, and then has it laid out, as
 * far as the page does that by itself; and from there upwards, by so many pixels at a time. Returns where the heading
 * was and is, and by how much the text in sight moved at each step.
 */
export async function leapAhead(how, step) {
  const link = [...document.querySelectorAll('.contents a')].at(-1);
  const heading = document.querySelector(link.getAttribute('href'));
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const top = () => heading.getBoundingClientRect().top;
  document.documentElement.style.scrollBehavior = 'auto';
  const holds = CSS.supports('overflow-anchor', 'auto');
  while (!holds && !window.idle.length) await frame();
  if (how === 'link') link.click();
  else heading.scrollIntoView();
  for (let i = 0; i < 5; ++i) await frame();
  const landed = top();
  while (window.idle.length) {
    window.idle.shift()();
    await frame();
  }
  const stays = top();
  const moved = [];
  while (window.scrollY > step && moved.length < 40) {
    const inSight = [...document.querySelectorAll('main p, main li, main h2, main h3')].find((block) => {
      if (!block.checkVisibility({contentVisibilityAuto: true})) return false;
      const {top, bottom} = block.getBoundingClientRect();
      return top > 100 && bottom < window.innerHeight - step;
    });
    const before = inSight?.getBoundingClientRect().top;
    window.scrollBy(0, -step);
    for (let i = 0; i < 4; ++i) await frame();
    if (inSight) moved.push(Math.round(inSight.getBoundingClientRect().top - before));
  }
  return {landed, stays, moved};
}
