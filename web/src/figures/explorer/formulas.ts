// The formulas of the functions as the build has typeset them, and how numbers are put into them.

import source from "virtual:formulas.json";
import type { Point, Text } from "../../core/api";

/** MathML. */
type Markup = string;

interface Piece {
  f: Markup;
  df: Markup;
  /** Where it holds; empty if everywhere. */
  when: Markup;
}

export interface Formula {
  /** The pieces from the left to the right, and to which side of it each kink between them belongs. */
  pieces: Piece[];
  belongs: ("left" | "right")[];
  /** Parts of the formula that have a name of their own. */
  let: { name: string; is: Markup }[];
  constants: Record<string, number>;
}

interface Formulas {
  functions: Record<string, Formula | undefined>;
  /** What σ, Φ and φ stand for, as a formula or in words. */
  symbols: Record<string, { is: Markup } | Text>;
}

export const { functions: formulas, symbols } = JSON.parse(source) as Formulas;

/** The index of the piece that holds at the point. */
export function pieceAt({ pieces, belongs }: Formula, { piece, at_kink }: Point): number {
  if (pieces.length === 1) return 0;
  return piece + (at_kink && belongs[piece] === "right" ? 1 : 0);
}

function parse(markup: Markup): Element {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content.firstElementChild!;
}

const productSigns = (math: Element) => math.querySelectorAll(".by");

/** The formula in letters. */
export function inLetters(markup: Markup): Element {
  const math = parse(markup);
  for (const sign of productSigns(math)) sign.remove();
  return math;
}

/** The formula with numbers in the place of some of its letters. */
export function inNumbers(markup: Markup, numbers: Record<string, string>): Element {
  const math = parse(markup);
  for (const sign of productSigns(math)) {
    sign.setAttribute("lspace", "0.15em");
    sign.setAttribute("rspace", "0.15em");
  }
  for (const letter of math.querySelectorAll("mi")) {
    const number = numbers[letter.textContent!];
    if (number !== undefined) letter.replaceWith(written(number, letter));
  }
  return math;
}

const MATHML = "http://www.w3.org/1998/Math/MathML";

function element(name: string, ...children: (Node | string)[]): Element {
  const made = document.createElementNS(MATHML, name);
  made.append(...children);
  return made;
}

/** Parentheses as high as a line, whatever stands between them. */
function inParentheses(content: Element): Element {
  const fence = (sign: string) => {
    const made = element("mo", sign);
    made.setAttribute("stretchy", "false");
    return made;
  };
  return element("mrow", fence("("), content, fence(")"));
}

/** A number in the place of a letter; a negative one in parentheses, unless it stands first or alone. */
function written(number: string, letter: Element): Element {
  const slot = element("mn", number);
  slot.setAttribute("class", letter.textContent === "x" ? "slot moving" : "slot");
  if (!number.startsWith("−") || standsFree(letter)) return slot;
  return inParentheses(slot);
}

function standsFree(letter: Element): boolean {
  const before = letter.previousElementSibling;
  const parent = letter.parentElement!.localName;
  if (parent === "mfrac") return true;
  if (parent === "msup") return before !== null;
  return before === null || ["(", "|"].includes(before.textContent!);
}

/** The letters σ, Φ and φ that occur in the formulas. */
export function symbolsIn(markups: Markup[]): string[] {
  return Object.keys(symbols).filter((symbol) => markups.some((markup) => markup.includes(`>${symbol}<`)));
}

/** f(x) = or f′(x) =, with x or its number. */
export function leftSide(shown: "f" | "df", x: string): Element {
  const name = shown === "f" ? element("mi", "f") : element("msup", element("mi", "f"), element("mo", "′"));
  if (shown === "df") name.lastElementChild!.setAttribute("class", "tml-prime");
  const argument = x === "x" ? element("mi", x) : element("mn", x);
  if (x !== "x") argument.setAttribute("class", "slot moving");
  return element("math", element("mrow", name, inParentheses(argument), element("mo", "=")));
}
