import type { Text } from "../core/api";

type Child = Node | string;
type Attributes = Record<string, string | number | boolean | undefined>;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** Both languages; the style sheet shows the one that is chosen. */
export function bilingual(text: Text): Node {
  const fragment = document.createDocumentFragment();
  if (text.en === text.zh) fragment.append(text.en);
  else fragment.append(el("span", { lang: "en" }, text.en), el("span", { lang: "zh" }, text.zh));
  return fragment;
}

let ids = 0;
export const uniqueId = (name: string): string => `${name}-${++ids}`;
