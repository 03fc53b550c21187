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

/**
 * Reads on right below each figure that has not come to life. Returns by how many pixels the text there has moved once
 * the figure lives and is at rest, and by how many the figure has grown meanwhile.
 */
export async function readBelowFigures() {
  const {frame, until, settled} = window.watched;
  document.documentElement.style.scrollBehavior = 'auto';
  const told = [];
  for (const figure of document.querySelectorAll('[data-figure]')) {
    if (figure.querySelector('.live')) continue;
    let last = figure;
    while (!last.nextElementSibling) last = last.parentElement;
    const below = last.nextElementSibling;
    let arrived;
    const [top, height] = [() => below.getBoundingClientRect().top, () => figure.getBoundingClientRect().height];
    // What lies between is laid out first.
    for (let still = 0; still < 5; still = Math.abs(top() - arrived) < 1 ? still + 1 : 0) {
      if (still === 0) below.scrollIntoView();
      arrived = top();
      await frame();
    }
    const [landed, was] = [top(), height()];
    await until(() => figure.querySelector('.live'), `${figure.id}'s life, which ends ${Math.round(figure.getBoundingClientRect().bottom)} px from the top,`, 30);
    await settled(figure);
    await frame();
    told.push({figure: figure.id, moved: Math.round(top() - landed), grew: Math.round(height() - was)});
  }
  return told;
}

/** Where the place is that the address names, from the window's top, once every figure has got its worker. */
export async function placeOfAddress() {
  const {frame, until} = window.watched;
  await until(() => document.querySelector('.live'), 'a figure that lives');
  for (let i = 0; i < 30; ++i) await frame();
  return document.querySelector(location.hash).getBoundingClientRect().top;
}
