// Runs before the text is shown, so that it appears at once in the reader's language and theme.

import { preferredLanguage, preferredTheme } from "./page/preferences";
import { applyTheme } from "./page/theme";

const language = preferredLanguage();
document.querySelector<HTMLInputElement>(`#language-${language}`)!.checked = true;
document.documentElement.lang = language === "zh" ? "zh" : "en";
document.documentElement.classList.add("scripted");
applyTheme(preferredTheme());
