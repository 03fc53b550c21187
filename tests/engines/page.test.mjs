// The built page in Chromium, Firefox and WebKit, from http below a path and from file://.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {after, describe, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {loadCore} from '../module/core.mjs';
import {engines} from './engine.mjs';
import {randomFragments} from './fragments.mjs';
import * as tour from './tour.mjs';

const file = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
const folder = '/some/sub/path/';
const server = createServer((request, response) => {
  if (request.url !== folder) return response.writeHead(404).end();
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());

const places = {http: `http://127.0.0.1:${server.address().port}${folder}`, file: pathToFileURL(path.resolve(file)).href};
const catalog = (await loadCore()).catalog();
const fieldsOf = {gradient_lab: catalog.requests.gradientFlow};

/** What else a link has to say so that a field's control is there. */
const together = {sigma: '&gradient_lab.initialisation=by_hand'};

/** A value of the field that is not its first. */
function another({type, min, max, initial, choices}) {
  if (type === 'activation') return catalog.activations.at(-1).id;
  if (type !== 'integer' && type !== 'real') return choices.map(({id}) => id).find((id) => id !== initial);
  return [initial + 1, initial / 2, initial - 1].find((x) => x >= min && x <= max && (type === 'real' || Number.isInteger(x)));
}

async function eventually(read, what) {
  let got;
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    got = await read();
    if (got) return got;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${what}: ${JSON.stringify(got)}`);
}

for (const {name, program, start} of engines) {
  describe(name, {skip: program ? false : `${name} is not installed`}, () => {
    let engine;
    const started = () => (engine ??= start(program));
    after(async () => (await engine)?.close());

    const withPage = (use, place, fragment = '') => async () => {
      const page = await (await started()).open();
      try {
        await page.go(places[place] + fragment);
        await use(page);
      } finally {
        await page.close();
      }
    };

    for (const place of Object.keys(places)) {
      test(`${place}: the numbers of the golden scenes, both languages, and no request`, withPage(async (page) => {
        const [passed, all] = await page.run(tour.selfTest);
        assert.ok(all >= 12);
        assert.equal(passed, all);
        await page.run(tour.wake);
        assert.deepEqual(await page.run(tour.chooseLanguage, 'zh'), []);
        assert.deepEqual(await page.run(tour.chooseLanguage, 'en'), []);
        const asked = await page.run(() => performance.getEntriesByType('resource').map(({name}) => name));
        assert.deepEqual(asked.filter((url) => !/^(data|blob):/.test(url)), []);
      }, place));
    }

    test('every control changes its figure', withPage(async (page) => {
      const idle = {};
      for (const id of await page.run(tour.wake)) {
        const controls = await page.run(tour.useControls, id);
        if (controls.length > 0) idle[id] = controls;
      }
      assert.deepEqual(idle, {});
    }, 'file'));

    test('a link sets every field', withPage(async (page) => {
      await page.run(tour.wake);
      for (const [figure, fields] of Object.entries(fieldsOf)) {
        const settings = fields.filter(({type}) => type !== 'parameters').map((field) => [field.name, another(field), together[field.name] ?? '']);
        assert.ok(settings.every(([, value]) => value !== undefined));
        assert.deepEqual(await page.run(tour.followLinks, figure, settings), []);
      }
    }, 'file'));

    test('a broken link says what was wrong', withPage(async (page) => {
      await page.run(tour.wake);
      const notice = () => page.run(() => document.querySelector('#figure-gradient_lab .notice').innerText);
      assert.match(await eventually(notice, 'the notice'), /depth.*5000/s);
    }, 'http', '#gradient_lab.depth=5000'));

    test('by keyboard alone: every stop is seen, and every figure is reached', withPage(async (page) => {
      const figures = await page.run(tour.wake);
      await page.run(() => { scrollTo(0, 0); });
      const reached = new Set();
      let stops = 0;
      for (; stops < 600; ++stops) {
        await page.press('Tab');
        const stop = await page.run(tour.focused);
        if (!stop) break;
        assert.ok(stop.seen, `the focus is on something that cannot be seen: ${stop.name}`);
        assert.ok(stop.ring, `one does not see that it has the focus: ${stop.name}`);
        if (stop.figure) reached.add(`figure-${stop.figure}`);
      }
      assert.ok(stops > 30, `${stops} stops`);
      assert.deepEqual(figures.filter((id) => !reached.has(id)), []);
    }, 'file'));

    for (const how of ['crash', 'silence']) {
      test(`after a ${how} of the worker a new one answers`, withPage(async (page) => {
        await page.run(tour.wake);
        await page.run(tour.breakWorker, how);
        await page.run(() => { location.hash = '#gradient_lab.depth=7'; });
        const notices = () => page.run(() => [...document.querySelectorAll('.notice')].map((notice) => notice.innerText).join(''));
        await eventually(notices, 'a notice');
        await page.run(() => { location.hash = '#gradient_lab.depth=8'; });
        await eventually(async () => (await notices()) === '', 'an answer');
      }, 'file'));
    }

    test('300 random addresses break nothing', withPage(async (page) => {
      await page.run(tour.wake);
      assert.deepEqual(await page.run(tour.throwFragments, randomFragments(catalog, 300, 1)), []);
      await page.run(() => { location.hash = '#gradient_lab.depth=9'; });
      const depth = () => page.run(() => document.querySelector('#figure-gradient_lab input[type=number][data-key=depth]').value);
      await eventually(async () => (await depth()) === '9', 'the last address');
    }, 'file'));
  });
}
