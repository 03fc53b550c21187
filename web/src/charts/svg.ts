// Draws a chart description as a static picture: for readers without JavaScript, for paper and for
// files. Colours are CSS variables, and words stand in it in both languages, so that one picture
// serves every theme and language.

import type { Text } from "../core/api";
import type { Arrow, Axis, Band, Cell, Chart, Colour, Dot, Line, Note, Path, Point, Rule } from "./description";
import { arrowStrokes, endOf, FONT_SIZE, LABEL_HEIGHT, scales, spread, type Box } from "./layout";
import { simplify } from "./simplify";
import { gridLines, tickLabel, ticks } from "./ticks";
import { BAND_STRENGTH, HATCH_STRENGTH } from "./underlay";

const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const round = (value: number) => String(Math.round(value * 10) / 10);
const paint = (colour: Colour) => `var(${colour})`;

type Scale = ReturnType<typeof scales>;

/** The width of a text in pixels, near enough to leave room for it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "⺀" ? 1 : 0.56), 0) * FONT_SIZE;
}

function write(text: Text, x: number, y: number, attributes: string): string {
  const one = (words: string, lang: string) =>
    `<text x="${round(x)}" y="${round(y)}"${lang} ${attributes}>${escape(words)}</text>`;
  return text.en === text.zh ? one(text.en, "") : one(text.en, ' lang="en"') + one(text.zh, ' lang="zh"');
}

function path(line: Line, scale: Scale, box: Box): string {
  const runs: [number, number][][] = [[]];
  for (let i = 0; i < line.x.length; ++i) {
    const x = scale.x(line.x[i]!) - box.left;
    const y = scale.y(line.y[i]!) - box.top;
    if (Number.isNaN(y)) runs.push([]);
    else runs[runs.length - 1]!.push([x, y]);
  }
  const d = runs.map((run) => steps(simplify(run, 0.2))).join("");
  const dash = line.dash?.length ? ` stroke-dasharray="${line.dash.join(" ")}"` : "";
  return `<path d="${d}" stroke="${paint(line.colour)}" stroke-width="${line.width ?? 2}"${dash}/>`;
}

/** A run in steps from point to point, which take less room than places: "M0 12.5l4-1.2 3-2". */
function steps(run: [number, number][]): string {
  const tenths = run.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  return tenths
    .map(([x, y], i) => {
      if (i === 0) return `M${x / 10} ${y / 10}`;
      const [dx, dy] = [(x - tenths[i - 1]![0]) / 10, (y - tenths[i - 1]![1]) / 10];
      return `${i === 1 ? "l" : dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
    })
    .join("");
}

/** Where an axis counts columns or rows, none of them is its zero. */
const isZero = (axis: Axis, value: number) => value === 0 && !axis.ticks;

function axes(chart: Chart, box: Box, scale: Scale): string {
  const ys = ticks(chart.y, (box.bottom - box.top) / 36).map((value) => ({ value, y: round(scale.y(value)) }));
  const xs = ticks(chart.x, (box.right - box.left) / 48).map((value) => ({ value, x: round(scale.x(value)) }));
  const across = (kind: string, lines: typeof ys) =>
    lines.length ? `<path d="${lines.map(({ y }) => `M${box.left} ${y}H${box.right}`).join("")}" class="${kind}"/>` : "";
  const fine = [
    ...gridLines(chart.x).map((value) => `M${round(scale.x(value))} ${box.top}V${box.bottom}`),
    ...gridLines(chart.y).map((value) => `M${box.left} ${round(scale.y(value))}H${box.right}`),
  ].join("");
  const grid =
    (fine && `<path d="${fine}" class="grid"/>`) +
    across("grid", ys.filter(({ value }) => !isZero(chart.y, value))) +
    across("axis", ys.filter(({ value }) => isZero(chart.y, value))) +
    xs.filter(({ value }) => isZero(chart.x, value)).map(({ x }) => `<path d="M${x} ${box.top}V${box.bottom}" class="axis"/>`).join("");
  const besides = ys.map(({ value, y }) => `<text x="${box.left - 8}" y="${y}" dy=".35em">${tickLabel(chart.y, value)}</text>`);
  const below = xs.map(({ value, x }) => `<text x="${x}" y="${box.bottom + 18}">${tickLabel(chart.x, value)}</text>`);
  const numbers = `<g text-anchor="end">${besides.join("")}</g><g text-anchor="middle">${below.join("")}</g>`;
  const names =
    write(chart.y.label, box.left, box.top - 12, 'class="name"') +
    write(chart.x.label, box.right, box.bottom + 36, 'class="name" text-anchor="end"');
  return grid + numbers + names;
}

function labels(chart: Chart, box: Box, scale: Scale): string {
  const named = chart.lines.flatMap((line) => {
    const end = line.label && endOf(line, chart);
    return end ? [{ text: line.label!, colour: line.colour, y: scale.y(end.y) }] : [];
  });
  const places = spread(named.map(({ y }) => y), box.top + LABEL_HEIGHT / 2, box.bottom);
  return named
    .map(({ text, colour }, i) =>
      write(text, box.right + 8, places[i]!, `dy=".35em" class="label" fill="${paint(colour)}"`),
    )
    .join("");
}

function disc(dot: Dot, scale: Scale): string {
  const fill = dot.open ? "var(--paper)" : paint(dot.colour);
  const place = `cx="${round(scale.x(dot.x))}" cy="${round(scale.y(dot.y))}"`;
  return `<circle ${place} r="4" fill="${fill}" stroke="${paint(dot.colour)}" stroke-width="2"/>`;
}

function markers(line: Line, scale: Scale): string {
  const points = Array.from(line.x).map((x, i) => ({ x, y: line.y[i]!, colour: line.colour }));
  const seen = points.filter(({ y }) => !Number.isNaN(y));
  return seen
    .map((p) => `<circle cx="${round(scale.x(p.x))}" cy="${round(scale.y(p.y))}" r="2.5" fill="${paint(p.colour)}"/>`)
    .join("");
}

const at = ({ x, y }: Point, scale: Scale) => `${round(scale.x(x))} ${round(scale.y(y))}`;

function area(band: Band, scale: Scale): string {
  const inside = Array.from(band.x, (_, i) => i).filter((i) => Number.isFinite(band.low[i]! + band.high[i]!));
  const edge = (ys: ArrayLike<number>, order: number[]) => order.map((i) => at({ x: band.x[i]!, y: ys[i]! }, scale));
  const points = [...edge(band.high, inside), ...edge(band.low, [...inside].reverse())];
  return points.length ? `<path d="M${points.join("L")}Z" style="fill:${paint(band.colour)}" opacity="${BAND_STRENGTH}"/>` : "";
}

function cell({ from, to, colour, strength, hatched, crossed }: Cell, scale: Scale): string {
  const [left, right, bottom, top] = [scale.x(from.x), scale.x(to.x), scale.y(from.y), scale.y(to.y)].map(Math.round) as [number, number, number, number];
  const filled = `<path d="M${left} ${top}H${Math.max(right, left + 1)}V${bottom}H${left}Z" style="fill:${paint(colour)}" opacity="${Math.round(strength * 100) / 100}"/>`;
  const strokes = `M${left} ${bottom}L${right} ${top}` + (crossed ? `M${left} ${top}L${right} ${bottom}` : "");
  return filled + (hatched || crossed ? `<path d="${strokes}" stroke="var(--ink)" opacity="${HATCH_STRENGTH}"/>` : "");
}

function field(arrows: Arrow[], scale: Scale): string {
  const strokes = arrows.flatMap((arrow) => arrowStrokes(arrow, scale));
  return strokes.length ? `<path d="${strokes.map(steps).join("")}" class="arrow"/>` : "";
}

/** With a halo, which keeps it in sight on dark cells and light ones. */
function freeLine({ points, colour, dash, markers }: Path, scale: Scale): string {
  const d = `M${points.map((point) => at(point, scale)).join("L")}`;
  const [halo, line] = [["--raised", 5], [colour, 2]].map(([name, width]) => `<path d="${d}" stroke="var(${name})" stroke-width="${width}" stroke-dasharray="${(dash ?? []).join(" ")}"/>`);
  const discs = (markers ? points : []).map(({ x, y }) => `<circle cx="${round(scale.x(x))}" cy="${round(scale.y(y))}" r="3" fill="${paint(colour)}"/>`);
  return `${halo}${line}${discs.join("")}`;
}

const HALO = 'class="label" paint-order="stroke" stroke="var(--raised)" stroke-width="4"';

function nameOf({ points, colour, label }: Path, box: Box, scale: Scale): string {
  const end = points[points.length - 1];
  return label && end ? write(label, scale.x(end.x) + 8, Math.max(box.top, scale.y(end.y)) + 16, `${HALO} style="fill:${paint(colour)}"`) : "";
}

/** On the side of its place where there is more room. */
function note({ at: { x, y }, text }: Note, box: Box, scale: Scale): string {
  const [px, py] = [scale.x(x), scale.y(y)];
  const left = px > (box.left + box.right) / 2;
  const below = py < (box.top + box.bottom) / 2;
  return write(text, px + (left ? -10 : 10), py + (below ? FONT_SIZE : 0), `${HALO} text-anchor="${left ? "end" : "start"}"`);
}

const handle = ({ x, y }: Point, scale: Scale) =>
  `<circle cx="${round(scale.x(x))}" cy="${round(scale.y(y))}" r="8" fill="var(--raised)" stroke="var(--ink)" stroke-width="3"/>`;

function namedRule(rule: Extract<Rule, { y: number }>, box: Box, y: string): string {
  const line = `<path d="M${box.left} ${y}H${box.right}" class="${rule.label ? "limit" : "rule"}"/>`;
  if (!rule.label) return line;
  const [x, anchor] = rule.end === "left" ? [box.left + 4, "start"] : [box.right - 4, "end"];
  return line + write(rule.label, x, Number(y) - 4, `text-anchor="${anchor}"`);
}

export function svg(chart: Chart, width: number, height: number): string {
  const label = Math.max(0, ...chart.lines.map((line) => (line.label && !chart.keyed ? widthOf(line.label.en) + 10 : 0)));
  const [top, bottom] = [28, height - 44];
  const heights = ticks(chart.y, (bottom - top) / 36).map((value) => widthOf(tickLabel(chart.y, value)) + 12);
  const box: Box = { left: Math.ceil(Math.max(44, ...heights)), right: width - Math.ceil(Math.max(14, label)), top, bottom };
  const scale = scales(chart, box);
  const plot = `x="${box.left}" y="${box.top}" width="${box.right - box.left}" height="${box.bottom - box.top}"`;
  const under = [...(chart.bands ?? []).map((band) => area(band, scale)), ...(chart.cells ?? []).map((one) => cell(one, scale)), field(chart.arrows ?? [], scale)].join("");
  const over = (chart.paths ?? []).map((one) => freeLine(one, scale)).join("");
  const cut = (drawn: string) => drawn && `<svg ${plot} viewBox="${box.left} ${box.top} ${box.right - box.left} ${box.bottom - box.top}" fill="none">${drawn}</svg>`;
  const rules = chart.rules.map((rule) =>
    "x" in rule
      ? `<path d="M${round(scale.x(rule.x))} ${box.top}V${box.bottom}" class="rule"/>`
      : namedRule(rule, box, round(scale.y(rule.y))),
  );
  return [
    `<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">`,
    axes(chart, box, scale),
    cut(under),
    ...rules,
    `<svg ${plot} fill="none" stroke-linejoin="round">${chart.lines.map((line) => path(line, scale, box)).join("")}</svg>`,
    ...chart.lines.filter((line) => line.markers).map((line) => markers(line, scale)),
    cut(over),
    ...(chart.paths ?? []).map((one) => nameOf(one, box, scale)),
    ...chart.dots.map((dot) => disc(dot, scale)),
    ...(chart.notes ?? []).map((one) => note(one, box, scale)),
    chart.handle ? handle(chart.handle, scale) : "",
    chart.keyed ? "" : labels(chart, box, scale),
    "</svg>",
  ].join("");
}
