// Where the core cannot run the page stays the article that it is without a script, and says why.

import type { Text } from "../core/api";
import { same } from "../text";
import { bilingual, el } from "./dom";
import { words } from "./words";

/** The smallest module with SIMD in it: https://github.com/GoogleChromeLabs/wasm-feature-detect */
const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

function why(error: Error): Text {
  if (typeof WebAssembly === "undefined") return words.noWebAssembly;
  return WebAssembly.validate(new Uint8Array(SIMD)) ? same(error.message) : words.noSimd;
}

export function standStill(figures: Iterable<HTMLElement>, error: Error): void {
  document.documentElement.classList.replace("scripted", "still");
  const reason = words.cannotRun(why(error));
  for (const figure of figures) figure.prepend(el("p", { class: "notice" }, bilingual(reason)));
}
