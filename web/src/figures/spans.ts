import type { Text } from "../core/api";

/** A text as HTML in both languages; the style sheet shows the one that is chosen. */
export const spans = ({ en, zh }: Text): string => (en === zh ? en : `<span lang="en">${en}</span><span lang="zh">${zh}</span>`);
