// What the build hands to the page about a prediction, in the card's data-prediction.

import type { Name, Request } from "../../core/api";

/** A question to the core. */
export interface Call {
  name: Name;
  request?: Request;
}

/** Which call has the number, and where in its answer it stands: `log10_delta.0`. */
export type Place = [call: number, path: string];

/** An axis of powers of ten; a mark on it is a hit if at most `within` decades off. */
export interface Mark {
  value: string;
  from: number;
  to: number;
  within: number;
}

/** Two rows of a timed claim: how many times as long as the second the first takes. */
export interface Time {
  claim: string;
  rows: [string, string];
}

export interface Definition {
  calls: Call[];
  /** One place, or two whose difference is the value. */
  values: Record<string, Place[]>;
  times?: Record<string, Time>;
  /** When each choice is right; absent where there is a mark. */
  choices?: string[];
  mark?: Mark;
}
