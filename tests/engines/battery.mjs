// What the built page must do in every engine, from http below a path and from file://.
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {loadCore} from '../module/core.mjs';
import {randomFragments} from '../page/fragments.mjs';
import {settingsOf} from '../page/sources.mjs';
import {engines} from './engine.mjs';
import {links} from './links.mjs';
import {onDisk, serve} from './site.mjs';
import * as tour from './tour.mjs';
import {watch} from './watch.mjs';
import {Silence} from './webkit.mjs';

const catalog = (await loadCore()).catalog();
/** Quick to compute: what a figure shows where a test says nothing else. */
const quick = {
  basin: 'basin.depth=6&basin.width=24&basin.batch=16',
  explorer: 'explorer.x=1',
  vector_functions: 'vector_functions.x1=1',
  gradient_lab: 'gradient_lab.depth=6&gradient_lab.width=8',
  training: 'training.epochs=2&training.depth=2&training.width=6&training.examples=60&training.data=moons',
};

/** What trains or times for long is not waited for here; tests/browser/ does. */
const lasting = {depth_map: 'depth_map.epochs=1', speed: 'speed.inputs=64'};

const names = Object.keys(quick);
const settings = settingsOf(catalog);
const everyName = [...names, ...Object.keys(lasting)];
assert.deepEqual([...everyName].sort(), Object.keys(settings).sort());

/** Each view of each figure. */
const views = names.flatMap((name) => {
  const {key, choices} = settings[name].find(({key}) => key === 'view' || key === 'part') ?? {key: undefined, choices: ['']};
  return choices.map((view) => [name, `#${quick[name]}${key ? `&${name}.${key}=${view}` : ''}`]);
});

/** A pace is seen only in time. */
const paces = ['radio speed fast', 'radio speed slow'];

/** Where a worker can break: the figure, what it is to show, and the call. */
const calls = [
  ['explorer', '#explorer.x=-1', 'evaluate'],
  ['vector_functions', '#vector_functions.x1=3', 'evaluateLogits'],
  ['vector_functions', '#vector_functions.b=1', 'sampleGate'],
  ['gradient_lab', `#${quick.gradient_lab}&gradient_lab.seed=2`, 'gradientFlow'],
  ['gradient_lab', `#${quick.gradient_lab}&gradient_lab.seed=3`, 'bandAdvance'],
  ['gradient_lab', `#${quick.gradient_lab}&gradient_lab.view=chain&gradient_lab.w3=2`, 'neuronChain'],
  ['gradient_lab', `#${quick.gradient_lab}&gradient_lab.view=phase&gradient_lab.activation=relu`, 'phaseRow'],
  ['basin', `#${quick.basin}&basin.seed=2`, 'selfNormalisation'],
  ['training', `#${quick.training}&training.seed=2`, 'trainAdvance'],
  ['training', `#${quick.training}&training.seed=3`, 'trainBoundary'],
];

/** The page where something is missing. */
const lacks = {
  'without WebAssembly': () => serve(() => { delete window.WebAssembly; }),
  'without SIMD': () => serve(() => {
    WebAssembly.validate = () => false;
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('SIMD unsupported'));
  }),
};

/** The tests of one engine; where it is not installed they are skipped, one by one, so that it can be seen how many. */
export function battery(engineName) {
  const {program, start} = engines.find(({name}) => name === engineName);
  const skip = program ? false : `${engineName} is not installed`;
  let engine;
  const started = () => (engine ??= start(program));
  after(async () => (await engine)?.close());

  /** Nothing is idle until `window.idle` is worked off. */
  const neverIdle = () => {
    window.idle = [];
    window.requestIdleCallback = (work) => window.idle.push(work);
  };
  const sites = {'http, never idle': () => serve(neverIdle), http: () => serve(), file: async () => onDisk(), 'http, watched': () => serve(watch), 'file, watched': async () => onDisk(watch), ...lacks};

  /** Opens the page in a window of its own; a page that is watched must have met nothing wrong at the end. */
  async function visit(site, use, fragment) {
    const {url, asked, close} = await sites[site]();
    try {
      const page = await (await started()).open();
      try {
        await page.go(url + fragment);
        await use(page, {url, asked, close});
        if (site.includes('watched')) assert.deepEqual(await page.run(tour.met), []);
      } finally {
        await page.close();
      }
    } finally {
      close();
    }
  }

  /** A visit; where the driver falls silent it is made again with a new one, at most five times. */
  function on(site, what, use, fragment = '') {
    test(`${site}: ${what}`, {skip, timeout: 900_000}, async (context) => {
      for (let visits = 1; ; ++visits) {
        try {
          return await visit(site, use, fragment);
        } catch (error) {
          if (!(error instanceof Silence) || visits === 5) throw error;
          context.diagnostic(`${error.message}: once more`);
          await (await engine).close();
          engine = undefined;
        }
      }
    });
  }

  describe(engineName, () => {
    for (const site of ['http', 'file']) {
      on(site, 'the numbers of the golden scenes, both languages, and no request', async (page, {asked}) => {
        const [passed, all] = await page.run(tour.selfTest);
        assert.ok(all >= 12);
        assert.equal(passed, all);
        await page.run(tour.wakeAll);
        assert.deepEqual(await page.run(tour.chooseLanguage, 'zh'), []);
        assert.deepEqual(await page.run(tour.chooseLanguage, 'en'), []);
        const resources = await page.run(() => performance.getEntriesByType('resource').map(({name}) => name));
        assert.deepEqual(resources.filter((url) => !/^(data|blob):/.test(url)), []);
        assert.deepEqual(asked, site === 'http' ? ['/some/sub/path/'] : []);
      });

      on(`${site}, watched`, 'the policy refuses what it should, and nothing that the page does', async (page) => {
        assert.deepEqual((await page.run(tour.figures)).sort(), Object.keys(settings).sort(), 'tests/page/sources.mjs knows every figure');
        await page.run(tour.wake, ...Object.keys(settings));
        await page.run(tour.chooseLanguage, 'both');
        assert.deepEqual(await page.run(tour.met), []);
        assert.deepEqual(await page.run(tour.tryForbidden), []);
        const {referrer, away} = await page.run(() => ({
          referrer: document.querySelector('meta[name=referrer]').content,
          away: [...document.querySelectorAll('a')].filter(({href, target}) => /^http/.test(href) && target).map(({href}) => href),
        }));
        assert.equal(referrer, 'no-referrer');
        assert.deepEqual(away, [], 'a link opens no window that could reach back');
      });
    }

    for (const how of ['link', 'scrolling']) {
      on('http, never idle', `who leaps ahead by ${how} stays there, and reads upwards from there without a jump`, async (page) => {
        const {landed, stays, moved} = await page.run(tour.leapAhead, how, 300);
        if (how === 'link') assert.ok(landed >= 0 && landed < 200, `the heading is at ${landed}`);
        assert.ok(Math.abs(stays - landed) < 2, `the heading was at ${landed} and is at ${stays}`);
        assert.ok(moved.length > 20 && moved.every((pixels) => Math.abs(pixels - 300) < 2), `the text moved by ${moved}`);
      });
    }

    on('file, watched', 'a link to a section opens the page there', async (page) => {
      const top = await page.run(tour.placeOfAddress);
      assert.ok(top >= 0 && top < 200, `the section is at ${top}`);
    }, '#gelu');

    on('file, watched', 'a figure above the reader comes to life without moving the text', async (page) => {
      const told = await page.run(tour.readBelowFigures);
      assert.ok(told.length > 3 && told.some(({grew}) => grew !== 0), JSON.stringify(told));
      assert.deepEqual(told.filter(({moved}) => Math.abs(moved) > 1), []);
    });

    on('file, watched', 'every control of every view changes its figure', async (page) => {
      const idle = [], used = {};
      for (const [name, address] of views) {
        const tried = await page.run(tour.useControls, name, address, [...(used[name] ?? []), ...paces]);
        used[name] = [...(used[name] ?? []), ...tried.used];
        idle.push(...tried.idle.map((control) => `${address}: ${control}`));
      }
      assert.deepEqual(idle, []);
      assert.deepEqual(names.filter((name) => used[name].length <= 5), [], `figures with few controls that were used: ${JSON.stringify(used)}`);
    });

    on('file, watched', 'a link sets every field, and the controls write the same link', async (page) => {
      const wrong = [];
      for (const {name, address, also, values, written} of links(settings, catalog)) {
        const told = await page.run(tour.followLink, name, address, values);
        wrong.push(...told.map((problem) => `${address}: ${problem}`));
        const got = await page.run(tour.setControls, name, also, written);
        for (const [key, value] of Object.entries(written)) {
          if (String(got[key]) !== String(value)) wrong.push(`${name}.${key} is ${value}, and written as ${got[key]}`);
        }
      }
      assert.deepEqual(wrong, []);
    });

    on('file, watched', 'a link carries each field of the pinned run', async (page) => {
      for (const {address, labels} of links.pinned(settings.gradient_lab, catalog)) {
        assert.deepEqual(await page.run(tour.pinnedChanges, address), labels.map((label) => label.replace(/_/g, '')), address);
      }
    });

    on('http, watched', 'a broken link says what was wrong, in each figure', async (page) => {
      for (const name of everyName) {
        await page.run(tour.wake, name);
        const notice = await page.run((id) => window.watched.until(() => document.querySelector(`#figure-${id} .notice`).innerText.trim(), 'a notice'), name);
        assert.match(notice, /bogus/, name);
        assert.equal(/5000/.test(notice), name === 'gradient_lab');
      }
    }, '#' + [...everyName.map((name) => `${name}.bogus=1`), 'gradient_lab.depth=5000'].join('&'));

    on('file, watched', 'by keyboard alone: every stop is seen, every figure is reached and answers', async (page) => {
      await page.run(tour.wake, ...everyName);
      for (const [name, selector, key] of [
        ['basin', 'input[type=range][data-key=layer]', 'ArrowLeft'], ['depth_map', 'input[type=range][data-key=column]', 'ArrowRight'],
        ['speed', 'input[data-key=inputs]:checked', 'ArrowRight'],
        ['explorer', 'input[type=range][data-key=x]', 'ArrowLeft'], ['explorer', 'button.chip[data-value=elu]', 'Enter'],
        ['gradient_lab', 'input[type=range][data-key=depth]', 'ArrowRight'], ['gradient_lab', 'input[data-key=view]:checked', 'ArrowRight'],
        ['vector_functions', 'input[type=range][data-key=x1]', 'ArrowRight'], ['vector_functions', 'input[data-key=function]:checked', 'ArrowDown'],
        ['training', 'input[data-key=view]:checked', 'ArrowRight'], ['training', '.transport button', 'Enter'],
      ]) {
        const before = await page.run(tour.focus, name, selector);
        await page.press(key);
        await page.run(tour.becomesOther, name, before);
      }
      await page.run(() => document.querySelector('#language-en').focus());
      const begin = await page.run(tour.focused);
      const reached = new Set();
      let stops = 0;
      for (; stops < 1500; ++stops) {
        await page.press('Tab');
        const stop = await page.run(tour.focused);
        if (!stop || stop.name === begin.name) break;  // After the last stop there is none, or the first once more.
        assert.ok(stop.seen, `the focus is on something that cannot be seen: ${stop.name}`);
        assert.ok(stop.ring, `one does not see that it has the focus: ${stop.name}`);
        if (stop.figure) reached.add(stop.figure);
      }
      assert.ok(stops > 60 && stops < 1500, `${stops} stops`);
      assert.deepEqual(everyName.filter((name) => !reached.has(name)), []);
    }, `#${quick.gradient_lab}&${quick.training}&${lasting.depth_map}`);

    for (const how of ['crash', 'silence']) {
      on('file, watched', `after a ${how} of the worker the figure says so and goes on by itself`, async (page) => {
        // Silence takes its time: once a figure.
        for (const [name, address, call] of calls.filter(([name], i) => how === 'crash' || calls.findIndex(([other]) => other === name) === i)) {
          const {said, stays, text} = await page.run(tour.breakAt, name, `#${quick[name]}`, address, {name: call, how});
          assert.match(said, /broke off.*begun anew/s, `${name}, ${call}`);
          assert.match(said, how === 'crash' ? /TypeError|not a function/ : /no answer for 2 s/);
          assert.equal(stays, said, 'it can still be read when all is well again');
          await page.run(tour.behind, name, `#${quick[name]}`);
          assert.equal(text, (await page.run(tour.behind, name, address)).trim(), `${name} shows after the ${how} in ${call} what it shows without`);
        }
      });
    }

    on('file, watched', 'networks that were lost with the worker are trained anew, and it is said', async (page) => {
      assert.match(await page.run(tour.loseTrainedNetworks, `#${quick.training}`, 2), /begun anew/);
    });

    on('file, watched', 'what takes more than 300 ms is seen to be under way', async (page) => {
      for (const [name, more] of [['explorer', 'explorer.x=-1.5'], ['gradient_lab', 'gradient_lab.view=ledger'],
                                  ['vector_functions', 'vector_functions.x2=7'], ['basin', 'basin.seed=5'], ['training', 'training.seed=5']]) {
        assert.equal(await page.run(tour.holdCall, name, `#${quick[name]}`, `#${quick[name]}&${more}&gradient_lab.seed=5`), '');
      }
    });

    on('file, watched', 'out of sight no figure works; in sight again it goes on', async (page) => {
      const addresses = [
        ['explorer', '#explorer.x=-1', '#explorer.x=2'],
        ['gradient_lab', '#gradient_lab.view=phase&gradient_lab.activation=mish', 'gradient_lab.view=phase&gradient_lab.activation=mish&gradient_lab.gain=1.5'],
        ['vector_functions', '#vector_functions.x1=-2', 'vector_functions.x1=4'],
        ['basin', '#basin.seed=2', 'basin.seed=3'],
        ['depth_map', `#${lasting.depth_map}&depth_map.detail=fine`, `${lasting.depth_map}&depth_map.detail=fine&depth_map.seed=3`],
        ['training', '#training.epochs=1000', 'training.epochs=999&training.seed=3'],
      ];
      assert.deepEqual(addresses.map(([name]) => name).sort(), [...names, 'depth_map'].sort());
      assert.deepEqual(await page.run(tour.leave, addresses), {calls: 0, unfinished: true});
      for (const [name] of addresses) await page.run(tour.comeBack, name);
    });

    on('http, watched', 'without the network it works on', async (page, {asked, close}) => {
      close();
      await page.offline();
      for (const [name, address] of views.filter(([name], i) => views.findIndex(([other]) => other === name) === i)) {
        await page.run(tour.behind, name, address);
        await page.run(tour.speaks, name);
      }
      for (const name of Object.keys(lasting)) {
        await page.run(tour.wake, name);
        await page.run(tour.speaks, name);
      }
      const [passed, all] = await page.run(tour.selfTest);
      assert.equal(passed, all);
      assert.deepEqual(asked, ['/some/sub/path/']);
    });

    on('http, watched', 'it keeps the language, the theme and the answers, and forgets them when asked', async (page, {url}) => {
      const nothing = {local: [], session: [], cookies: '', databases: []};
      await page.run(tour.wake, ...names);
      assert.deepEqual(await page.run(tour.kept), nothing);
      await page.run(tour.leaveTraces);
      for (const name of names) await page.run(tour.behind, name, `#${quick[name]}`);
      assert.deepEqual(await page.run(tour.kept), {...nothing, local: ['actlab.language', 'actlab.predictions', 'actlab.theme']});
      assert.deepEqual(await page.run(tour.takeBack), {theme: 'system', radio: 'system', answered: 0, said: 'Forgotten.'});
      assert.deepEqual(await page.run(tour.kept), nothing);
      await page.go(url);
      assert.deepEqual(await page.run(tour.kept), nothing);
    });

    for (const theme of ['light', 'dark']) {
      on('file, watched', `print: all figures, and all can be read, from the ${theme} theme`, async (page) => {
        await page.run(tour.wake, ...names);
        for (const name of names) await page.run(tour.behind, name, `#${quick[name]}`);
        const pdf = theme === 'dark' && await page.pdf();
        if (pdf) assert.ok(Buffer.from(pdf).subarray(0, 5).equals(Buffer.from('%PDF-')) && pdf.length > 100_000, `${pdf.length} bytes`);
        assert.deepEqual(await page.run(tour.printed, theme), []);
      });
    }

    on('file, watched', '300 random addresses break nothing', async (page) => {
      await page.run(tour.throwFragments, randomFragments(settings, 300, 1));
    });

    for (const site of Object.keys(lacks)) {
      on(site, 'it is the article, and says why', async (page) => {
        const {figures, said, pictures, hidden, controls, words, themes} = await page.run(tour.standing);
        assert.equal(said.length, figures);
        for (const one of said) assert.match(one, site === 'without SIMD' ? /WebAssembly has no SIMD/ : /it has no WebAssembly/);
        assert.deepEqual({pictures, hidden, controls, themes}, {pictures: figures, hidden: 0, controls: 0, themes: true});
        assert.ok(words > 20_000);
      });
    }
  });
}
