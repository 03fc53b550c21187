// The address: whatever stands in it, each setting has a value that fits, or what was wrong is said.
import assert from 'node:assert/strict';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {randomFragments} from './fragments.mjs';
import {page, settingsOf} from './sources.mjs';

const catalog = (await loadCore()).catalog();
/** Each figure's own settings, and the one that all have. */
const settings = Object.fromEntries(Object.entries(settingsOf(catalog)).map(([figure, list]) => [figure, [...list, page.HIDE]]));

// As much of a browser as the state of a figure needs.
const listeners = [];
let flush = () => {};
const browser = {
  location: {hash: '', pathname: '/', search: ''},
  history: {replaceState: (_, __, url) => { go(url, false); }},
  window: {
    addEventListener: (_, listener) => listeners.push(listener),
    setTimeout: (callback) => { flush = callback; return 1; },
  },
};
Object.assign(globalThis, browser);

function go(url, byHand = true) {
  browser.location.hash = new URL(url, 'http://localhost/').hash;
  if (byHand) for (const listener of listeners) listener();
}

const states = Object.fromEntries(Object.entries(settings).map(([figure, list]) => [figure, new page.State(figure, list.filter((one) => one !== page.HIDE))]));
const text = (value) => page.formatValue(value);
const byKey = Object.fromEntries(Object.entries(settings).map(([figure, list]) => [figure, new Map(list.map((one) => [one.key, one]))]));

/** By the schema alone, without the page's own parser. */
function fits({kind, min, max, choices}, value) {
  if (kind === 'choice') return choices.includes(value);
  if (kind === 'choices') return value.length > 0 && new Set(value).size === value.length && value.every((id) => choices.includes(id));
  return typeof value === 'number' && value >= min && value <= max && (kind === 'real' || Number.isInteger(value));
}

/** What a figure shows that is not its default. */
const changed = (figure) => Object.entries(states[figure].values).filter(([key, value]) => text(value) !== text(byKey[figure].get(key).initial));

function checkRead(fragment) {
  const given = Object.entries(page.parseFragment(browser.location.hash));
  for (const [figure, state] of Object.entries(states)) {
    const own = given.filter(([key]) => key.split('.')[0] === figure).map(([key, value]) => [key.slice(figure.length + 1), value]);
    if (own.length === 0 && given.length > 0) assert.deepEqual([changed(figure), state.problems], [[], []], `${fragment}: ${figure}`);
    for (const [key, value] of given.length > 0 ? own : []) {
      const said = state.problems.filter(({en, zh}) => en.includes(`“${key}”`) && zh.includes(`“${key}”`));
      const setting = byKey[figure].get(key);
      if (!setting || said.length > 0) {
        assert.equal(said.length, 1, `${fragment}: ${figure}.${key} is named once`);
        if (setting) assert.equal(text(state.values[key]), text(setting.initial), `${fragment}: ${key} falls back`);
      } else {
        assert.ok(fits(setting, state.values[key]), `${fragment}: ${key} = ${state.values[key]}`);
        if (typeof state.values[key] === 'number') assert.equal(state.values[key], Number(value), `${fragment}: ${key}`);
      }
    }
    assert.ok(state.problems.length <= own.length, `${fragment}: ${figure} has problems of others`);
  }
}

test('every setting of every figure comes back from the address that the page writes', () => {
  for (const [figure, list] of Object.entries(settings)) {
    for (const setting of list) {
      const {key, kind, min, max, initial, choices} = setting;
      const values = kind === 'choice' ? choices : kind === 'choices' ? [choices, choices.slice(0, 1)] : [min, max, kind === 'real' ? (2 * min + max) / 3 : min + 1];
      for (const value of values) {
        go('#lang=en');
        states[figure].set({[key]: value});
        flush();
        const written = browser.location.hash;
        go('#lang=en');
        go(written);
        assert.deepEqual([states[figure].values[key], states[figure].problems], [value, []], `${figure}.${key}: ${written}`);
        assert.equal(written.includes(`${figure}.${key}=`), text(value) !== text(initial), `${written}: only what differs from the default`);
      }
    }
  }
});

test('what was changed before another address was followed is not written into it', () => {
  go('#lang=en');
  states.explorer.set({x: 2});
  go('#gradient_lab.depth=7');
  flush();
  assert.equal(browser.location.hash, '#gradient_lab.depth=7');
  states.explorer.set({x: 2});
  go('#gradient_lab.depth=8');
  states.gradient_lab.set({width: 16});
  flush();
  assert.equal(browser.location.hash, '#gradient_lab.depth=8&gradient_lab.width=16');
  states.explorer.set({x: 3});
  browser.location.hash = '#tanh';
  flush();
  assert.equal(browser.location.hash, '#tanh', 'a section that is gone to before the page has heard of it');
});

test('100,000 random addresses: each is read or explained, and comes back', () => {
  let problems = 0, set = 0;
  for (const fragment of randomFragments(settings, 100_000, 20261126)) {
    go(fragment);
    checkRead(fragment);
    const before = Object.keys(states).map((figure) => changed(figure));
    problems += Object.values(states).reduce((sum, state) => sum + state.problems.length, 0);
    set += before.flat().length;

    browser.location.hash = '#lang=en';
    Object.keys(states).forEach((figure, i) => states[figure].set(Object.fromEntries(before[i])));
    flush();
    go(browser.location.hash);
    assert.deepEqual(Object.keys(states).map((figure) => changed(figure)), before, `${fragment}, written as ${browser.location.hash}`);
    assert.ok(Object.values(states).every((state) => state.problems.length === 0), `the page reads what it wrote: ${browser.location.hash}`);
  }
  assert.ok(problems > 50_000 && set > 50_000, `${problems} problems, ${set} settings: the addresses are of both kinds`);
});
