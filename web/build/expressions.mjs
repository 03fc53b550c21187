// The Python expressions of the functions, web/content/expressions.json, for the code that the page gives.

import { Problem } from "./problem.mjs";

const FRAMEWORKS = { pytorch: "PyTorch", keras: "Keras" };

/** What a framework does not have, or has only with fixed values, needs an expression. */
export function checkExpressions(expressions, libraries, catalog, where) {
  for (const { id, parameters } of catalog.activations) {
    for (const [framework, name] of Object.entries(FRAMEWORKS)) {
      if (expressions[id]?.[framework]) continue;
      const entry = libraries[id]?.[framework];
      if (!entry) throw new Problem(where, `"${id}" is not in ${name}: give its expression`);
      const fixed = parameters.find((parameter) => entry.arguments?.[parameter.name] === null);
      if (fixed) throw new Problem(where, `"${id}" has a fixed ${fixed.name} in ${name}: give its expression`);
    }
  }
}
