import type { Text } from "../core/api";
import { pick, type Language } from "../text";
import { changed } from "./appearance";
import { formatFragment, parseFragment } from "./fragment";
import { changeInPlace } from "./place";
import { store } from "./preferences";

const radios = () => document.querySelectorAll<HTMLInputElement>("input[name=language]");

export function language(): Language {
  return document.querySelector<HTMLInputElement>("input[name=language]:checked")!.value as Language;
}

/** Gives an element that can hold no markup (an option, a title) its text in the chosen language. */
export function label<E extends HTMLElement>(element: E, text: Text): E {
  element.dataset["en"] = text.en;
  element.dataset["zh"] = text.zh;
  element.textContent = pick(text, language());
  return element;
}

export function applyLanguage(): void {
  document.documentElement.lang = language() === "zh" ? "zh" : "en";
  for (const element of document.querySelectorAll<HTMLElement>("[data-en]")) {
    const { en, zh } = element.dataset as unknown as Text;
    element.textContent = pick({ en, zh }, language());
  }
}

export function startLanguageSwitch(): void {
  changeInPlace(radios(), () => {
    store("language", language());
    keepInAddress();
    applyLanguage();
    changed();
  });
  applyLanguage();
}

/** An address that names a language keeps naming the one that is shown. */
function keepInAddress(): void {
  const values = parseFragment(location.hash);
  if (values["lang"]) history.replaceState(null, "", formatFragment({ ...values, lang: language() }));
}
