// What a chart shows under its lines: the grid, bands and cells.

import type { Arrow, Band, Cell, Chart } from "./description";
import { arrowStrokes, scales } from "./layout";
import type { Paper } from "./overlay";
import { gridLines } from "./ticks";

export const BAND_STRENGTH = 0.2;
export const HATCH_STRENGTH = 0.3;

export function drawUnder(chart: Chart, paper: Paper): void {
  const { context, box } = paper;
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  drawGrid(chart, paper);
  for (const band of chart.bands ?? []) drawBand(band, chart, paper);
  drawCells(chart.cells ?? [], chart, paper);
  drawArrows(chart.arrows ?? [], chart, paper);
  context.restore();
}

function drawGrid(chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  context.strokeStyle = colour("--grid");
  context.lineWidth = 1;
  context.beginPath();
  for (const value of gridLines(chart.x)) {
    context.moveTo(scale.x(value), box.top);
    context.lineTo(scale.x(value), box.bottom);
  }
  for (const value of gridLines(chart.y)) {
    context.moveTo(box.left, scale.y(value));
    context.lineTo(box.right, scale.y(value));
  }
  context.stroke();
}

function drawBand(band: Band, chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  const inside = Array.from(band.x, (_, i) => i).filter((i) => Number.isFinite(band.low[i]! + band.high[i]!));
  context.beginPath();
  for (const i of inside) context.lineTo(scale.x(band.x[i]!), scale.y(band.high[i]!));
  for (const i of inside.reverse()) context.lineTo(scale.x(band.x[i]!), scale.y(band.low[i]!));
  context.globalAlpha = BAND_STRENGTH;
  context.fillStyle = colour(band.colour);
  context.fill();
  context.globalAlpha = 1;
}

/** Cells meet without a seam: their edges lie on whole pixels. */
function drawCells(cells: Cell[], chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  const colours = new Map(cells.map((cell) => [cell.colour, colour(cell.colour)]));
  context.strokeStyle = colour("--ink");
  context.lineWidth = 1;
  for (const cell of cells) {
    const [left, right] = [Math.round(scale.x(cell.from.x)), Math.round(scale.x(cell.to.x))];
    const [bottom, top] = [Math.round(scale.y(cell.from.y)), Math.round(scale.y(cell.to.y))];
    context.fillStyle = colours.get(cell.colour)!;
    context.globalAlpha = cell.strength;
    context.fillRect(left, top, Math.max(1, right - left), bottom - top);
    if (!cell.hatched && !cell.crossed) continue;
    context.globalAlpha = HATCH_STRENGTH;
    context.beginPath();
    context.moveTo(left, bottom);
    context.lineTo(right, top);
    if (cell.crossed) {
      context.moveTo(left, top);
      context.lineTo(right, bottom);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawArrows(arrows: Arrow[], chart: Chart, { context, box, colour }: Paper): void {
  const scale = scales(chart, box);
  context.strokeStyle = colour("--ink-faint");
  context.lineWidth = 1.25;
  context.beginPath();
  for (const stroke of arrows.flatMap((arrow) => arrowStrokes(arrow, scale))) {
    stroke.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  }
  context.stroke();
}
