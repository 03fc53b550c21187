// The policy of the page forbids style attributes: each becomes a class of the style sheet.

/** An id that nothing has: with it a rule is as strong as the attribute was, and a script's own style is stronger. */
const STRONG = "#i";

/** @returns {{html: string, css: string}} */
export function liftStyles(html) {
  const classes = new Map();
  const classOf = (style) => classes.get(style) ?? classes.set(style, `i${classes.size}`).get(style);
  const lifted = html.replace(/<[\w-]+(?: [\w:-]+(?:="[^"]*")?)*? style="[^]*?>/g, (tag) => {
    const [attribute, style] = / style="([^"]*)"/.exec(tag);
    const bare = tag.replace(attribute, "");
    const name = classOf(style.replace(/;$/, ""));
    return / class="/.test(bare) ? bare.replace(' class="', ` class="${name} `) : bare.replace(/^<[\w-]+/, `$& class="${name}"`);
  });
  const css = [...classes].map(([style, name]) => `:is(.${name},${STRONG}){${style}}`).join("");
  return { html: lifted, css };
}
