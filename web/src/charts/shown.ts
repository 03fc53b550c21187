import type { Chart } from "./description";

/** What each live chart shows: its box, and the description that was drawn last. */
export const shown = new WeakMap<Element, Chart>();
