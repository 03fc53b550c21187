/** A mistake in a content file. Its message begins with file:line, as compilers write it. */
export class Problem extends Error {
  constructor(where, message) {
    super(`${where.file}:${where.line}: ${message}`);
  }
}

/** The place of a character of a text that begins at `where`. */
export const placeOf = (where, text, offset) => ({
  file: where.file,
  line: where.line + text.slice(0, offset).split("\n").length - 1,
});
