// Small images with what a network takes them for.

import { blank, channels, drawPixels } from "./pixels";

const SIDE = 6;
const SIZE = 288;
const CELL = SIZE / SIDE;

export interface Images {
  /** Grey levels from 0 up, image by image, row by row from the top. */
  pixels: ArrayLike<number>;
  classes: ArrayLike<number>;
  /** So many pixels make an image. */
  each: number;
}

/** The first images; one that is taken for another has a frame, and what it is taken for is written on it. */
export function drawDigits(canvas: HTMLCanvasElement, { pixels, classes, each }: Images, predicted: ArrayLike<number>): void {
  const context = blank(canvas, SIZE);
  const style = getComputedStyle(canvas);
  const [ink, alarm, paper] = ["--ink", "--alarm", "--raised"].map((name) => style.getPropertyValue(name).trim());
  const side = Array.from({ length: 16 }, (_, i) => i + 1).find((i) => i * i === each)!;
  const image = new ImageData(side, side);
  let darkest = 1;
  for (let p = 0; p < pixels.length; ++p) darkest = Math.max(darkest, pixels[p]!);
  const shade = channels(context, ink!);
  context.font = `700 15px ${style.fontFamily}`;
  context.lineWidth = 3;
  for (let i = 0; i < Math.min(SIDE * SIDE, classes.length); ++i) {
    const [left, top] = [(i % SIDE) * CELL + 2, Math.floor(i / SIDE) * CELL + 2];
    for (let p = 0; p < each; ++p) {
      image.data.set(shade, 4 * p);
      image.data[4 * p + 3] = (255 * pixels[i * each + p]!) / darkest;
    }
    drawPixels(context, image, left, top, CELL - 4);
    if (predicted[i] === classes[i]) continue;
    context.strokeStyle = paper!;
    context.strokeText(String(predicted[i]), left + 3, top + 15);
    context.fillStyle = context.strokeStyle = alarm!;
    context.fillText(String(predicted[i]), left + 3, top + 15);
    context.strokeRect(left, top, CELL - 4, CELL - 4);
  }
}
