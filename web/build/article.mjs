// The whole article: the sections in the order of their files, then the glossary and the references.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { matchClaims, parseClaims } from "./claims.mjs";
import { parseSection } from "./content.mjs";
import { glossaryList, parseGlossary } from "./glossary.mjs";
import { placePredictions, readPredictions } from "./predictions.mjs";
import { parseReferences, referenceList } from "./references.mjs";
import { contents, renderSection, sectionElement } from "./section.mjs";

const GLOSSARY = { id: "glossary", title: { en: "Glossary", zh: "术语表" } };
const REFERENCES = { id: "references", title: { en: "References", zh: "参考文献" } };

/** Reads a file under a name that a message can show. */
const read = (parse, ...path) => parse(relative(process.cwd(), join(...path)), readFileSync(join(...path), "utf8"));

/** What the text of the sections may name. */
export function readBook(directory, core, figures) {
  const references = read(parseReferences, directory, "references.json");
  const glossary = read(parseGlossary, directory, "glossary.md");
  const libraries = read((_file, text) => JSON.parse(text), directory, "libraries.json");
  const folder = join(directory, "claims");
  const words = readdirSync(folder).sort().flatMap((name) => read(parseClaims, folder, name));
  const claims = matchClaims(core.catalog.claims, words, relative(process.cwd(), folder));
  return { core, figures, references, glossary, libraries, claims, placed: new Set(), cards: new Set() };
}

const isSection = (name) => /^\d.*\.md$/.test(name);

/** @returns {{article: string, contents: string}} HTML */
export function renderArticle(directory, core, figures) {
  const book = readBook(directory, core, figures);
  const names = readdirSync(directory).filter(isSection).sort();
  const sections = names.map((name) => read(parseSection, directory, name));
  placePredictions(sections, readPredictions(join(directory, "predictions")));
  for (const { claim, id, kind } of sections.flatMap(({ blocks }) => blocks)) {
    if (kind === "claim") book.cards.add(id);
    book.placed.add(kind === "claim" ? id : claim);
  }
  const body = sections.map((section) => renderSection(section, book));
  body.push(sectionElement(GLOSSARY, glossaryList(book.glossary, book)));
  body.push(sectionElement(REFERENCES, referenceList(book.references)));
  return { article: body.join("\n"), contents: contents([...sections, GLOSSARY, REFERENCES]) };
}
