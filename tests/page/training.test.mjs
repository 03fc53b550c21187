// The training lab, as far as it needs no browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import {loadCore} from '../module/core.mjs';
import {page} from './sources.mjs';

const core = await loadCore();

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

test('the build goes on where a network of the opening race breaks down', () => {
  let reports = 0;
  const broken = {
    catalog: core.catalog(),
    trainBegin: () => ({session: 1}),
    trainAdvance: () => ({step: 3, steps_per_epoch: 10, diverged_step: 3, diverged_layer: 1}),
    trainReport: () => {
      assert.ok(++reports < 100, 'it goes on for ever');
      const session = core.trainBegin({width: 2, depth: 2}).session;
      const report = core.trainReport(session);
      core.trainEnd(session);
      return {...report, epoch: 0, step: 3, diverged_step: reports % 2 ? 0 : 3};
    },
    trainEnd: () => {},
  };
  assert.match(page.stillTraining(broken), /<svg/);
});
