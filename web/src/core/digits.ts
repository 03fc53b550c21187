import packedDigits from "virtual:digits.gz";
import type { Core } from "./client";
import { unpack } from "./module";

let bytes: Promise<ArrayBuffer> | undefined;

/** Hands the handwritten digits to the core, for runs with data = images; a new worker needs them anew. */
export async function loadDigits(core: Core): Promise<void> {
  bytes ??= unpack(packedDigits);
  const answer = await core.call("loadImages", new Uint8Array(await bytes));
  if (!answer.ok) throw new Error(answer.message.en);
}
