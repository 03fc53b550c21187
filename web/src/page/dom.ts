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

/** Adds markup of the page's own to `host`: its styles too, which the policy lets only a script set. */
export function addMarkup(host: Element, markup: string): void {
  const template = document.createElement("template");
  template.innerHTML = markup.replace(/ style="/g, ' data-style="');
  const styled = template.content.querySelectorAll<HTMLElement>("[data-style]");
  host.append(template.content);
  // Set before it came into the document, a style would be checked when it does.
  for (const element of styled) {
    element.style.cssText = element.dataset["style"]!;
    delete element.dataset["style"];
  }
}

/** Puts it in the place of what was there. */
export function setMarkup(host: Element, markup: string): void {
  host.replaceChildren();
  addMarkup(host, markup);
}

/** Both languages; the style sheet shows the one that is chosen. */
export function bilingual(text: Text): Node {
  const fragment = document.createDocumentFragment();
  if (text.en === text.zh) fragment.append(...typeset(text.en));
  else fragment.append(el("span", { lang: "en" }, ...typeset(text.en)), el("span", { lang: "zh" }, ...typeset(text.zh)));
  return fragment;
}

const told = new WeakMap<Element, string>();

/** Lets the element say this and nothing else; if it does already, it is not laid out anew. */
export function tell(element: Element, text: Text): void {
  const both = text.en + text.zh;
  if (told.get(element) === both) return;
  told.set(element, both);
  element.replaceChildren(bilingual(text));
}

/** A plain text with its few signs of mathematics: σ_w has an index, 10^-3 an exponent. */
function typeset(text: string): Child[] {
  return text.split(/(_\w|\^[−-]?\d+(?:\.\d+)?)/).map((part, i) => {
    if (i % 2 === 0) return part;
    return part[0] === "_" ? el("sub", {}, part.slice(1)) : el("sup", {}, part.slice(1));
  });
}

let ids = 0;
export const uniqueId = (name: string): string => `${name}-${++ids}`;
