// The fact sheet of a function, or of several side by side: what the core's catalogue says of them at
// their defaults, and what papers and libraries call them (web/content/libraries.json).

import { readFileSync } from "node:fs";
import { Problem } from "./problem.mjs";
import { cite } from "./references.mjs";

const libraries = JSON.parse(readFileSync(new URL("../content/libraries.json", import.meta.url), "utf8"));

/** On a side where f′ tends to 0, a function counts as saturated from here on. */
const FLAT = 0.01;
/** Where the search for that point begins: every function of the catalogue is flat there, or never. */
const FAR = 60;
/** Two sides of a kink that differ by less are one value. */
const SAME = 1e-6;

const both = (en, zh) => (en === zh ? en : `<span lang="en">${en}</span><span lang="zh">${zh}</span>`);
const lines = (parts) => parts.map((part) => `<div>${part}</div>`).join("");
const code = (text) => `<code>${text.replace(/"/g, "&quot;")}</code>`;
const NONE = "—";

/** Of libraries.json, in the order of the rows; libraries have their names in type. */
const SOURCES = [
  ["paper", both("Paper", "论文")],
  ["pytorch", "PyTorch"],
  ["keras", "Keras 3"],
  ["onnx", "ONNX"],
  ["source_post", both("Source post", "原博文")],
];
const LIBRARIES = ["pytorch", "keras", "onnx"];

/** @param book {core, figures, references} */
export function renderFacts(ids, where, { core, figures: { short }, references }) {
  const rows = ids.map((id) => {
    const row = core.activation(id);
    if (!row) throw new Problem(where, `unknown function "${id}"`);
    return row;
  });
  const curveOf = (row) => core.call("sampleCurve", { activation: row.id, from: -FAR, to: FAR, count: 4096 }, where);
  const slopeAt = (row, x) => core.call("evaluate", { activation: row.id, x }, where).df;
  const number = (value) => short(value, 5);

  const properties = [
    [both("Values", "值域"), (row) => values(row, number)],
    [both("Slope", "导数"), (row) => slopes(row, curveOf(row), number)],
    [both("Saturates", "饱和"), (row) => saturation(row, curveOf(row), (x) => slopeAt(row, x), short)],
    [both("Kinks", "折点"), (row) => kinks(curveOf(row), number)],
    ...SOURCES.map(([source, label]) => [label, (row) => entry(row, source, short, references)]),
  ];
  const filled = properties
    .map(([label, cell]) => [label, rows.map(cell)])
    .filter(([, cells]) => cells.some((cell) => cell !== NONE));
  const body = filled.map(([label, cells]) => line("th scope=\"row\"", label, cells, "td"));
  const head = line("th scope=\"col\"", both("Facts", "概要"), rows.map((row) => title(row, short)), "th scope=\"col\"");
  return `<div class="table-scroll facts" style="--columns:${ids.length}" tabindex="0"><table>\n<thead>${head}</thead>\n<tbody>${body.join("\n")}</tbody></table></div>`;
}

function line(first, label, cells, tag) {
  const close = (opening) => opening.split(" ")[0];
  const rest = cells.map((cell) => `<${tag}>${cell}</${close(tag)}>`).join("");
  return `<tr><${first}>${label}</${close(first)}>${rest}</tr>`;
}

/** "ELU, α = 1" */
const title = (row, short) => [row.name.en, ...row.parameters.map((p) => `${p.symbol} = ${short(p.initial, 3)}`)].join(", ");

/** "0 ≤ f < 1"; a missing end is infinite. */
function interval(name, { min, min_attained, max, max_attained }, number) {
  if (!finite(min) && !finite(max)) return both("all real numbers", "全体实数");
  if (min === max) return `${name} = ${number(min)}`;
  if (!finite(max)) return `${name} ${min_attained ? "≥" : "&gt;"} ${number(min)}`;
  const above = `${name} ${max_attained ? "≤" : "&lt;"} ${number(max)}`;
  return finite(min) ? `${number(min)} ${min_attained ? "≤" : "&lt;"} ${above}` : above;
}

const finite = (value) => Number.isFinite(value);

function values({ facts }, number) {
  const places = facts.extrema.map(({ x, y }) => place(x, y === facts.values.min, number));
  const rise = facts.monotone ? [both("never falls", "单调不减")] : [];
  return lines([interval("f", facts.values, number), ...places, ...rise]);
}

function slopes({ facts }, curve, number) {
  const taken = [...new Set(curve.df)].sort((a, b) => a - b);
  if (taken.length === 2) return `f′ = ${both(`${number(taken[0])} or ${number(taken[1])}`, `${number(taken[0])} 或 ${number(taken[1])}`)}`;
  const places = facts.slope_extrema.map(({ x, y }) => place(x, y === facts.slopes.min, number));
  return lines([interval("f′", facts.slopes, number), ...places]);
}

function place(x, lowest, number) {
  const at = `x = ${number(x)}`;
  return lowest ? both(`lowest at ${at}`, `${at} 处最小`) : both(`highest at ${at}`, `${at} 处最大`);
}

function saturation({ facts }, curve, slopeAt, short) {
  const flat = (side) => {
    if (facts[side] === "none") return undefined;
    if (facts[side] === "soft") return { slope: `|f′| &lt; ${FLAT}`, x: flatFrom(side, curve, slopeAt), included: false };
    const x = (side === "left" ? Math.min : Math.max)(...facts.kinks.map((kink) => kink.x));
    return { slope: "f′ = 0", x, included: facts.kinks.find((kink) => kink.x === x).slope === 0 };
  };
  const [left, right] = [flat("left"), flat("right")];
  const sentence = ({ slope }, variable, sign, x) => {
    const where = `${variable} ${sign} ${short(x, 3)}`;
    return both(`${slope} for ${where}`, `${where} 时 ${slope}`);
  };
  const below = (end) => (end.included ? "≤" : "&lt;");
  const above = (end) => (end.included ? "≥" : "&gt;");
  if (left && right && short(-left.x, 3) === short(right.x, 3)) return sentence(right, "|x|", above(right), right.x);
  const sides = [
    ...(left ? [sentence(left, "x", below(left), left.x)] : []),
    ...(right ? [sentence(right, "x", above(right), right.x)] : []),
  ];
  return sides.length ? lines(sides) : both("on neither side", "两侧都不饱和");
}

/** The point beyond which |f′| stays below FLAT: between two samples, then halved as far as doubles go. */
function flatFrom(side, { x, df }, slopeAt) {
  const order = side === "left" ? [...x.keys()] : [...x.keys()].reverse();
  const first = order.findIndex((i) => Math.abs(df[i]) >= FLAT);
  let flat = x[order[first - 1]];
  let steep = x[order[first]];
  for (let step = 0; step < 40; ++step) {
    const middle = (flat + steep) / 2;
    if (Math.abs(slopeAt(middle)) < FLAT) flat = middle;
    else steep = middle;
  }
  return flat;
}

function kinks(curve, number) {
  const all = curve.kinks.map((kink) => {
    const at = `x = ${number(kink.x)}`;
    const jump = (name, ...sides) => {
      const [left, right, taken] = sides.map((value) => number(Math.abs(value) < SAME ? 0 : value));
      return both(`${at}: ${name} jumps from ${left} to ${right}, taken as ${taken}`, `${at}：${name} 从 ${left} 跳到 ${right}，约定取 ${taken}`);
    };
    if (Math.abs(kink.f_left - kink.f_right) > SAME) return jump("f", kink.f_left, kink.f_right, kink.f);
    if (Math.abs(kink.df_left - kink.df_right) > SAME) return jump("f′", kink.df_left, kink.df_right, kink.df);
    return both(`${at}: f′ is continuous, f″ jumps`, `${at}：f′ 连续，f″ 跳变`);
  });
  return all.length ? lines(all) : both("none", "无");
}

function entry(row, source, short, references) {
  const found = libraries[row.id]?.[source];
  if (!found) return NONE;
  const defaults = row.parameters.filter((p) => found.parameters[p.name] !== undefined).map((p) => {
    const value = `${p.symbol} = ${short(found.parameters[p.name], 3)}`;
    return found.arguments?.[p.name] === null ? `${value} ${both("(fixed)", "（固定）")}` : value;
  });
  const name = LIBRARIES.includes(source) ? code(found.name) : found.name;
  const note = found.note ? `<div class="note">${both(found.note.en, found.note.zh)}</div>` : "";
  const cited = (found.cite ?? []).map((key) => both(cite(references.get(key), "en"), cite(references.get(key), "zh")));
  return lines([[name, ...defaults].join(", "), ...cited]) + note;
}
