// The messages between client.ts and worker.ts.

import type { Name } from "./api";

export type ToWorker =
  | { kind: "start"; module: WebAssembly.Module }
  | { kind: "call"; id: number; name: Name; request: unknown };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "answer"; id: number; result: unknown; ms: number }
  | { kind: "broken"; error: string };
