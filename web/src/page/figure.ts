// The life of a figure: made when it comes near, asleep while it is out of sight.
//
//   static picture --near--> live, asleep <--out of sight / in sight--> live, awake

import type { Catalog } from "../core/api";
import type { Core } from "../core/client";
import { onChanged } from "./appearance";
import { Attention } from "./attention";
import { keepStill } from "./print";

export interface Surroundings {
  core: Core;
  catalog: Catalog;
}

/** Puts the live figure into `host` and returns how to draw it anew. */
export type Mount = (host: HTMLElement, surroundings: Surroundings, redraw: () => void) => () => void;

const NEAR = "600px";

export function bringToLife(figure: HTMLElement, mount: Mount, { core, catalog }: Surroundings): void {
  const host = figure.querySelector<HTMLElement>(".figure-body")!;
  const attention = new Attention(core, host);
  let draw: (() => void) | undefined;
  let inSight = false;
  let stale = false;

  const redraw = () => {
    if (inSight) draw?.();
    else stale = true;
  };
  onChanged(redraw);
  // On paper all of them are in sight.
  window.addEventListener("beforeprint", () => draw?.());

  new IntersectionObserver(
    (entries) => {
      // On a busy machine it has come and gone between two reports: the last one counts.
      inSight = entries[entries.length - 1]!.isIntersecting;
      attention.see(inSight);
      if (!inSight) return;
      if (!draw) keepStill(host);
      draw ??= mount(host, { core: attention, catalog }, redraw);
      if (stale) draw();
      stale = false;
    },
    { rootMargin: NEAR },
  ).observe(figure);
}
