/** A mistake in a content file. Its message begins with file:line, as compilers write it. */
export class Problem extends Error {
  constructor(where, message) {
    super(`${where.file}:${where.line}: ${message}`);
  }
}
