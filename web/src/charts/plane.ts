// What a network answers over the plane of its two inputs, or along one, with the examples on it.

import type { Colour } from "./description";
import { blank, channels, drawPixels } from "./pixels";

export interface Plane {
  columns: number;
  /** 1: `values` is a curve. */
  rows: number;
  from: number;
  to: number;
  /** The probability of class 1, row by row from the lowest. */
  values: ArrayLike<number>;
}

export interface Examples {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

const SIZE = 288;
/** How strong the colour of a class is where it is certain. */
const STRENGTH = 0.55;
const CLASSES: Colour[] = ["--class-0", "--class-1"];

/** Class 0 is drawn as discs, class 1 as squares; a line runs where the network is undecided. */
export function drawPlane(canvas: HTMLCanvasElement, plane: Plane, examples: Examples): void {
  const context = blank(canvas, SIZE);
  const style = getComputedStyle(canvas);
  const colour = (name: Colour) => style.getPropertyValue(name).trim();
  const along = (value: number) => ((value - plane.from) / (plane.to - plane.from)) * SIZE;
  const at = (x: number, y: number) => [along(x), SIZE - along(y)] as const;
  const classes = CLASSES.map(colour);
  if (plane.rows > 1) drawAnswers(context, plane, classes, colour("--ink"));
  context.strokeStyle = colour("--raised");
  context.lineWidth = 1;
  const dot = (i: number, x: number, y: number) => {
    context.fillStyle = classes[i]!;
    context.beginPath();
    if (i === 0) context.arc(x, y, 3.5, 0, 2 * Math.PI);
    else context.rect(x - 3, y - 3, 6, 6);
    context.fill();
    context.stroke();
  };
  for (let i = 0; i < examples.y.length; ++i) {
    const y = examples.y[i]!;
    if (plane.rows > 1) dot(y, ...at(examples.x[2 * i]!, examples.x[2 * i + 1]!));
    else dot(0, ...at(examples.x[i]!, y));
  }
  if (plane.rows > 1) return;
  context.beginPath();
  const step = (plane.to - plane.from) / plane.columns;
  for (let i = 0; i < plane.columns; ++i) context.lineTo(...at(plane.from + (i + 0.5) * step, plane.values[i]!));
  context.strokeStyle = colour("--ink");
  context.lineWidth = 3;
  context.stroke();
}

function drawAnswers(context: CanvasRenderingContext2D, { columns, rows, values }: Plane, classes: string[], ink: string): void {
  const shades = classes.map((colour) => channels(context, colour));
  const cells = new ImageData(columns, rows);
  const side = (i: number) => (values[i]! > 0.5 ? 1 : 0);
  const [wide, high] = [SIZE / columns, SIZE / rows];
  context.beginPath();
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      const i = row * columns + column;
      const pixel = 4 * ((rows - 1 - row) * columns + column);
      cells.data.set(shades[side(i)]!, pixel);
      cells.data[pixel + 3] = 255 * STRENGTH * Math.abs(2 * values[i]! - 1);
      const [x, y] = [column * wide, SIZE - (row + 1) * high];
      if (column > 0 && side(i) !== side(i - 1)) context.rect(x, y, 0, high);
      if (row > 0 && side(i) !== side(i - columns)) context.rect(x, y + high, wide, 0);
    }
  }
  drawPixels(context, cells, 0, 0, SIZE);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
}
