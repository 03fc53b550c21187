// A function with its parameters as a Python expression that can be called.

import source from "virtual:expressions.json";
import type { Parameters, Row } from "../../core/api";
import { entryOf, type Entry } from "./libraries";

export type Framework = "pytorch" | "keras";

/** How to write a function that a library does not have, or not with these parameters. */
const expressions = JSON.parse(source) as Record<string, Partial<Record<Framework, string>>>;

/** Whether the library's own function takes these values: what it has fixed cannot be set. */
function fits({ arguments: theirs = {}, parameters: defaults }: Entry, parameters: Parameters): boolean {
  return Object.entries(parameters).every(([name, value]) => theirs[name] !== null || defaults[name] === value);
}

const argument = (name: string, value: number) =>
  name.endsWith("_initializer") ? `${name}=initializers.Constant(${value})` : `${name}=${value}`;

/** `nn.LeakyReLU(negative_slope=0.2)`, `activations.tanh`, `lambda x: …` */
export function callable(row: Row, parameters: Parameters, framework: Framework): string {
  const entry = entryOf(row.id, framework);
  if (!entry || !fits(entry, parameters)) {
    const expression = expressions[row.id]![framework]!;
    return "lambda x: " + expression.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name]));
  }
  const [name, given] = entry.name.replace(")", "").split("(") as [string, string?];
  const own = Object.entries(parameters).flatMap(([parameter, value]) => {
    const theirs = entry.arguments?.[parameter];
    return theirs === null ? [] : [argument(theirs ?? parameter, value)];
  });
  const args = [...(given ? [given] : []), ...own];
  if (!name.startsWith("activations.")) return `${name}(${args.join(", ")})` + (row.id === "rrelu" ? ".eval()" : "");
  return args.length === 0 ? name : `lambda x: ${name}(${["x", ...args].join(", ")})`;
}

/** The import of those of Keras's modules that the code uses. */
export function kerasImport(code: string): string {
  const used = ["activations", "initializers", "layers", "ops"].filter((module) => code.includes(`${module}.`));
  return `from keras import ${used.join(", ")}`;
}
