// What a chart shows besides its lines: names of the axes, rules, dots, labels at the lines' ends.

import { pick, type Language } from "../text";
import type { Chart, Colour, Note, Path, Point } from "./description";
import { endOf, FONT_SIZE, LABEL_HEIGHT, scales, spread, type Box } from "./layout";

export interface Paper {
  context: CanvasRenderingContext2D;
  box: Box;
  colour(name: Colour): string;
  font: string;
  /** How much larger than usual letters are, and the room for them. */
  unit: number;
  language: Language;
  labelled: boolean;
}

let ruler: CanvasRenderingContext2D | null = null;

/** The room that the labels at the lines' ends take, in pixels. */
export function labelWidth(chart: Chart, language: Language, font: string, unit: number): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return 0;
  ruler.font = `600 ${FONT_SIZE * unit}px ${font}`;
  const widths = chart.lines.map((line) => (line.label ? ruler!.measureText(pick(line.label, language)).width : 0));
  return Math.max(0, ...widths);
}

export function drawOver(chart: Chart, paper: Paper): void {
  paper.context.save();
  drawRules(chart, paper);
  for (const path of chart.paths ?? []) drawPath(path, chart, paper);
  drawNames(chart, paper);
  drawDots(chart, paper);
  for (const note of chart.notes ?? []) drawNote(note, chart, paper);
  if (chart.handle) drawHandle(chart.handle, chart, paper);
  if (paper.labelled) drawLabels(chart, paper);
  paper.context.restore();
}

/** A text that stays legible on lines and cells. */
function haloed(text: string, x: number, y: number, { context, colour }: Paper): void {
  context.strokeStyle = colour("--raised");
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

function drawRules(chart: Chart, paper: Paper): void {
  const { context, box, colour, font, unit, language } = paper;
  const scale = scales(chart, box);
  context.font = `${(FONT_SIZE - 1) * unit}px ${font}`;
  context.textBaseline = "bottom";
  for (const rule of chart.rules) {
    context.lineWidth = 1;
    const named = "label" in rule && rule.label;
    context.strokeStyle = colour(named ? "--ink-faint" : "--rule");
    context.setLineDash(named ? [1, 3] : []);
    context.beginPath();
    if ("x" in rule) {
      context.moveTo(scale.x(rule.x), box.top);
      context.lineTo(scale.x(rule.x), box.bottom);
    } else {
      context.moveTo(box.left, scale.y(rule.y));
      context.lineTo(box.right, scale.y(rule.y));
    }
    context.stroke();
    if (!named) continue;
    context.setLineDash([]);
    context.fillStyle = colour("--ink-soft");
    const left = rule.end === "left";
    context.textAlign = left ? "left" : "right";
    haloed(pick(named, language), left ? box.left + 4 : box.right - 4, scale.y(rule.y) - 3, paper);
  }
  context.setLineDash([]);
}

function drawPath(path: Path, chart: Chart, paper: Paper): void {
  const { context, box, colour, font, unit, language } = paper;
  const scale = scales(chart, box);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  context.beginPath();
  for (const { x, y } of path.points) context.lineTo(scale.x(x), scale.y(y));
  context.setLineDash([...(path.dash ?? [])]);
  // A halo keeps the line in sight on dark cells and light ones.
  for (const [name, width] of [["--raised", 5], [path.colour, 2]] as const) {
    context.strokeStyle = colour(name);
    context.lineWidth = width;
    context.stroke();
  }
  context.setLineDash([]);
  context.fillStyle = colour(path.colour);
  for (const { x, y } of path.markers ? path.points : []) {
    context.beginPath();
    context.arc(scale.x(x), scale.y(y), 3, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
  const end = path.points[path.points.length - 1];
  if (!path.label || !end) return;
  context.font = `600 ${FONT_SIZE * unit}px ${font}`;
  context.textAlign = "left";
  context.textBaseline = "top";
  context.fillStyle = colour(path.colour);
  haloed(pick(path.label, language), scale.x(end.x) + 8, Math.max(box.top, scale.y(end.y)) + 4, paper);
}

/** On the side of its place where there is more room. */
function drawNote({ at, text }: Note, chart: Chart, paper: Paper): void {
  const { context, box, colour, font, unit, language } = paper;
  const scale = scales(chart, box);
  const left = scale.x(at.x) > (box.left + box.right) / 2;
  context.font = `600 ${FONT_SIZE * unit}px ${font}`;
  context.textAlign = left ? "right" : "left";
  context.textBaseline = scale.y(at.y) > (box.top + box.bottom) / 2 ? "bottom" : "top";
  context.fillStyle = colour("--ink");
  haloed(pick(text, language), scale.x(at.x) + (left ? -10 : 10), scale.y(at.y), paper);
}

function drawHandle(at: Point, chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  context.beginPath();
  context.arc(scale.x(at.x), scale.y(at.y), 8, 0, 2 * Math.PI);
  context.fillStyle = colour("--raised");
  context.strokeStyle = colour("--ink");
  context.lineWidth = 3;
  context.fill();
  context.stroke();
}

function drawNames(chart: Chart, { context, box, colour, font, unit, language }: Paper): void {
  context.fillStyle = colour("--ink");
  context.font = `${FONT_SIZE * unit}px ${font}`;
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.fillText(pick(chart.y.label, language), box.left, box.top - 12);
  context.textAlign = "right";
  context.fillText(pick(chart.x.label, language), box.right, box.bottom + 40 * unit);
}

function drawDots(chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  for (const dot of chart.dots) {
    context.beginPath();
    context.arc(scale.x(dot.x), scale.y(dot.y), 4, 0, 2 * Math.PI);
    context.fillStyle = colour(dot.open ? "--paper" : dot.colour);
    context.strokeStyle = colour(dot.colour);
    context.lineWidth = 2;
    context.fill();
    context.stroke();
  }
}

function drawLabels(chart: Chart, { context, box, colour, font, unit, language }: Paper): void {
  const scale = scales(chart, box);
  const named = chart.lines.flatMap((line) => {
    const end = line.label && endOf(line, chart);
    return end ? [{ text: line.label!, colour: line.colour, y: scale.y(end.y) }] : [];
  });
  const height = LABEL_HEIGHT * unit;
  const places = spread(named.map(({ y }) => y), box.top + height / 2, box.bottom, height);
  context.font = `600 ${FONT_SIZE * unit}px ${font}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  named.forEach((label, i) => {
    context.fillStyle = colour(label.colour);
    context.fillText(pick(label.text, language), box.right + 10, places[i]!);
  });
}
