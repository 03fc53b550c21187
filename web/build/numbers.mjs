// Fills in the computed numbers of the prose: {{what|significant digits}} or {{what|.decimals}}, where `what` is
//   gelu.extrema.0.y                              a fact of the catalogue,
//   elu(alpha=0.3).df(-1)                         a value of f, df or d2f,
//   softmax(x1=1,x2=2,x3=3).y.0                   a value, or an entry of the Jacobian, row by row,
//   glu(a=4).df_db(0)                             f, df_da or df_db of a gated unit at b,
//   flow(activation=relu,depth=50).log10_delta.0  a result of the gradient lab,
//   theory(activation=relu,depth=50).chi.0        what mean-field theory predicts for it,
//   train(data=moons,depth=6,steps=400).train_loss  what a training run has come to,
//   phaseRow(activation=tanh).critical_sigma_w    a result of any function of the core that takes a request.

import { placeOf, Problem } from "./problem.mjs";

const REFERENCE = /\{\{\s*([^{}|]+?)\s*\|\s*(\.?)(\d+)\s*\}\}/g;
const POINT = /^([a-z0-9_]+)(?:\(([^()]*)\))?\.(f|df|d2f|df_da|df_db)\(([^()]+)\)$/;
const LOGITS = /^([a-z0-9_]+)\(([^()]*)\)\.((?:y|jacobian)\.\d)$/;
const SHORT_NAMES = { flow: "gradientFlow", theory: "gradientTheory" };
/** What is called by a name that is not the core's. */
export const OWN_NAMES = ["train", ...Object.keys(SHORT_NAMES)];
const TRAINING = /^train\(([^()]*),steps=(\d+)\)\.(.+)$/;
const CALL = /^(\w+)\(([^()]*)\)\.(.+)$/;

/** Returns `text` with its references replaced by numbers, as `write.significant` and `write.decimals` write them. */
export function fillNumbers(text, where, core, write) {
  const filled = text.replace(REFERENCE, (whole, reference, point, digits, offset) => {
    const here = placeOf(where, text, offset);
    const value = compute(reference, here, core);
    if (!Number.isFinite(value)) throw new Problem(here, `${whole} is not a finite number: ${value}`);
    return (point ? write.decimals : write.significant)(value, Number(digits));
  });
  const left = filled.indexOf("{{");
  if (left >= 0) throw new Problem(placeOf(where, filled, left), "a number reference must read {{what|digits}}");
  return filled;
}

function compute(reference, where, core) {
  const training = TRAINING.exec(reference);
  if (training) {
    const [, fields, steps, path] = training;
    return follow(core.train(requestOf("trainBegin", fields, where, core), Number(steps), where), path, where);
  }
  const { name, request, path } = readReference(reference, where, core);
  return follow(core.call(name, request, where), path, where);
}

/** What a reference asks of the core, and where the number stands in the answer: {name, request, path}. */
export function readReference(reference, where, core) {
  const point = POINT.exec(reference);
  if (point) return readPoint(point, where, core);
  const logits = LOGITS.exec(reference);
  if (logits) {
    const request = { function: logits[1], ...assignments(logits[2], where) };
    return { name: "evaluateLogits", request, path: logits[3] };
  }
  const [, called, fields, rest] = CALL.exec(reference) ?? [];
  const name = SHORT_NAMES[called] ?? called;
  if (name in core.catalog.requests) return { name, request: requestOf(name, fields, where, core), path: rest };
  return readFact(reference, where, core);
}

function readPoint([, activation, text, what, at], where, core) {
  const parameters = assignments(text ?? "", where);
  const x = number(at, where);
  if (!isGated(activation, core)) return { name: "evaluate", request: { activation, parameters, x }, path: what };
  return { name: "sampleGate", request: { unit: activation, ...parameters, from: x, to: x + 1, count: 2 }, path: `${what}.0` };
}

function isGated(id, core) {
  const { choices } = core.catalog.requests.sampleGate.find((field) => field.name === "unit");
  return choices.some((choice) => choice.id === id);
}

/** The fields of the request; what is no field of it is a parameter of the function. */
function requestOf(name, text, where, core) {
  const fields = core.catalog.requests[name];
  const hasParameters = fields.some((field) => field.type === "parameters");
  const request = {};
  for (const [key, value] of Object.entries(assignments(text, where))) {
    const isField = !hasParameters || fields.some((field) => field.name === key);
    (isField ? request : (request.parameters ??= {}))[key] = value;
  }
  return request;
}

function readFact(reference, where, core) {
  const [id, ...path] = reference.split(".");
  const index = core.catalog.activations.findIndex((row) => row.id === id);
  if (index < 0) throw new Problem(where, `unknown function "${id}"`);
  const inFacts = path[0] in core.catalog.activations[index].facts ? ["facts"] : [];
  return { name: "catalog", request: undefined, path: ["activations", index, ...inFacts, ...path].join(".") };
}

function assignments(text, where) {
  const entries = text.split(",").filter((part) => part.trim());
  return Object.fromEntries(
    entries.map((part) => {
      const [name, value] = part.split("=").map((side) => side.trim());
      if (!value) throw new Problem(where, `"${part.trim()}" is not of the form name=value`);
      return [name, Number.isNaN(Number(value)) ? value : Number(value)];
    }),
  );
}

function number(text, where) {
  const value = Number(text);
  if (Number.isNaN(value)) throw new Problem(where, `"${text}" is not a number`);
  return value;
}

/** The number at a path such as `log10_delta.0`. */
export function follow(object, path, where) {
  let value = object;
  for (const key of path.split(".")) value = value?.[key];
  if (typeof value !== "number") throw new Problem(where, `there is no number at "${path}"`);
  return value;
}
