// What a chart shows besides its lines: names of the axes, rules, dots, labels at the lines' ends.

import { pick, type Language } from "../text";
import type { Chart, Colour } from "./description";
import { endOf, FONT_SIZE, LABEL_HEIGHT, scales, spread, type Box } from "./layout";

export interface Paper {
  context: CanvasRenderingContext2D;
  box: Box;
  colour(name: Colour): string;
  font: string;
  language: Language;
  labelled: boolean;
}

let ruler: CanvasRenderingContext2D | null = null;

/** The room that the labels at the lines' ends take, in pixels. */
export function labelWidth(chart: Chart, language: Language, font: string): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return 0;
  ruler.font = `600 ${FONT_SIZE}px ${font}`;
  const widths = chart.lines.map((line) => (line.label ? ruler!.measureText(pick(line.label, language)).width : 0));
  return Math.max(0, ...widths);
}

export function drawOver(chart: Chart, paper: Paper): void {
  paper.context.save();
  drawRules(chart, paper);
  drawNames(chart, paper);
  drawDots(chart, paper);
  if (paper.labelled) drawLabels(chart, paper);
  paper.context.restore();
}

function drawRules(chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  context.strokeStyle = colour("--rule");
  context.lineWidth = 1;
  context.beginPath();
  for (const rule of chart.rules) {
    if ("x" in rule) {
      context.moveTo(scale.x(rule.x), box.top);
      context.lineTo(scale.x(rule.x), box.bottom);
    } else {
      context.moveTo(box.left, scale.y(rule.y));
      context.lineTo(box.right, scale.y(rule.y));
    }
  }
  context.stroke();
}

function drawNames(chart: Chart, { context, box, colour, font, language }: Paper): void {
  context.fillStyle = colour("--ink");
  context.font = `${FONT_SIZE}px ${font}`;
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.fillText(pick(chart.y.label, language), box.left, box.top - 12);
  context.textAlign = "right";
  context.fillText(pick(chart.x.label, language), box.right, box.bottom + 40);
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

function drawLabels(chart: Chart, { context, box, colour, font, language }: Paper): void {
  const scale = scales(chart, box);
  const named = chart.lines.flatMap((line) => {
    const end = line.label && endOf(line, chart);
    return end ? [{ text: line.label!, colour: line.colour, y: scale.y(end.y) }] : [];
  });
  const places = spread(named.map(({ y }) => y), box.top + LABEL_HEIGHT / 2, box.bottom);
  context.font = `600 ${FONT_SIZE}px ${font}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  named.forEach((label, i) => {
    context.fillStyle = colour(label.colour);
    context.fillText(pick(label.text, language), box.right + 10, places[i]!);
  });
}
