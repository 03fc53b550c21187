// What the build refuses: each mistake in the content is named with its file and line.
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import test from 'node:test';
import {readBook, renderArticle} from '../../web/build/article.mjs';
import {staticFigures} from '../../web/build/bundle.mjs';
import {parseSection} from '../../web/build/content.mjs';
import {loadCore} from '../../web/build/core.mjs';
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

test('no id is there twice', () => {
  const ids = article.match(/(?<= id=")[^"]+/g);
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
});
