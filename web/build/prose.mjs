// Markdown with $formulas$ to HTML with MathML.

import MarkdownIt from "markdown-it";
import temml from "temml";
import { Problem } from "./problem.mjs";

const markdown = new MarkdownIt({ html: false, typographer: false });

markdown.inline.ruler.before("escape", "formula", (state, silent) => {
  if (state.src[state.pos] !== "$") return false;
  const end = state.src.indexOf("$", state.pos + 1);
  if (end < 0) return false;
  if (!silent) state.push("formula", "math", 0).content = state.src.slice(state.pos + 1, end);
  state.pos = end + 1;
  return true;
});
markdown.renderer.rules.formula = (tokens, index, _options, env) => formula(tokens[index].content, env.where, false);
markdown.renderer.rules.table_open = () => '<div class="table-scroll"><table>\n';
markdown.renderer.rules.table_close = () => "</table></div>\n";

/** @param where the place of the text, for messages */
export function renderProse(text, where) {
  const html = markdown.render(text, { where });
  if (html.includes("**")) {
    throw new Problem(where, "** is left over: before or after it needs a letter, not a punctuation mark");
  }
  return keepPunctuation(html);
}

export function formula(tex, where, display = true) {
  try {
    return temml.renderToString(tex, { displayMode: display, throwOnError: true });
  } catch (error) {
    throw new Problem(where, `the formula ${tex}: ${error.message}`);
  }
}

/** Keeps a formula on one line with the marks that follow it. */
function keepPunctuation(html) {
  const inline = /(<math(?:(?!<\/math>)[^])*<\/math>)([,.;:!?)，。；：！？、）”」]+)/g;
  return html.replace(inline, '<span class="keep">$1$2</span>');
}
