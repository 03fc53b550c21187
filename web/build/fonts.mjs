// Cuts the fonts down to what the page shows. STIX Two has a text and a math face of one design,
// so that formulas in a line match their words. Chinese is set in the reader's own fonts.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const TEXT = ASCII + "–—‘’“”…·×°−éèöüäï⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
/** What charts need and many systems lack, or draw in the width of a Chinese character. */
const SIGNS = "’‖∂δ′∞✓✗◐⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
const FACES = [
  { file: "@fontsource/stix-two-text/files/stix-two-text-latin-400-normal.woff2", weight: 400, style: "normal" },
  { file: "@fontsource/stix-two-text/files/stix-two-text-latin-400-italic.woff2", weight: 400, style: "italic" },
  { file: "@fontsource/stix-two-text/files/stix-two-text-latin-600-normal.woff2", weight: 600, style: "normal" },
];
const MATH = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2";

/** CSS with the fonts in it. `formulas` is the text of all MathML on the page. */
export async function fontFaces(formulas) {
  const faces = FACES.map(async ({ file, weight, style }) => {
    const data = await cut(file, TEXT, ["kern", "liga", "tnum", "lnum"]);
    return fontFace("STIX Two Text", data, `font-weight:${weight};font-style:${style};`);
  });
  const math = cut(MATH, mathCharacters(formulas), []).then((data) => fontFace("STIX Two Math", data, ""));
  const signs = cut(MATH, SIGNS, []).then((data) => fontFace("Signs", data, `unicode-range:${ranges(SIGNS)};`));
  return (await Promise.all([...faces, math, signs])).join("\n");
}

async function cut(file, characters, keepFeatures) {
  const font = await readFile(require.resolve(file));
  const subset = await subsetFont(font, characters, { targetFormat: "woff2", noHinting: true, keepFeatures });
  return subset.toString("base64");
}

function fontFace(family, data, more) {
  const source = `url(data:font/woff2;base64,${data}) format("woff2")`;
  return `@font-face{font-family:"${family}";${more}font-display:block;src:${source}}`;
}

/** Only a face without the space leaves the height of a line to the next font of the list. */
const ranges = (characters) => [...characters].map((c) => `U+${c.codePointAt(0).toString(16)}`).join();

/** What a live formula may be given besides its own characters, and what stands in no text. */
const NUMBERS = "0123456789.,+=()×−√′∞";

/** The characters of the formulas as they are drawn: a single letter is a mathematical italic. */
function mathCharacters(formulas) {
  const tokens = [...formulas.matchAll(/<(m[inost]\w*)([^>]*)>([^<]*)</g)].map(([, tag, attributes, escaped]) => {
    const text = escaped.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    const alone = tag === "mi" && [...text].length === 1 && !attributes.includes("mathvariant");
    return (alone && italic(text)) || text;
  });
  return [...new Set(NUMBERS + tokens.join(""))].join("");
}

function italic(character) {
  const code = character.codePointAt(0);
  if (character === "h") return "ℎ";
  if (/[A-Z]/.test(character)) return String.fromCodePoint(0x1d434 + code - 65);
  if (/[a-z]/.test(character)) return String.fromCodePoint(0x1d44e + code - 97);
  if (/[Α-Ω]/.test(character)) return String.fromCodePoint(0x1d6e2 + code - 0x391);
  if (/[α-ω]/.test(character)) return String.fromCodePoint(0x1d6fc + code - 0x3b1);
  return "";
}
