// What the build refuses: each mistake in the content is named with its file and line.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'node:test';
import {readBook, renderArticle} from '../../web/build/article.mjs';
import {staticFigures} from '../../web/build/bundle.mjs';
import {matchClaims, measure, parseClaims} from '../../web/build/claims.mjs';
import {parseSection} from '../../web/build/content.mjs';
import {loadCore} from '../../web/build/core.mjs';
import {checkExpressions} from '../../web/build/expressions.mjs';
import {parseGlossary} from '../../web/build/glossary.mjs';
import {parseReferences} from '../../web/build/references.mjs';
import {renderSection} from '../../web/build/section.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const core = await loadCore(path('build/wasm'));
const figures = await staticFigures();
const book = readBook(path('web/content'), core, figures);

const HEADER = '---\nid: relu\ntitle: {en: ReLU, zh: ReLU 函数}\n---\n';
const section = (body) => renderSection(parseSection('relu.md', HEADER + body), book);
const twins = (en, zh = '中文') => `::: en\n${en}\n:::\n::: zh\n${zh}\n:::\n`;

const refuses = (name, make, place, words) =>
  test(`the build refuses ${name}`, () => assert.throws(make, (error) => {
    assert.ok(error.message.startsWith(`${place}: `), `${error.message} should begin with ${place}`);
    assert.match(error.message, words);
    return true;
  }));

const refusesSection = (name, body, line, words) => refuses(name, () => section(body), `relu.md:${line}`, words);

refusesSection('a block without its twin', '::: en\ntext\n:::\n', 5, /twin/);
refusesSection('an unknown block', '::: fr\ntexte\n:::\n', 5, /fr/);
refusesSection('an unknown figure', '\n::: figure no_such\n:::\n', 6, /no_such/);
refusesSection('an unknown function in a figure', '::: figure curve activation=no_such\n:::\n', 5, /no_such/);
refusesSection('an unknown function in a number', twins('One\n\n{{no_such.f(0)|2}}'), 8, /no_such/);
refusesSection('an unknown function in a fact sheet', '\n::: facts relu,no_such\n:::\n', 6, /no_such/);
refusesSection('a figure that is not closed', `::: figure curve activation=relu\n\n${twins('One')}`, 6, /is its ":::" missing/);
refusesSection('a claim that is not closed', `::: claim relu_explodes\n\n${twins('One')}`, 6, /is its ":::" missing/);
refusesSection('an unknown claim', '\n\n::: claim no_such\n:::\n', 7, /no_such/);
refusesSection('an unknown citation', twins('One\ntwo [@no_such]'), 7, /no_such/);
refusesSection('an unknown citation in Chinese', twins('One', '一\n二 [@no_such]'), 10, /no_such/);
refusesSection('an unknown term', twins('One\n\n[two](term:no_such)'), 8, /no_such/);

const term = (key, fields) => `::: term ${key}\n${fields}\n:::\n`;
const refusesGlossary = (name, text, line, words) =>
  refuses(name, () => parseGlossary('glossary.md', text), `glossary.md:${line}`, words);
refusesGlossary('a definition without its twin', term('kink', 'en: **Kink**: a bend.'), 2, /twin/);
refusesGlossary('a term that is there twice', term('kink', 'en: **K**\nzh: **折点**').repeat(2), 5, /twice/);
refusesGlossary('a definition without its term', term('kink', 'en: A bend.\nzh: **折点**'), 2, /begins with/);

const references = (...works) => `[\n${works.map((work) => JSON.stringify(work)).join(',\n')}\n]`;
const work = {key: 'he2015', authors: ['He'], year: 2015, title: 'T', arxiv: '1502.01852'};
const refusesReferences = (name, text, line, words) =>
  refuses(name, () => parseReferences('references.json', text), `references.json:${line}`, words);
refusesReferences('a work without an address', references(work, {...work, key: 'ren2016', arxiv: undefined}), 3, /doi/);
refusesReferences('a work that is there twice', references(work, work), 2, /twice/);

const WORDS = 'en: It is so.\nzh: 是这样。\nwhy en: Because.\nwhy zh: 因为。\nrow one en: One\nrow one zh: 一';
const measured = {id: 'some', kind: 'measured', verdict: 'true', rows: [{name: 'one', low: 0, high: 1}]};
const timed = {...measured, kind: 'timed'};
const claim = (id, words) => `::: claim ${id}\n${words}\n:::\n`;
const refusesClaims = (name, claims, text, line, words) =>
  refuses(name, () => matchClaims(claims, parseClaims('claims.md', text)), `claims.md:${line}`, words);
refusesClaims('words of a claim that the core has not', [measured], claim('other', WORDS), 1, /other/);
refusesClaims('a claim without a reason', [measured], claim('some', WORDS.replace(/why.*\n/g, '')), 1, /why/);
refusesClaims('a sentence without its twin', [measured], claim('some', WORDS.replace(/^zh.*\n/m, '')), 2, /twin/);
refusesClaims('a row without a label', [measured], claim('some', WORDS.replace(/row.*\n?/g, '')), 1, /row one/);
refusesClaims('a label without a row', [measured], claim('some', `${WORDS}\nrow two en: 2\nrow two zh: 二`), 8, /two/);
refusesClaims('a label without its twin', [measured], claim('some', WORDS.replace(/\nrow one zh.*/, '')), 6, /twin/);
refusesClaims('words that are there twice', [measured], claim('some', WORDS).repeat(2), 9, /twice/);
refusesClaims('a stray field', [measured], claim('some', `${WORDS}\nsource: me`), 8, /source/);
refusesClaims('a timed claim that compares nothing', [timed], claim('some', WORDS), 1, /compare/);
refusesClaims('a measured claim that compares', [measured], claim('some', `${WORDS}\ncompare: one one`), 8, /compare/);

refuses('a claim of the core without words', () => matchClaims([measured], [], 'claims'), 'claims:1', /some/);

const functions = [{id: 'mine', parameters: [{name: 'alpha'}]}];
const fixed = {arguments: {alpha: null}};
const refusesExpressions = (name, own, library, words) => refuses(name, () =>
  checkExpressions({mine: own}, {mine: library}, {activations: functions}, {file: 'expressions.json', line: 1}), 'expressions.json:1', words);
refusesExpressions('a function that PyTorch lacks, without its expression', {}, {pytorch: null, keras: {}}, /"mine" is not in PyTorch/);
refusesExpressions('a function that Keras lacks, without its expression', {pytorch: 'x'}, undefined, /"mine" is not in Keras/);
refusesExpressions('a value that PyTorch has fixed, without an expression', {}, {pytorch: fixed, keras: {}}, /"mine" has a fixed alpha in PyTorch/);

const statement = (head, body) => `::: statement ${head}\n${body}\n:::\n`;
const STATEMENT = 'quote: 一\ngloss: one\nen: Right.\nzh: 对。';
refusesSection('a statement without a verdict', statement('A1', STATEMENT), 5, /verdict/);
refusesSection('an unknown verdict', statement('A1 verdict=perhaps', STATEMENT), 5, /perhaps/);
refusesSection('a statement without an answer', statement('A1 verdict=true', 'quote: 一\ngloss: one'), 5, /answer/);
refusesSection('an answer without its twin', statement('A1 verdict=true', STATEMENT.replace(/\nzh.*/, '')), 8, /twin/);
refusesSection('a statement without its gloss', statement('A1 verdict=true', STATEMENT.replace(/gloss.*\n/, '')), 5, /gloss/);
refusesSection('an unknown claim of a statement', statement('A1 claim=no_such', STATEMENT), 5, /no_such/);

test('the still picture of a figure may ask the core whatever has a request', () => {
  const renderFigure = (name, attributes, calls) => Object.keys(calls).join();
  const asked = renderSection(parseSection('relu.md', `${HEADER}::: figure mine\n:::\n`), {...book, figures: {...figures, renderFigure}});
  for (const name of Object.keys(core.catalog.requests)) assert.ok(asked.includes(name), name);
});

test('every function has its expressions', () => {
  const [expressions, libraries] = ['expressions', 'libraries'].map((name) => JSON.parse(readFileSync(path(`web/content/${name}.json`), 'utf8')));
  checkExpressions(expressions, libraries, core.catalog, {file: 'expressions.json', line: 1});
});

test('the build refuses a claim whose numbers are not where its verdict expects them', () => {
  const off = {...core, call: () => ({rows: [{name: 'one', value: 2, within: false}]})};
  assert.throws(() => measure(measured, off, {file: 'claims.md', line: 3}), /^Error: claims\.md:3: .*some.*one/);
});

test('citations and terms in both languages', () => {
  const html = section(twins('([@he2015]) ([@nair2010]) ([@shazeer2020]) [a kink](term:kink)', '（[@he2015]）（[@nair2010]）[折点](term:kink)'));
  for (const words of ['He et al. 2015', 'He 等 2015', 'Nair and Hinton 2010', 'Nair 与 Hinton 2010', 'Shazeer 2020']) {
    assert.ok(html.includes(`>${words}</a>`), words);
  }
  assert.equal(html.match(/<a class="term" href="#term-kink">/g).length, 2);
});

const {article, contents} = renderArticle(path('web/content'), core, figures);

test('every link inside the article has its place', () => {
  const ids = new Set(article.match(/(?<= id=")[^"]+/g));
  const targets = (contents + article).match(/(?<=href="#)[^"=]+(?=")/g);
  assert.ok(targets.length > 0);
  for (const target of targets) assert.ok(ids.has(target), `#${target}`);
});

test('the 52 statements of the source post are there, each with a verdict and an answer in both languages', () => {
  const rows = article.split(/(?=<tr id="A)/).slice(1);
  assert.deepEqual(rows.map((row) => /id="(\w+)"/.exec(row)[1]), Array.from({length: 52}, (_, i) => `A${i + 1}`));
  for (const row of rows) {
    const [id] = /A\d+/.exec(row);
    assert.match(row, /data-verdict="(true|conditional|false|outdated|open)"/, id);
    assert.match(row, /class="twins answer"><div lang="en"><p>[^]{20,}<\/p>\n<\/div><div lang="zh"><p>[^]{10,}<\/p>/, id);
  }
});

test('a claim stands in one place: a statement whose claim has a card in a section leads to that card', () => {
  const claims = [...article.matchAll(/data-claim="(\w+)"/g)].map(([, id]) => id);
  assert.deepEqual(claims.filter((id, i) => claims.indexOf(id) !== i), []);
  const led = [...article.matchAll(/<tr id="A\d+">.*?<\/tr>/gs)].filter(([row]) => row.includes('href="#claim-'));
  assert.ok(led.length > 5, `${led.length} statements lead to a card`);
});

test('every work of the list is cited', () => {
  const works = [...article.matchAll(/<li id="ref-(\w+)"/g)].map(([, key]) => key);
  assert.ok(works.length > 30);
  for (const key of works) assert.ok(article.includes(`href="#ref-${key}"`), key);
});

test('no id is there twice', () => {
  const ids = article.match(/(?<= id=")[^"]+/g);
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
});
