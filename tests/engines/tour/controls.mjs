// Controls, and the links that they write and follow.

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
