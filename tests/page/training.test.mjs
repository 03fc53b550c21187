// The training lab, as far as it needs no browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import {page} from './sources.mjs';

globalThis.document = {querySelector: () => ({value: 'en'})};

test('each row of the table names its own epoch, also after a run so long that only some are kept', () => {
  const report = (epoch) => ({epoch, train_loss: 1 / (epoch + 1), log10_weight_gradient: [], dead: [], revived: []});
  const runner = {lane: {name: {en: 'A', zh: 'A'}}, every: 1, reports: [report(0)]};
  for (let epoch = 1; epoch <= 1500; ++epoch) page.keepReport(runner, report(epoch));
  const {rows} = page.epochsTable([runner]);
  assert.ok(rows.length < 1001);
  for (const [, epoch, loss] of rows) assert.equal(loss, 1 / (epoch + 1));
  assert.equal(rows.at(-1)[1], 1500);
});
