// Runs before the text is shown, so that it appears at once in the reader's language and theme.

import { preferredLanguage, preferredTheme } from "./page/preferences";
import { applyTheme } from "./page/theme";

const language = preferredLanguage();
document.querySelector<HTMLInputElement>(`#language-${language}`)!.checked = true;
document.documentElement.lang = language === "zh" ? "zh" : "en";
document.documentElement.classList.add("scripted");
applyTheme(preferredTheme());

// Served, the page may ask its own origin, as whoever inspects it does in its name. From disk an engine may take every
// file for that origin, or every site: there a second policy, which can only forbid more, lets it connect to nothing.
if (location.protocol === "file:") {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}
