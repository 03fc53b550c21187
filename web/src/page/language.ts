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

/** What a slider announces besides its number; only while it has the focus is there somebody to hear it. */
export function speak(slider: HTMLInputElement, text: Text): void {
  if (document.activeElement === slider) slider.setAttribute("aria-valuetext", pick(text, language()));
}

function applyLanguage(): void {
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
