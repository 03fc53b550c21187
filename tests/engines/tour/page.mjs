// The page as it opens: its figures, languages and self-test, and the article without their life.

export const figures = () => [...document.querySelectorAll('[data-figure]')].map(({dataset}) => dataset.figure);

/** Brings these figures into sight until they live. */
export async function wake(...names) {
  for (const name of names) await window.watched.wake(name);
}

/** Brings every figure of a page as it is into sight until it lives. */
export async function wakeAll() {
  for (const figure of document.querySelectorAll('[data-figure]')) {
    for (const end = Date.now() + 60000; !figure.querySelector('.live'); await new Promise((next) => setTimeout(next, 50))) {
      figure.scrollIntoView({behavior: 'instant'});
      if (Date.now() > end) throw new Error(`${figure.dataset.figure} does not come to life`);
    }
  }
}

/** What the page met: errors, and what its policy refused. */
export const met = () => window.watched.met;

/** Reads the footer's self-test when it has run: [scenes passed, scenes]. */
export async function selfTest() {
  const line = document.querySelector('#self-test');
  for (const end = Date.now() + 120000; !line.dataset.state; await new Promise((next) => setTimeout(next, 50))) {
    line.scrollIntoView({behavior: 'instant'});
    if (Date.now() > end) throw new Error('the self-test does not end');
  }
  return line.textContent.match(/\d+/g).slice(0, 2).map(Number);
}

/** Chooses a language by its switch; returns texts in the other one that can still be seen. */
export async function chooseLanguage(language) {
  document.querySelector(`label[for=language-${language}]`).click();
  await new Promise((next) => setTimeout(next, 100));
  const other = language === 'en' ? 'zh' : 'en';
  if (document.documentElement.lang !== language) return [`the document says it is in ${document.documentElement.lang}`];
  return [...document.querySelectorAll(`main [lang=${other}], footer [lang=${other}]`)]
    .filter((element) => element.checkVisibility() && element.textContent.trim() && !element.closest('.visually-hidden'))
    .map((element) => element.textContent.slice(0, 80));
}

/** Waits until a figure says what it shows. */
export async function speaks(name) {
  const {figure, until} = window.watched;
  await until(() => figure(name).innerText.length > 100, `the words of ${name}`);
}

/** What a figure shows behind a link, its notice apart. */
export async function behind(name, address) {
  const {wake, settled, go} = window.watched;
  const figure = await wake(name);
  await go(address);
  await settled(figure);
  return figure.innerText;
}

/** The article without its figures' life: what is said, and what stands there. */
export async function standing() {
  // What is far away is laid out only when asked for.
  for (const part of document.querySelectorAll('main, main *')) part.style.contentVisibility = 'visible';
  const said = async () => [...document.querySelectorAll('[data-figure] > .notice')].map((notice) => notice.innerText.trim()).filter(Boolean);
  for (const end = Date.now() + 60000; (await said()).length === 0 && Date.now() < end;) await new Promise((next) => setTimeout(next, 50));
  const figures = [...document.querySelectorAll('[data-figure]')];
  return {
    figures: figures.length,
    said: await said(),
    // A time has no picture before it is taken.
    pictures: figures.filter((figure) => figure.dataset.figure === 'speed' || [...figure.querySelectorAll('svg.chart, table')].some((picture) => picture.checkVisibility())).length,
    hidden: [...document.querySelectorAll('[open] > .outcome, .prediction .answer')].filter((part) => !part.checkVisibility() && !part.parentElement.closest('details:not([open])')).length,
    controls: [...document.querySelectorAll('main :is(button, select, input)')].filter((control) => control.checkVisibility()).length,
    words: document.querySelector('main').innerText.length,
    themes: document.querySelector('.theme').checkVisibility(),
  };
}
