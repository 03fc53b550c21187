// What papers and libraries call the functions, and their defaults: web/content/libraries.json beside the catalogue.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {loadCore} from './core.mjs';

const {activations} = (await loadCore()).catalog();
const libraries = JSON.parse(readFileSync(new URL('../../web/content/libraries.json', import.meta.url), 'utf8'));

const sources = ['paper', 'pytorch', 'keras', 'onnx', 'source_post'];
const entries = activations.flatMap((row) =>
  sources.filter((source) => libraries[row.id]?.[source]).map((source) => ({row, source, entry: libraries[row.id][source]})));

test('the rows are functions, in the order of the catalogue, with every source', () => {
  assert.deepEqual(Object.keys(libraries), activations.map(({id}) => id).filter((id) => id in libraries));
  for (const [id, row] of Object.entries(libraries)) assert.deepEqual(Object.keys(row), sources, id);
});

test('an entry has a name, parameters that the function takes, and a note in both languages', () => {
  assert.ok(entries.length > 60);
  for (const {row, source, entry} of entries) {
    const where = `${row.id} ${source}`;
    const {name, parameters, arguments: theirs = {}, instead = row.id, note = {en: 'x', zh: 'x'}, cite = [], ...rest} = entry;
    assert.deepEqual(rest, {}, where);
    assert.ok(name, where);
    for (const [key, value] of Object.entries(parameters)) {
      const parameter = row.parameters.find((one) => one.name === key);
      assert.ok(parameter, `${where}: no parameter "${key}"`);
      assert.ok(parameter.min <= value && value <= parameter.max, `${where}: ${key} = ${value}`);
    }
    for (const key of Object.keys(theirs)) assert.ok(row.parameters.some((one) => one.name === key), `${where}: ${key}`);
    assert.ok(activations.some(({id}) => id === instead), `${where}: ${instead}`);
    assert.ok(note.en && note.zh && Object.keys(note).length === 2, where);
    assert.ok(source === 'paper' ? cite.length > 0 : cite.length === 0, `${where}: only a paper is cited`);
  }
});

test('the defaults are those that the core offers', () => {
  const listed = entries.flatMap(({row, source, entry}) =>
    Object.entries(entry.parameters).map(([name, value]) => `${row.id}.${name} ${source} ${value}`));
  const offered = activations.filter(({id}) => id in libraries).flatMap(({id, parameters}) =>
    parameters.flatMap(({name, presets}) => presets.map(({source, value}) => `${id}.${name} ${source} ${value}`)));
  assert.deepEqual(listed.sort(), offered.sort());
});

test('the names are those of the core', () => {
  const callable = (name) => name.split('(')[0].split('.').at(-1);  // 'activations.gelu(approximate=True)' -> 'gelu'
  for (const row of activations.filter(({id}) => id in libraries)) {
    for (const [source, name] of Object.entries(row.libraries)) {
      assert.equal(callable(libraries[row.id][source]?.name ?? ''), callable(name), `${row.id} ${source}`);
    }
  }
});
