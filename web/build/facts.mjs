// The fact sheet of a function, or of several side by side, at their defaults: what the core's
// catalogue says of them, and what papers and libraries call them.

import { Problem } from "./problem.mjs";
import { kinks, saturation, slopes, values } from "./properties.mjs";
import { cite } from "./references.mjs";
import { inBoth, stacked } from "./words.mjs";

/** The entries of libraries.json in the order of the rows; `code`: its names are to be typed. */
const SOURCES = [
  { id: "paper", label: inBoth("Paper", "论文") },
  { id: "pytorch", label: "PyTorch", code: true },
  { id: "keras", label: "Keras 3", code: true },
  { id: "onnx", label: "ONNX", code: true },
  { id: "source_post", label: inBoth("Source post", "原博文") },
];

const NONE = "—";

/** @param book {core, figures, references, libraries} */
export function renderFacts(ids, where, { core, figures: { short }, references, libraries }) {
  const functions = ids.map((id) => {
    const row = core.activation(id);
    if (!row) throw new Problem(where, `unknown function "${id}"`);
    return { ...row, call: (name, request) => core.call(name, { activation: id, ...request }, where) };
  });
  const entry = (row, source) => {
    const found = libraries[row.id]?.[source.id];
    return found ? renderEntry(row, found, source, references, short) : NONE;
  };
  const properties = [
    [inBoth("Values", "值域"), (row) => values(row, short)],
    [inBoth("Slope", "导数"), (row) => slopes(row, short)],
    [inBoth("Saturated", "饱和"), (row) => saturation(row, short)],
    [inBoth("Kinks", "折点"), (row) => kinks(row, short)],
    ...SOURCES.map((source) => [source.label, (row) => entry(row, source)]),
  ];
  const head = [inBoth("Facts", "概要"), ...functions.map((row) => title(row, short))].map((name) => `<th scope="col">${name}</th>`);
  const body = properties
    .map(([label, cell]) => [label, functions.map(cell)])
    .filter(([, cells]) => cells.some((cell) => cell !== NONE))
    .map(([label, cells]) => `<tr><th scope="row">${label}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<div class="table-scroll facts" style="--columns:${ids.length}" tabindex="0"><table>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

const setting = (parameter, value, short) => `${parameter.symbol} = ${short(value, 3)}`;

/** "ELU (α = 1)" */
const withSettings = (name, settings) => (settings.length ? `${name} (${settings.join(", ")})` : name);

const title = (row, short) => withSettings(row.name.en, row.parameters.map((p) => setting(p, p.initial, short)));

function renderEntry(row, { name, parameters, arguments: theirs = {}, cite: keys = [], note }, source, references, short) {
  const defaults = row.parameters
    .filter((p) => p.name in parameters)
    .map((p) => setting(p, parameters[p.name], short) + (theirs[p.name] === null ? inBoth(" fixed", " 固定") : ""));
  const named = withSettings(source.code ? `<code>${name.replace(/"/g, "&quot;")}</code>` : name, defaults);
  const cited = keys.map((key) => inBoth(cite(references.get(key), "en"), cite(references.get(key), "zh")));
  return stacked([named, ...cited]) + (note ? `<div class="note">${inBoth(note.en, note.zh)}</div>` : "");
}
