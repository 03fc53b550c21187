// The settings of the figures as the page's fragment: #gradient_lab.depth=20&explorer.x=1.5
// A plain fragment, #sigmoid, is a place in the text and no setting.

export type Values = Record<string, string>;

/** All name=value pairs of a fragment; none if it names a place in the text. */
export function parseFragment(fragment: string): Values {
  const text = fragment.replace(/^#/, "");
  return text.includes("=") ? Object.fromEntries(new URLSearchParams(text)) : {};
}

export function formatFragment(values: Values): string {
  const text = new URLSearchParams(values).toString().replace(/%2C/g, ",");
  return text && "#" + text;
}
