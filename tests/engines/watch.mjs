// Runs in the page before anything of its own: notes what goes wrong in it, and stands between the page and its worker.
export function watch() {
  const met = [];
  window.addEventListener('securitypolicyviolation', (event) => met.push(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  window.addEventListener('error', (event) => met.push(`error: ${event.message}`));
  window.addEventListener('unhandledrejection', (event) => met.push(`rejected: ${event.reason}`));

  /** `fault`: what becomes of the next call of that name, or of each if it `stays`; `held`: calls that wait for `release`. */
  const worker = {calls: 0, answers: 0, busy: false, fault: undefined, held: undefined, release() {}};
  window.Worker = class extends Worker {
    constructor(...source) {
      super(...source);
      this.addEventListener('message', ({data}) => {
        if (data.kind !== 'answer') return;
        worker.answers += 1;
        worker.busy = false;
      });
    }

    postMessage(message, ...rest) {
      if (message.kind !== 'call') return super.postMessage(message, ...rest);
      worker.calls += 1;
      worker.busy = true;
      const {fault} = worker;
      if (fault?.name === message.name) {
        if (!fault.stays) worker.fault = undefined;
        if (fault.how === 'silence') return;
        if (fault.how === 'crash') message = {...message, name: 'no such function'};
      }
      if (worker.held) worker.held.push(() => super.postMessage(message, ...rest));
      else super.postMessage(message, ...rest);
    }
  };
  worker.release = () => {
    const held = worker.held;
    worker.held = undefined;
    for (const post of held) post();
  };

  const frame = () => new Promise((next) => {
    setTimeout(next, 200);  // A window that cannot be seen may have no frames.
    requestAnimationFrame(() => setTimeout(next));
  });

  /** Asks again and again until `read` gives something. */
  async function until(read, what, seconds = 120) {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await frame()) {
      const got = await read();
      if (got) return got;
    }
    throw new Error(`${what}, waited for in vain`);
  }

  const words = (element) => element.innerText + [...element.querySelectorAll('svg.units')].map((svg) => svg.innerHTML).join('');

  /** What a reader sees of an element: its words, and its pictures, which cost more to look at. */
  const shown = (element) => words(element) + [...element.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join('');
  const isOther = (element, before) => !before.startsWith(words(element)) || shown(element) !== before;

  /** The same once the worker is at rest and nothing moves any more. */
  async function settled(element) {
    let calls = -1, last = '', still = 0;
    await until(() => {
      if (worker.busy || worker.calls !== calls) still = 0;
      calls = worker.calls;
      if (worker.busy) return false;
      const now = words(element);
      still = now === last ? still + 1 : 0;
      last = now;
      return still >= 3;
    }, 'rest');
    return shown(element);
  }

  let visits = 0;

  /** Goes to an address, also where the page is there already. */
  const go = (address) => new Promise((arrived) => {
    window.addEventListener('hashchange', arrived, {once: true});  // After the page's own listeners.
    location.hash = `${address}&visit=${++visits}`;
  });

  const figure = (name) => document.getElementById(`figure-${name}`);
  const look = (element) => element.scrollIntoView({behavior: 'instant', block: 'start'});

  /** Brings a figure into sight until it lives. */
  async function wake(name) {
    await until(() => {
      look(figure(name));
      return figure(name).querySelector('.live');
    }, `${name}'s life`);
    return figure(name);
  }

  window.watched = {met, worker, frame, until, go, isOther, settled, figure, look, wake};
}
