// The glossary: [saturation](term:saturation) marks a term, which shows its definition when it is
// pointed at, focused or tapped, and leads to the list at the end where there is no JavaScript.

import { splitBlocks } from "./blocks.mjs";
import { bothLanguages, parseFields } from "./fields.mjs";
import { Problem } from "./problem.mjs";
import { renderInline } from "./prose.mjs";

/** @returns a Map from the term's key to {key, en, zh, where}; a definition is {text, where} */
export function parseGlossary(file, text) {
  const terms = new Map();
  for (const { head, words, body, where } of splitBlocks(file, text)) {
    const [key, ...stray] = words ?? [];
    if (head !== "term" || !key || stray.length > 0) throw new Problem(where, 'the glossary is made of "::: term key" blocks');
    if (terms.has(key)) throw new Problem(where, `the term "${key}" is there twice`);
    const fields = parseFields(body);
    const definition = bothLanguages(fields, "", where);
    if (!definition || fields.size > 2) throw new Problem(where, `the term "${key}" needs "en: …" and "zh: …", and nothing else`);
    for (const { text, where: at } of [definition.en, definition.zh]) {
      if (!/^\*\*.+?\*\*/.test(text)) throw new Problem(at, "a definition begins with the **term**");
    }
    terms.set(key, { key, ...definition, where });
  }
  return terms;
}

export function glossaryList(terms, library) {
  const name = ({ en }) => /^\*\*(.+?)\*\*/.exec(en.text)[1].toLowerCase();
  const sorted = [...terms.values()].sort((a, b) => name(a).localeCompare(name(b), "en"));
  const one = (term, lang) => `<div lang="${lang}">${renderInline(term[lang], lang, library)}</div>`;
  const entries = sorted.map((term) => `<div class="twins" id="term-${term.key}">${one(term, "en")}${one(term, "zh")}</div>`);
  return entries.join("\n");
}
