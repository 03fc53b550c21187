// Pictures of few pixels, enlarged. As rectangles, thousands of them in each frame would take as long as all else.

let small: HTMLCanvasElement | undefined;

/** Empties a square canvas and gives its context; to give it its size anew would also take its memory anew. */
export function blank(canvas: HTMLCanvasElement, size: number): CanvasRenderingContext2D {
  const context = canvas.getContext("2d")!;
  if (canvas.width === size) context.clearRect(0, 0, size, size);
  else canvas.width = canvas.height = size;
  return context;
}

/** Red, green and blue, however the style sheet writes them. */
export function channels(context: CanvasRenderingContext2D, colour: string): number[] {
  context.fillStyle = colour;
  return [1, 3, 5].map((at) => parseInt((context.fillStyle as string).slice(at, at + 2), 16));
}

/** Draws the pixels as squares with sharp edges. */
export function drawPixels(context: CanvasRenderingContext2D, pixels: ImageData, left: number, top: number, size: number): void {
  small ??= document.createElement("canvas");
  small.width = pixels.width;
  small.height = pixels.height;
  small.getContext("2d")!.putImageData(pixels, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, left, top, size, size);
}
