// What the build hands to the page about a prediction, in the card's data-prediction.

import type { Name, Request } from "../../core/api";

/** A question to the core, and where in the answer the number stands: `log10_delta.0`. */
export interface Call {
  name: Name;
  request?: Request;
  path: string;
}

/** An axis of powers of ten; a mark on it is a hit if at most `within` decades off. */
export interface Mark {
  value: string;
  from: number;
  to: number;
  within: number;
}

export interface Definition {
  /** One call, or two whose difference is the value. */
  values: Record<string, Call[]>;
  /** When each choice is right; absent where there is a mark. */
  choices?: string[];
  mark?: Mark;
}
