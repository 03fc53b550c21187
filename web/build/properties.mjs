// Range, slope, saturation and kinks of a function in words. A function is a row of the catalogue with
// `call`, which asks the core about it.

import { inBoth, stacked } from "./words.mjs";

/** Where f′ tends to 0, a function counts as saturated from the point on where |f′| stays below this. */
const FLAT = 0.01;
/** Beyond ±FAR every function of the catalogue is flat, or is so nowhere. */
const FAR = 60;
/** Two sides of a kink that differ by less are one value. */
const SAME = 1e-6;

const DIGITS = 5;

const sampled = (row) => row.call("sampleCurve", { from: -FAR, to: FAR, count: 4096 });

export function values({ facts }, short) {
  const places = facts.extrema.map(({ x, y }) => place(x, y === facts.values.min, short));
  const rise = facts.monotone ? [inBoth("never falls", "单调不减")] : [];
  return stacked([interval("f", facts.values, short), ...places, ...rise]);
}

export function slopes(row, short) {
  const taken = [...new Set(sampled(row).df)].sort((a, b) => a - b).map((slope) => short(slope, DIGITS));
  if (taken.length === 2) return inBoth(`f′ = ${taken.join(" or ")}`, `f′ = ${taken.join(" 或 ")}`);
  const places = row.facts.slope_extrema.map(({ x, y }) => place(x, y === row.facts.slopes.min, short));
  return stacked([interval("f′", row.facts.slopes, short), ...places]);
}

/** "0 ≤ f &lt; 1"; an infinite end is no bound. */
function interval(name, { min, min_attained, max, max_attained }, short) {
  const bounded = { below: Number.isFinite(min), above: Number.isFinite(max) };
  if (!bounded.below && !bounded.above) return inBoth("all real numbers", "全体实数");
  if (min === max) return `${name} = ${short(min, DIGITS)}`;
  if (!bounded.above) return `${name} ${min_attained ? "≥" : "&gt;"} ${short(min, DIGITS)}`;
  const above = `${name} ${max_attained ? "≤" : "&lt;"} ${short(max, DIGITS)}`;
  return bounded.below ? `${short(min, DIGITS)} ${min_attained ? "≤" : "&lt;"} ${above}` : above;
}

function place(x, lowest, short) {
  const at = `x = ${short(x, DIGITS)}`;
  return lowest ? inBoth(`lowest at ${at}`, `${at} 处最小`) : inBoth(`highest at ${at}`, `${at} 处最大`);
}

export function saturation(row, short) {
  const [left, right] = [flatSide(row, "left"), flatSide(row, "right")];
  const sentence = ({ slope, included }, variable, [beyond, from], x) => {
    const where = `${variable} ${included ? from : beyond} ${short(x, 3)}`;
    return inBoth(`${slope} for ${where}`, `${where} 时 ${slope}`);
  };
  const below = ["&lt;", "≤"];
  const above = ["&gt;", "≥"];
  if (!left && !right) return inBoth("on neither side", "两侧都不饱和");
  if (left && right && short(-left.x, 3) === short(right.x, 3)) return sentence(right, "|x|", above, right.x);
  return stacked([...(left ? [sentence(left, "x", below, left.x)] : []), ...(right ? [sentence(right, "x", above, right.x)] : [])]);
}

/** From which x outwards the function is flat on that side, or undefined. */
function flatSide(row, side) {
  if (row.facts[side] === "none") return undefined;
  if (row.facts[side] === "soft") return { slope: `|f′| &lt; ${FLAT}`, x: flatFrom(row, side), included: false };
  const x = (side === "left" ? Math.min : Math.max)(...row.facts.kinks.map((kink) => kink.x));
  return { slope: "f′ = 0", x, included: row.facts.kinks.find((kink) => kink.x === x).slope === 0 };
}

/** The outermost x with |f′| = FLAT: the interval between two samples is halved. */
function flatFrom(row, side) {
  const { x, df } = sampled(row);
  const inwards = side === "left" ? [...x.keys()] : [...x.keys()].reverse();
  const first = inwards.findIndex((i) => Math.abs(df[i]) >= FLAT);
  let flat = x[inwards[first - 1]];
  let steep = x[inwards[first]];
  for (let step = 0; step < 40; ++step) {
    const middle = (flat + steep) / 2;
    if (Math.abs(row.call("evaluate", { x: middle }).df) < FLAT) flat = middle;
    else steep = middle;
  }
  return flat;
}

export function kinks(row, short) {
  const found = sampled(row).kinks;
  return found.length ? stacked(found.map((kink) => kinkSentence(kink, short))) : inBoth("none", "无");
}

function kinkSentence(kink, short) {
  const at = `x = ${short(kink.x, DIGITS)}`;
  const jump = (name, left, right, taken) => {
    const [from, to, there] = [left, right, taken].map((value) => short(Math.abs(value) < SAME ? 0 : value, DIGITS));
    return inBoth(`${at}: ${name} jumps from ${from} to ${to}, taken as ${there}`, `${at}：${name} 从 ${from} 跳到 ${to}，约定取 ${there}`);
  };
  if (Math.abs(kink.f_left - kink.f_right) > SAME) return jump("f", kink.f_left, kink.f_right, kink.f);
  if (Math.abs(kink.df_left - kink.df_right) > SAME) return jump("f′", kink.df_left, kink.df_right, kink.df);
  return inBoth(`${at}: f′ is continuous, f″ jumps`, `${at}：f′ 连续，f″ 跳变`);
}
