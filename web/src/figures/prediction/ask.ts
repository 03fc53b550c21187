// The two ways to predict, choosing and marking, as the card sees them.

import type { Values } from "./condition";

export interface Verdict {
  right: boolean;
  text: Node;
}

export interface Ask {
  /** What the reader predicts now; nothing before a choice is made. */
  given(): string | number | undefined;
  /** Sets what was predicted before; false if it does not fit the question. */
  restore(given: string | number): boolean;
  /** Shows the core's answer beside the prediction, and lets go of the controls. */
  reveal(values: Values): Verdict;
  reset(): void;
}
