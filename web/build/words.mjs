/** HTML in both languages; the style sheet shows the one that is chosen. */
export const inBoth = (en, zh) => (en === zh ? en : `<span lang="en">${en}</span><span lang="zh">${zh}</span>`);

/** One under the other. */
export const stacked = (parts) => parts.map((part) => `<div>${part}</div>`).join("");
