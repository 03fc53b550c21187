// Fills in the computed numbers of the prose: {{what|significant digits}}, where `what` is
//   gelu.extrema.0.y                              a fact of the catalogue,
//   elu(alpha=0.3).df(-1)                         a value of f, df or d2f,
//   softmax(x1=1,x2=2,x3=3).y.0                   a value, or an entry of the Jacobian, row by row,
//   glu(a=4).df_db(0)                             f, df_da or df_db of a gated unit at b,
//   flow(activation=relu,depth=50).log10_delta.0  a result of the gradient lab.

import { placeOf, Problem } from "./problem.mjs";

const REFERENCE = /\{\{\s*([^{}|]+?)\s*\|\s*(\d+)\s*\}\}/g;
const POINT = /^([a-z0-9_]+)(?:\(([^()]*)\))?\.(f|df|d2f|df_da|df_db)\(([^()]+)\)$/;
const LOGITS = /^([a-z0-9_]+)\(([^()]*)\)\.((?:y|jacobian)\.\d)$/;
const FLOW = /^flow\(([^()]*)\)\.(.+)$/;

/** Returns `text` with its references replaced by numbers, as `significant` writes them. */
export function fillNumbers(text, where, core, significant) {
  const filled = text.replace(REFERENCE, (whole, reference, digits, offset) => {
    const here = placeOf(where, text, offset);
    const value = compute(reference, here, core);
    if (!Number.isFinite(value)) throw new Problem(here, `${whole} is not a finite number: ${value}`);
    return significant(value, Number(digits));
  });
  const left = filled.indexOf("{{");
  if (left >= 0) throw new Problem(placeOf(where, filled, left), "a number reference must read {{what|digits}}");
  return filled;
}

function compute(reference, where, core) {
  const point = POINT.exec(reference);
  if (point) {
    const [, activation, parameters, what, x] = point;
    const given = assignments(parameters ?? "", where);
    if (isGated(activation, core)) {
      const b = number(x, where);
      return core.call("sampleGate", { unit: activation, ...given, from: b, to: b + 1, count: 2 }, where)[what]?.[0];
    }
    return core.call("evaluate", { activation, parameters: given, x: number(x, where) }, where)[what];
  }
  const logits = LOGITS.exec(reference);
  if (logits) {
    const request = { function: logits[1], ...assignments(logits[2], where) };
    return follow(core.call("evaluateLogits", request, where), logits[3], where);
  }
  const flow = FLOW.exec(reference);
  if (flow) return follow(core.call("gradientFlow", flowRequest(flow[1], where, core), where), flow[2], where);
  const [id, ...path] = reference.split(".");
  const row = core.activation(id);
  if (!row) throw new Problem(where, `unknown function "${id}"`);
  return follow({ ...row, ...row.facts }, path.join("."), where);
}

function isGated(id, core) {
  const { choices } = core.catalog.requests.sampleGate.find((field) => field.name === "unit");
  return choices.some((choice) => choice.id === id);
}

/** The fields of the request; what is no field of it is a parameter of the function. */
function flowRequest(text, where, core) {
  const known = core.catalog.requests.gradientFlow.map((field) => field.name);
  const request = { parameters: {} };
  for (const [name, value] of Object.entries(assignments(text, where))) {
    (known.includes(name) ? request : request.parameters)[name] = value;
  }
  return request;
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

function follow(object, path, where) {
  let value = object;
  for (const key of path.split(".")) value = value?.[key];
  if (typeof value !== "number") throw new Problem(where, `there is no number at "${path}"`);
  return value;
}
