// The life of a figure: made when it comes near, asleep while it is out of sight.
//
//   static picture --near--> live, asleep <--out of sight / in sight--> live, awake

import type { Catalog } from "../core/api";
import type { Core } from "../core/client";
import { onChanged } from "./appearance";

export interface Surroundings {
  core: Core;
  catalog: Catalog;
}

/** Puts the live figure into `host` and returns how to draw it anew. */
export type Mount = (host: HTMLElement, surroundings: Surroundings, redraw: () => void) => () => void;

const NEAR = "600px";

export function bringToLife(figure: HTMLElement, mount: Mount, surroundings: Surroundings): void {
  const host = figure.querySelector<HTMLElement>(".figure-body")!;
  let draw: (() => void) | undefined;
  let inSight = false;
  let stale = false;

  const redraw = () => {
    if (inSight) draw?.();
    else stale = true;
  };
  onChanged(redraw);

  new IntersectionObserver(
    ([entry]) => {
      inSight = entry!.isIntersecting;
      if (!inSight) return;
      draw ??= mount(host, surroundings, redraw);
      if (stale) draw();
      stale = false;
    },
    { rootMargin: NEAR },
  ).observe(figure);
}
