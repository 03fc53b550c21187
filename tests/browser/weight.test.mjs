// What the built page weighs, beside what it may: web/budgets.json, in bytes.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const weight = JSON.parse(read('build/page.weight.json'));
const budgets = JSON.parse(read('web/budgets.json'));

test('each part of the page is within its budget', (t) => {
  const wrong = [];
  for (const [part, budget] of Object.entries(budgets)) {
    t.diagnostic(`${part}: ${weight[part]} of ${budget}`);
    if (!(weight[part] > 0 || part === 'data')) wrong.push(`${part} weighs nothing: is it still a part?`);
    else if (!(weight[part] <= budget)) wrong.push(`${part}: ${weight[part]} bytes are more than the ${budget} of web/budgets.json`);
  }
  assert.deepEqual(wrong, []);
});

test('every part has a budget, and the parts are the page', () => {
  const {page, ...parts} = weight;
  assert.deepEqual(Object.keys(budgets).sort(), Object.keys(parts).sort());
  const {gzipped, ...raw} = parts;
  const sum = Object.values(raw).reduce((total, bytes) => total + bytes, 0);
  assert.ok(sum <= page && sum > 0.95 * page, `the parts are ${sum} of ${page} bytes: something is not weighed`);
  assert.equal(gzipped, gzipSync(read('dist/index.html')).length);
});
