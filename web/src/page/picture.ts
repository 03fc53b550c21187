// A figure as it stands on the page, without its controls, as one SVG that needs no style sheet:
// charts and drawings as vectors, texts where the browser has set them.

import { NARROW } from "../charts/layout";
import { shown } from "../charts/shown";
import { svg } from "../charts/svg";
import { addMarkup, el } from "./dom";

const NAMESPACE = "http://www.w3.org/2000/svg";
const CONTROLS = "input, select, label, legend, details, progress, .controls, .below, .transport, .foot, .notice, .note, .visually-hidden, button:not(.histograms *)";
/** What makes a drawing look as it does, wherever it comes from. */
const PAINT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "overflow", "font-size", "font-weight"];
const PADDING = 16;
/** Where controls stood, so much room is left. */
const GAP = 14;
const SMALL = 11;

interface Piece {
  element: Element;
  top: number;
  bottom: number;
}

function draw(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** A drawing of the page with its colours written into it. */
function plain(source: Element, around?: CSSStyleDeclaration): Element {
  const style = getComputedStyle(source);
  const copy = source.cloneNode() as Element;
  for (const name of ["class", "style", "lang", "aria-hidden"]) copy.removeAttribute(name);
  for (const name of PAINT) {
    const value = style.getPropertyValue(name);
    if (value !== around?.getPropertyValue(name)) copy.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode());
    else if (getComputedStyle(child).display !== "none") copy.append(plain(child, style));
  }
  return copy;
}

/** rgb(1, 2, 3), rgba(1, 2, 3, 0.5) or color(srgb 0.1 0.2 0.3 / 0.5), so that every program knows it. */
function filled(colour: string): { fill: string; "fill-opacity": number } {
  const [red, green, blue, opacity = 1] = (colour.match(/[\d.]+(e-\d+)?/g) ?? []).map(Number) as [number, number, number, number?];
  const scale = colour.startsWith("color") ? 255 : 1;
  return { fill: `rgb(${[red, green, blue].map((value) => Math.round(value * scale)).join()})`, "fill-opacity": opacity };
}

interface Line {
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines into which the browser has broken a text, from their first letter to their last. */
function linesOf(text: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let space = "";
  for (let i = 0; i < text.length; ++i) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const box = range.getClientRects()[0];
    const letter = text.data[i]!;
    if (!letter.trim()) space = " ";
    if (!box || !letter.trim()) continue;
    const line = lines[lines.length - 1];
    if (line && Math.abs(line.top - box.top) < 3) Object.assign(line, { words: line.words + space + letter, right: box.right });
    else lines.push({ words: letter, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    space = "";
  }
  return lines;
}

function piecesOf(root: HTMLElement): Piece[] {
  const origin = root.getBoundingClientRect();
  const pieces: Piece[] = [];
  const put = (box: { left: number; top: number; bottom: number }, element: Element) => {
    element.setAttribute("x", (box.left - origin.left + PADDING).toFixed(1));
    pieces.push({ element, top: box.top - origin.top, bottom: box.bottom - origin.top });
  };
  const sized = (element: Element, { width, height }: DOMRect) => {
    element.setAttribute("width", width.toFixed(1));
    element.setAttribute("height", height.toFixed(1));
    return element;
  };

  function write(text: Text): void {
    const style = getComputedStyle(text.parentElement!);
    const face = { fill: style.color, "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight };
    for (const line of linesOf(text)) {
      // As wide as on the page, whatever fonts there are where the file is opened.
      const fitted = { dy: ".35em", textLength: (line.right - line.left).toFixed(1), lengthAdjust: "spacingAndGlyphs" };
      put(line, draw("text", { ...face, ...fitted }, line.words));
    }
  }

  function walk(element: Element): void {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (element.matches(CONTROLS) || (box.height === 0 && style.display !== "contents")) return;
    const chart = shown.get(element);
    if (chart) {
      addMarkup(element, svg({ ...chart, keyed: chart.keyed || box.width < NARROW }, box.width, box.height));
      put(box, plain(element.lastElementChild!));
      element.lastElementChild!.remove();
    } else if (element instanceof SVGElement) {
      put(box, sized(plain(element), box));
    } else if (element instanceof HTMLCanvasElement) {
      put(box, sized(draw("image", { href: element.toDataURL() }), box));
    } else {
      const border = parseFloat(style.borderInlineEndWidth);
      const fill = filled(style.backgroundColor);
      if (element !== root && (border > 0 || fill["fill-opacity"] > 0)) {
        const frame = border > 0 ? { stroke: style.borderInlineEndColor, "stroke-width": border } : {};
        put(box, sized(draw("rect", { rx: Math.min(parseFloat(style.borderRadius), box.height / 2), ...fill, ...frame }), box));
      }
      for (const child of element.childNodes) {
        if (child instanceof Element) walk(child);
        else if (child instanceof Text) write(child);
      }
    }
  }

  walk(root);
  return pieces;
}

/** Moves up what stands below an empty space; returns where it ends. */
function closeGaps(pieces: Piece[]): number {
  let [end, moved] = [0, 0];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top)) {
    moved += Math.max(0, piece.top - end - GAP);
    end = Math.max(end, piece.bottom);
    const middle = piece.element.tagName === "text" ? (piece.bottom - piece.top) / 2 : 0;
    piece.element.setAttribute("y", (piece.top - moved + middle + PADDING).toFixed(1));
  }
  return end - moved;
}

/** The fonts that the page carries, to the letter: a picture made from the drawing obeys the page's policy, which knows their hash. */
const fontFaces = (): string => document.querySelector("#fonts")!.textContent!;

/** `about` is written below the figure, and into the file besides. */
export function picture(root: HTMLElement, about: string[]): SVGElement {
  const pieces = piecesOf(root);
  const width = Math.round(root.clientWidth + 2 * PADDING);
  const letters = Math.floor((width - 2 * PADDING) / (0.6 * SMALL));
  const lines = about.flatMap((line) => line.match(new RegExp(`.{1,${letters}}(?:\\s|$)|.{1,${letters}}`, "g")) ?? []);
  const end = closeGaps(pieces) + PADDING;
  const height = Math.ceil(end + (lines.length + 1) * 1.4 * SMALL + PADDING);
  const { backgroundColor, color, fontFamily } = getComputedStyle(root.closest("figure")!);
  const result = draw("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily });
  result.append(
    draw("title", {}, about[0]),
    draw("desc", {}, about.slice(1).join("\n")),
    draw("style", {}, fontFaces()),
    draw("rect", { width, height, fill: backgroundColor }),
    ...pieces.map(({ element }) => element),
    ...lines.map((line, i) => draw("text", { x: PADDING, y: end + (i + 1.5) * 1.4 * SMALL, fill: color, "font-size": SMALL }, line)),
  );
  return result;
}

export const asText = (drawing: SVGElement): string => new XMLSerializer().serializeToString(drawing);

/** The same in pixels, twice as fine; a browser refuses a canvas that is too large for it. */
export async function asPixels(drawing: SVGElement): Promise<Blob> {
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(asText(drawing));
  await image.decode();
  const canvas = el("canvas", { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject())));
}
