// What is done inside the page: plain functions that run there, each by itself, with what watch.mjs put there. They
// return what went wrong, as sentences.

export const figures = () => [...document.querySelectorAll('[data-figure]')].map(({dataset}) => dataset.figure);

/** Brings these figures into sight until they live. */
export async function wake(...names) {
  for (const name of names) await window.watched.wake(name);
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

/** Brings every figure of a page as it is into sight until it lives. */
export async function wakeAll() {
  for (const figure of document.querySelectorAll('[data-figure]')) {
    for (const end = Date.now() + 60000; !figure.querySelector('.live'); await new Promise((next) => setTimeout(next, 50))) {
      figure.scrollIntoView({behavior: 'instant'});
      if (Date.now() > end) throw new Error(`${figure.dataset.figure} does not come to life`);
    }
  }
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
 * Uses every control of a figure that can be seen at an address, each from there, but those that have been used at
 * another; returns which were used, and which changed nothing of what is shown.
 */
export async function useControls(name, address, used) {
  const {wake, settled, isOther, until, go} = window.watched;
  const figure = await wake(name);

  const others = {
    range: (control) => {
      const [low, high, value] = [control.min, control.max, control.value].map(Number);
      const step = Math.max((high - low) / 4, Number(control.step) || 1);
      return String(value + step <= high ? value + step : value - step);
    },
    number: (control) => {
      const [low, high, value] = [control.min, control.max, control.value].map(Number);
      return String(value + 1 <= high ? value + 1 : value === (low + high) / 2 ? low : (low + high) / 2);
    },
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

  /** Back at the address, with everything open. */
  async function reset() {
    await go(address);
    for (const part of figure.querySelectorAll('details')) part.open = true;
    return settled(figure);
  }

  // One chip is like another: a few of them do.
  const chips = () => [...figure.querySelectorAll('button.chip')].slice(0, 4);
  const visible = () => [...figure.querySelectorAll('input, select, button.preset'), ...chips()].filter((c) => c.checkVisibility() && !c.disabled && c.getClientRects().length > 0);
  const nameOf = (control) => [control.type, control.dataset.key ?? control.dataset.value ?? control.textContent, control.type === 'radio' ? control.value : ''].join(' ').trim();
  await reset();
  const wanted = [...new Set(visible().map(nameOf))].filter((one) => !used.includes(one));
  const idle = [];
  for (const one of wanted) {
    const before = await reset();
    const control = visible().find((candidate) => nameOf(candidate) === one);
    if (!control) throw new Error(`${one} is gone`);
    if (control.checked || control.getAttribute('aria-pressed') === 'true' && control.matches('.preset')) continue;
    use(control);
    await until(() => isOther(figure, before), one, 5).catch(() => idle.push(one));
  }
  return {used: wanted, idle};
}

/** Follows a link and compares the figure's controls with it; returns those that do not follow. */
export async function followLink(name, address, values) {
  const {wake, figure, until, worker, frame, go} = window.watched;
  await wake(name);
  const {answers} = worker;
  await go(address);
  // What the core refuses it refuses in its first answers.
  for (let i = 0; i < 3; ++i) await frame();
  await until(() => !worker.busy || worker.answers >= answers + 4, 'answers');
  await frame();
  const host = figure(name);
  /** The setting as the controls show it. */
  const read = (key) => {
    const control = host.querySelector(`input[type=number][data-key="${key}"], select[data-key="${key}"], input[data-key="${key}"]:checked`);
    if (control) return control.value;
    if (key === 'functions') return [...host.querySelectorAll('.chip[aria-pressed=true]')].map(({dataset}) => dataset.value).join();
    if (key === 'units') return host.querySelector('.panels > [aria-pressed=true]') ? 'equal' : 'fitted';
    if (key === 'pinned') return host.querySelector('.pinned').innerText ? 'on' : 'off';
    return undefined;
  };
  const wrong = Object.entries(values).filter(([key, value]) => {
    const got = read(key);
    return typeof value === 'number' ? Math.abs(Number(got) - value) > 1e-9 * Math.abs(value) : String(got).split(',').sort().join() !== String(value).split(',').sort().join();
  }).map(([key, value]) => `${key}=${value}: ${read(key)}`);
  const notice = host.querySelector('.notice')?.innerText.trim();
  return notice ? [...wrong, notice] : wrong;
}

/** Sets every setting by its control; returns what the page then writes into the address. */
export async function setControls(name, address, values) {
  const {figure, until, go} = window.watched;
  const host = figure(name);
  await go(address);
  for (const [key, value] of Object.entries(values)) {
    const control = host.querySelector(`input[type=number][data-key="${key}"], select[data-key="${key}"], input[data-key="${key}"][value="${value}"]`);
    if (key === 'functions') {
      const chip = (id) => host.querySelector(`.chip[data-value=${id}]`);
      const pressed = () => [...host.querySelectorAll('.chip[aria-pressed=true]')].map(({dataset}) => dataset.value);
      for (const id of String(value).split(',')) if (!pressed().includes(id)) chip(id).click();
      for (const id of pressed()) if (!String(value).split(',').includes(id)) chip(id).click();
    } else if (key === 'units') {
      host.querySelector('.panels > button[aria-pressed]').click();
    } else if (key === 'detail') {
      host.querySelector('.transport .primary').click();
    } else if (control?.type === 'radio') {
      control.click();
    } else if (control) {
      control.value = String(value);
      control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', {bubbles: true}));
    }
  }
  const written = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    return Object.keys(values).map((key) => [key, given.get(`${name}.${key}`)]);
  };
  await until(() => written().every(([, value]) => value !== null), 'the address', 20).catch(() => {});
  return Object.fromEntries(written());
}

/** Pins a run by a link; returns the labels of what the figure says has changed since. */
export async function pinnedChanges(address) {
  const {wake, figure, until, go} = window.watched;
  await wake('gradient_lab');
  await go('#gradient_lab.pinned=off');
  await until(() => !figure('gradient_lab').querySelector('.pinned').innerText, 'no pinned run');
  await go(address);
  const text = () => /Changed: (.*)\.$/m.exec(figure('gradient_lab').querySelector('.pinned').innerText)?.[1];
  return (await until(text, 'the pinned run')).split(', ');
}

/** Puts one address after the other into the page, and then one that it must follow. */
export async function throwFragments(fragments) {
  const {wake, figure, until, frame} = window.watched;
  await wake('gradient_lab');
  for (const fragment of fragments) {
    location.hash = fragment;
    await frame();
  }
  location.hash = '#gradient_lab.depth=9';
  await until(() => figure('gradient_lab').querySelector('input[type=number][data-key=depth]').value === '9', 'the last address');
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

/** The same, from another address, but the worker breaks at the first call of that name; returns what is said and shown. */
export async function breakAt(name, from, address, fault) {
  const {wake, settled, until, worker, figure, go} = window.watched;
  await wake(name);
  await go(from);
  await settled(figure(name));
  worker.fault = fault;
  await go(address);
  await until(() => worker.fault === undefined, `${fault.name}`);
  const notice = figure(name).querySelector('.live .notice');
  const said = await until(() => notice.innerText.trim(), `what ${name} says about the ${fault.how} in ${fault.name}`);
  await settled(figure(name));
  const stays = notice.innerText.trim();
  const text = figure(name).innerText.replace(stays, '').trim();
  return {said, stays, text};
}

/** The networks of a training that is over are lost with the worker that another figure broke. */
export async function loseTrainedNetworks(address, epochs) {
  const {wake, settled, until, worker, figure, look, go} = window.watched;
  const training = await wake('training');
  await go(address);
  const over = () => training.querySelector('.epoch').innerText === `epoch ${epochs} of ${epochs}`;
  await until(over, 'the end of training');
  await settled(training);
  await wake('explorer');
  worker.fault = {name: 'evaluate', how: 'crash'};
  await go(`${address}&explorer.x=-2`);
  await until(() => worker.fault === undefined, 'the crash');
  await settled(figure('explorer'));
  look(training);
  await settled(training);
  const back = training.querySelector('input[data-key=epoch]');
  back.value = '0';
  back.dispatchEvent(new Event('input', {bubbles: true}));
  const said = await until(() => training.querySelector('.notice').innerText.trim(), 'what is said of the networks that are lost');
  await until(over, 'the end of training, once more');
  return said;
}

/** A call that lasts: the figure is seen to be at work until it is answered. */
export async function holdCall(name, from, address) {
  const {wake, settled, until, worker, go} = window.watched;
  const figure = await wake(name);
  await go(from);
  await settled(figure);
  const body = figure.querySelector('.figure-body');
  const atWork = () => body.getAttribute('aria-busy') === 'true' && getComputedStyle(body, '::before').content !== 'none';
  if (atWork()) return `${name} is at work before it is asked`;
  worker.held = [];
  await go(address);
  await until(atWork, `${name}: a sign that it is at work`);
  worker.release();
  await until(() => !atWork(), `${name}: the end of that sign`);
  return '';
}

/** Leaves all figures while they are at work; returns how many calls there were after the last that was under way. */
export async function leave(addresses) {
  const {wake, worker, until, frame, figure, go} = window.watched;
  for (const [name, address] of addresses) {
    await wake(name);
    const before = worker.calls;
    await go(address);
    await until(() => worker.calls > before, `${name}'s first call`);
  }
  document.querySelector('main').style.paddingTop = '9000px';
  scrollTo({top: 0, behavior: 'instant'});
  let calls = -1, still = 0;
  await until(() => {
    still = !worker.busy && worker.calls === calls ? still + 1 : 0;
    calls = worker.calls;
    return still > 30;
  }, 'no more calls');
  const unfinished = figure('training').querySelector('.transport progress').value < figure('training').querySelector('.transport progress').max;
  await go(addresses.map(([, , address]) => address).join('&'));
  for (let i = 0; i < 60; ++i) await frame();
  return {calls: worker.calls - calls, unfinished};
}

/** Comes back to a figure that was told to change meanwhile. */
export async function comeBack(name) {
  const {worker, until, look, figure} = window.watched;
  const before = worker.calls;
  look(figure(name));
  await until(() => worker.calls > before, `${name}'s work after it is in sight again`);
}

/** Everything that a page can leave in a browser. */
export async function kept() {
  const databases = indexedDB.databases ? (await indexedDB.databases()).map(({name}) => name) : [];
  return {local: Object.keys(localStorage).sort(), session: Object.keys(sessionStorage), cookies: document.cookie, databases};
}

/** Uses what the page remembers. */
export async function leaveTraces() {
  const {until} = window.watched;
  document.querySelector('label[for=language-zh]').click();
  document.querySelector('label[for=language-en]').click();
  document.querySelector('input[name=theme][value=dark]').click();
  const prediction = document.querySelector('[data-prediction] .choices').closest('[data-prediction]');
  prediction.querySelector('.choices input').click();
  prediction.querySelector('.fix').click();
  await until(() => ['right', 'wrong'].includes(prediction.dataset.state), 'the answer');
}

/** Takes it all back; returns what is still there of it. */
export function takeBack() {
  document.querySelector('.kept button').click();
  return {
    theme: document.documentElement.dataset.theme ?? 'system',
    radio: document.querySelector('input[name=theme]:checked').value,
    answered: document.querySelectorAll('[data-prediction]:is([data-state=right], [data-state=wrong])').length,
    said: document.querySelector('.kept [role=status]').innerText,
  };
}

/** Tries what the policy must refuse; returns what it let through. */
export async function tryForbidden() {
  const {met, until, frame} = window.watched;
  const through = [];
  await frame();  // What a driver runs may do more than a page; from here on this is the page's own.
  const refused = (directive) => until(() => met.some((one) => one.startsWith(`policy: ${directive}`)), directive, 10).catch(() => through.push(directive));
  try {
    new Function('window.through = true')();
    through.push('eval');
  } catch {
    // As it should be.
  }
  const script = document.createElement('script');
  script.textContent = 'window.through = true';
  document.body.append(script);
  await refused('script-src');
  const holder = document.createElement('div');
  holder.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p><style>p { color: rgb(4, 5, 6) }</style>';
  document.body.append(holder);
  await refused('style-src');
  if (['rgb(1, 2, 3)', 'rgb(4, 5, 6)'].includes(getComputedStyle(holder.firstChild).color)) through.push('style');
  holder.remove();
  const image = new Image();
  image.src = 'https://example.org/image.png';
  await refused('img-src');
  await fetch('https://example.org/').then(() => through.push('connect-src'), () => {});
  await refused('connect-src');
  const inner = document.createElement('iframe');
  inner.src = 'https://example.org/';
  document.body.append(inner);
  await refused('frame-src');
  inner.remove();
  if (window.through) through.push('script');
  met.length = 0;
  return through;
}

/** The style of the printed page on the screen, where it can be measured; returns what cannot be read or seen there. */
export async function printed(theme) {
  const {figure, frame} = window.watched;
  document.querySelector(`input[name=theme][value=${theme}]`).click();
  await frame();
  window.dispatchEvent(new Event('beforeprint'));
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      if (/print/.test(rule.media.mediaText)) rule.media.mediaText = 'all';
      else if (/screen/.test(rule.media.mediaText)) rule.media.mediaText = 'not all';
    }
  }
  // As wide as paper, which canvases are told by nobody.
  document.querySelector('.page').style.width = '640px';
  // What is far away is laid out only when asked for.
  for (const part of document.querySelectorAll('main, main *')) part.style.contentVisibility = 'visible';
  const wrong = [];
  /** Red, green and blue from 0 to 255, and the opacity, from rgb(…), rgba(…) or color(srgb …). */
  const numbers = (colour) => {
    const [red, green, blue, opacity = 1] = colour.match(/[\d.]+(e-\d+)?/g).map(Number);
    const scale = colour.startsWith('color') ? 255 : 1;
    return [red * scale, green * scale, blue * scale, opacity];
  };
  const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const contrast = (a, b) => { const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };
  /** What stands behind an element. */
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const [red, green, blue, opacity] = numbers(getComputedStyle(element).backgroundColor);
    if (opacity === 1) return [red, green, blue];
    const below = behind(element.parentElement);
    return [red, green, blue].map((part, i) => opacity * part + (1 - opacity) * below[i]);
  };
  const paper = behind(document.body);
  if (luminance(paper) < 0.9) wrong.push(`the paper is ${paper}`);
  for (const text of document.querySelectorAll('main :is(p, h2, h3, li, td, th, figcaption)')) {
    if (!text.checkVisibility() || !text.innerText.trim()) continue;
    const ratio = contrast(numbers(getComputedStyle(text).color), behind(text));
    if (ratio < 4.5) wrong.push(`contrast ${ratio.toFixed(1)}: ${text.innerText.slice(0, 60)}`);
  }
  for (const {dataset} of document.querySelectorAll('[data-figure]')) {
    const host = figure(dataset.figure);
    const pictures = [...host.querySelectorAll('canvas, svg.chart, svg.units, table, .chain')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 100);
    // A time has no picture before it is taken.
    if (pictures.length === 0 && dataset.figure !== 'speed') wrong.push(`${dataset.figure} has no picture`);
    const controls = [...host.querySelectorAll('input:not([type=number]), .tabs, .chips, .presets, .transport button')].filter((e) => e.checkVisibility());
    if (controls.length > 0) wrong.push(`${dataset.figure} prints ${controls.length} controls: ${controls[0].outerHTML.slice(0, 80)}`);
    for (const canvas of host.querySelectorAll('canvas')) {
      if (!canvas.checkVisibility() || canvas.closest('.planes') || canvas.width === 0) continue;
      // The darkest of its pixels is dark enough on the paper, and its empty places let the paper through.
      const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let darkest = 0, best = 1;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] < 200) continue;
        const ratio = contrast(data.subarray(i, i + 3), paper);
        if (ratio > best) [best, darkest] = [ratio, i];
      }
      const [own, frame] = [canvas, canvas.closest('.live-chart')].map((e) => e.getBoundingClientRect());
      if (own.right > frame.right + 1 || own.bottom > frame.bottom + 1) wrong.push(`${dataset.figure}: its canvas leaves the figure by ${own.right - frame.right}, ${own.bottom - frame.bottom}`);
      if (best < 4.5) wrong.push(`${dataset.figure}: nothing on its canvas stands out, ${best.toFixed(1)} at ${darkest / 4}`);
    }
  }
  window.dispatchEvent(new Event('afterprint'));
  return wrong;
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
