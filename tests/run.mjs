// Runs test files two at a time, in the order in which they are given, so that what takes long can begin first.
//   node tests/run.mjs FILE...
import {run} from 'node:test';
import {spec} from 'node:test/reporters';

run({files: process.argv.slice(2), concurrency: 2})
  .on('test:fail', () => { process.exitCode = 1; })
  .compose(new spec())
  .pipe(process.stdout);
