// The worker that breaks, falls silent, takes long or has nothing to do.

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
