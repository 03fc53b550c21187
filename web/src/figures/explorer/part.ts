import type { Explored } from "./chart";

/** What stands below the curves; one of several is in sight. */
export interface Part {
  element: HTMLElement;
  draw(explored: Explored[]): void;
}
