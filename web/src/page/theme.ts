import { changed } from "./appearance";
import { onForgotten, preferredTheme, store, type Theme } from "./preferences";

/**
 * Light or dark by the reader's choice; without the attribute the style sheet follows the system, and
 * so it does where the system's colours are forced on every page.
 */
export function applyTheme(theme: Theme): void {
  if (theme === "system" || window.matchMedia("(forced-colors: active)").matches) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function startThemeSwitch(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=theme]")) {
    const follow = () => (radio.checked = radio.value === preferredTheme());
    follow();
    onForgotten(follow);
    radio.addEventListener("change", () => {
      store("theme", radio.value);
      applyTheme(radio.value as Theme);
      changed();
    });
  }
  onForgotten(() => {
    applyTheme(preferredTheme());
    changed();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => changed());
}
