// What is done inside the page: plain functions that run there, so each must stand alone. They return what went wrong,
// as sentences.

/** Brings each figure into sight until it lives. Returns the names of the figures. */
export async function wake() {
  const figures = [...document.querySelectorAll('[data-figure]')];
  for (const figure of figures) {
    for (const end = Date.now() + 20000; !figure.querySelector('.live'); await new Promise((next) => setTimeout(next, 30))) {
      figure.scrollIntoView();
      if (Date.now() > end) throw new Error(`${figure.dataset.figure} does not come to life`);
    }
  }
  return figures.map((figure) => figure.id);
}

/** Reads the footer's self-test when it has run: [scenes passed, scenes]. */
export async function selfTest() {
  const line = document.querySelector('#self-test');
  for (const end = Date.now() + 30000; !line.dataset.state; await new Promise((next) => setTimeout(next, 50))) {
    line.scrollIntoView();
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

/** Uses every control of a figure, each from the settings it opens with; returns those that change nothing of what is shown. */
export async function useControls(id) {
  const figure = document.getElementById(id);
  const pause = (ms) => new Promise((next) => setTimeout(next, ms));
  figure.scrollIntoView();
  for (const part of figure.querySelectorAll('details')) part.open = true;
  const shown = () => [figure.innerText, ...[...figure.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL())].join('\n');

  /** The last of what is shown once it has stood still. */
  async function settled() {
    let last = shown();
    for (let still = 0; still < 4; await pause(50)) {
      const now = shown();
      still = now === last ? still + 1 : 0;
      last = now;
    }
    return last;
  }

  const others = {
    range: (control) => {
      const [low, high, value] = [control.min, control.max, control.value].map(Number);
      return String(value < (low + high) / 2 ? value + (high - low) / 4 : value - (high - low) / 4);
    },
    number: (control) => String(Number(control.value) + (Number(control.value) < Number(control.max) ? 1 : -1)),
  };

  /** Changes a control as a reader would. */
  function use(control) {
    if (control.type in others) {
      control.value = others[control.type](control);
      control.dispatchEvent(new Event('input', {bubbles: true}));
      control.dispatchEvent(new Event('change', {bubbles: true}));
    } else if (control.tagName === 'SELECT') {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
      control.dispatchEvent(new Event('change', {bubbles: true}));
    } else {
      control.click();
    }
  }

  const visible = () => [...figure.querySelectorAll('input, select, button.chip')].filter((c) => c.checkVisibility() && !c.disabled);
  const name = (control) => [control.type, control.dataset.key ?? control.dataset.value, control.type === 'radio' ? control.value : ''].join(' ');
  const idle = [];
  for (const wanted of [...new Set(visible().map(name))]) {
    location.hash = '#lang=en';
    const before = await settled();
    const control = visible().find((one) => name(one) === wanted);
    if (!control) throw new Error(`${wanted} is gone`);
    if (control.type === 'radio' && control.checked) continue;
    use(control);
    let changed = false;
    for (const end = Date.now() + 10000; !changed && Date.now() < end; await pause(30)) changed = shown() !== before;
    if (!changed) idle.push(wanted);
  }
  return idle;
}

/** Sets every setting of a figure through the address, one at a time; returns what the figure's control did not follow. */
export async function followLinks(figure, settings) {
  const host = document.getElementById(`figure-${figure}`);
  const wrong = [];
  for (const [key, value, also = ''] of settings) {
    location.hash = `#${figure}.${key}=${value}${also}`;
    const control = () => host.querySelector(`input[type=number][data-key="${key}"], select[data-key="${key}"], input[data-key="${key}"][value="${value}"]:checked`);
    const followed = () => control() && String(control().value) === String(value);
    for (const end = Date.now() + 2000; !followed() && Date.now() < end;) await new Promise((next) => setTimeout(next, 20));
    const notice = host.querySelector('.notice')?.innerText.trim();
    if (!followed() || notice) wrong.push(`${key}=${value}: ${control()?.value ?? 'no control'} ${notice}`);
  }
  return wrong;
}

/** Puts one address after the other into the page; returns the errors that it met. */
export async function throwFragments(fragments) {
  const errors = [];
  const note = (event) => errors.push(String(event.message ?? event.reason));
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
  for (const fragment of fragments) {
    location.hash = fragment;
    await new Promise((next) => setTimeout(next, 10));
  }
  await new Promise((next) => setTimeout(next, 500));
  window.removeEventListener('error', note);
  window.removeEventListener('unhandledrejection', note);
  return errors;
}

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

/** Makes the worker's next calls fail: 'crash' sends it what it cannot do, 'silence' swallows the call. */
export function breakWorker(how) {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.kind !== 'call') return post.call(this, message, ...rest);
    Worker.prototype.postMessage = post;
    if (how === 'crash') post.call(this, {...message, name: 'no such function'}, ...rest);
  };
}
