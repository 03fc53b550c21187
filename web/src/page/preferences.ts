// The reader's own choices. Storage may be forbidden (private windows, some file:// pages): then a
// choice lasts as long as the page.

import type { Language } from "../text";
import { parseFragment } from "./fragment";

export type Theme = "light" | "dark" | "system";

const KEYS = ["language", "theme", "predictions", "projector"] as const;
type Key = (typeof KEYS)[number];

const LANGUAGES: Language[] = ["en", "zh", "both"];
const THEMES: Theme[] = ["light", "dark", "system"];

export function stored(key: Key): string | null {
  try {
    return localStorage.getItem(`actlab.${key}`);
  } catch {
    return null;
  }
}

export function store(key: Key, value: string): void {
  try {
    localStorage.setItem(`actlab.${key}`, value);
  } catch {
    // The choice is then not remembered; nothing else depends on it.
  }
}

export function forget(key: Key): void {
  try {
    localStorage.removeItem(`actlab.${key}`);
  } catch {
    // Then nothing was kept.
  }
}

const FORGOTTEN = "actlab:forgotten";

/** Forgets every choice; who holds one meanwhile lets go of it. */
export function forgetAll(): void {
  KEYS.forEach(forget);
  document.dispatchEvent(new Event(FORGOTTEN));
}

export const onForgotten = (listener: () => void): void => document.addEventListener(FORGOTTEN, listener);

/** The fragment's language, else the stored one, else the browser's. */
export function preferredLanguage(): Language {
  const browser = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  const wanted = [parseFragment(location.hash)["lang"], stored("language"), browser];
  return wanted.find((language): language is Language => LANGUAGES.includes(language as Language))!;
}

export function preferredTheme(): Theme {
  return THEMES.find((theme) => theme === stored("theme")) ?? "system";
}
