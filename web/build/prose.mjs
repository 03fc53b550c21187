// Markdown with $formulas$, [@citations] and [terms](term:key) of the glossary to HTML with MathML.

import MarkdownIt from "markdown-it";
import temml from "temml";
import { placeOf, Problem } from "./problem.mjs";
import { cite } from "./references.mjs";

const markdown = new MarkdownIt({ html: false, typographer: false });

markdown.inline.ruler.before("escape", "formula", (state, silent) => {
  if (state.src[state.pos] !== "$") return false;
  const end = state.src.indexOf("$", state.pos + 1);
  if (end < 0) return false;
  if (!silent) state.push("formula", "math", 0).content = state.src.slice(state.pos + 1, end);
  state.pos = end + 1;
  return true;
});
markdown.inline.ruler.before("link", "citation", (state, silent) => {
  const [whole, key] = /^\[@([^\]]*)\]/.exec(state.src.slice(state.pos)) ?? [];
  if (whole === undefined) return false;
  if (!silent) state.push("citation", "a", 0).content = key;
  state.pos += whole.length;
  return true;
});
markdown.renderer.rules.citation = (tokens, index, _options, { lang, library }) =>
  cite(library.references.get(tokens[index].content), lang);

const TERM = /^term:/;
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  const href = tokens[index].attrGet("href");
  return TERM.test(href) ? `<a class="term" href="${href.replace(TERM, "#term-")}">` : self.renderToken(tokens, index, options);
};
markdown.renderer.rules.formula = (tokens, index, _options, env) => formula(tokens[index].content, env.where, { displayMode: false });

/** A table's first column names its rows. */
markdown.core.ruler.push("row headers", ({ tokens }) => {
  tokens.forEach((token, i) => {
    if (token.type !== "td_open" || tokens[i - 1].type !== "tr_open") return;
    token.tag = "th";
    token.attrSet("scope", "row");
    tokens.slice(i).find(({ type }) => type === "td_close").tag = "th";
  });
});
markdown.renderer.rules.table_open = () => '<div class="table-scroll"><table>\n';
markdown.renderer.rules.table_close = () => "</table></div>\n";

/**
 * @param prose {text, where}
 * @param library {references, glossary}: what the text may cite, and the terms that it may mark
 */
export const renderProse = (prose, lang, library) => render("render", prose, lang, library);

/** The same without paragraphs, for a text that stands in a line. */
export const renderInline = (prose, lang, library) => render("renderInline", prose, lang, library);

function render(method, { text, where }, lang, library) {
  checkNames(text, where, library);
  const html = markdown[method](text, { where, lang, library });
  if (html.includes("**")) {
    throw new Problem(where, "** is left over: before or after it needs a letter, not a punctuation mark");
  }
  // The corner of a table heads nothing.
  return keepPunctuation(html.replace(/<th><\/th>/g, "<td></td>"));
}

/** Every key that the text names is in its list. */
function checkNames(text, where, { references, glossary }) {
  const check = (pattern, list, what) => {
    for (const { 1: key, index } of text.matchAll(pattern)) {
      if (!list.has(key)) throw new Problem(placeOf(where, text, index), `${what} "${key}"`);
    }
  };
  check(/\[@([^\]]*)\]/g, references, "nothing in references.json has the key");
  check(/\]\(term:([^)]*)\)/g, glossary, "glossary.md has no term");
}

/** @param options those of Temml */
export function formula(tex, where, options = {}) {
  try {
    return temml.renderToString(tex, { displayMode: true, throwOnError: true, ...options });
  } catch (error) {
    throw new Problem(where, `the formula ${tex}: ${error.message}`);
  }
}

/** Keeps a formula on one line with the marks that follow it. */
function keepPunctuation(html) {
  const inline = /(<math(?:(?!<\/math>)[^])*<\/math>)([,.;:!?)，。；：！？、）”」]+)/g;
  return html.replace(inline, '<span class="keep">$1$2</span>');
}
