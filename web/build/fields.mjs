// Reads "name: text" lines, as the glossary, the claims and the statements of the source post are
// written. A line that begins with a space goes on with the one before it.

import { Problem } from "./problem.mjs";

/**
 * @param body {text, where}
 * @returns a Map from name to {text, where}
 */
export function parseFields({ text, where }) {
  const fields = new Map();
  let last;
  text.split("\n").forEach((line, index) => {
    const here = { file: where.file, line: where.line + index };
    const [, name, value] = /^([a-z0-9_]+(?: [a-z0-9_]+)*):\s*(.*)$/.exec(line) ?? [];
    if (name) {
      if (fields.has(name)) throw new Problem(here, `"${name}" is there twice`);
      fields.set(name, (last = { text: value.trim(), where: here }));
    } else if (last && /^\s+\S/.test(line)) {
      last.text += `\n${line.trim()}`;
    } else if (line.trim()) {
      throw new Problem(here, `expected "name: text": ${line.slice(0, 40)}`);
    }
  });
  return fields;
}

/** The field in both languages, or undefined where there is neither: "why en" and "why zh" for the prefix "why ". */
export function bothLanguages(fields, prefix, where) {
  const [en, zh] = ["en", "zh"].map((lang) => fields.get(prefix + lang));
  if (!en !== !zh) throw new Problem((en ?? zh).where, `"${prefix}${en ? "en" : "zh"}" has no twin "${prefix}${en ? "zh" : "en"}"`);
  if (en && (!en.text || !zh.text)) throw new Problem(where, `"${prefix}en" and "${prefix}zh" need a text`);
  return en && { en, zh };
}
