// The core as a figure has it: out of sight its calls wait, and one that takes long is seen to be under way.

import type { Api, Name, Result } from "../core/api";
import type { Core } from "../core/client";

/** What takes less is not worth a sign. */
export const PATIENCE_MS = 300;

export class Attention implements Core {
  private inSight = true;
  private waiting: (() => void)[] = [];
  private slow = 0;

  constructor(
    private readonly core: Core,
    private readonly host: HTMLElement,
  ) {}

  get lost(): Core["lost"] {
    return this.core.lost;
  }

  see(inSight: boolean): void {
    this.inSight = inSight;
    if (inSight) for (const go of this.waiting.splice(0)) go();
  }

  async call<K extends Name>(name: K, request: Api[K]["request"]): Promise<Result<K>> {
    return (await this.timed(name, request)).result;
  }

  async timed<K extends Name>(name: K, request: Api[K]["request"]): Promise<{ result: Result<K>; ms: number }> {
    if (!this.inSight) await new Promise<void>((go) => this.waiting.push(go));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.show(1);
    }, PATIENCE_MS);
    try {
      return await this.core.timed(name, request);
    } finally {
      clearTimeout(timer);
      if (late) this.show(-1);
    }
  }

  private show(more: number): void {
    this.slow += more;
    this.host.setAttribute("aria-busy", String(this.slow > 0));
  }
}
