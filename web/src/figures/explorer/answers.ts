import type { Api, Request } from "../../core/api";
import type { Core } from "../../core/client";
import { succeed } from "../../page/notice";

const MOST = 200;

/** Answers of the core that are known already: dragging x asks for the point alone. */
export class Answers<K extends "sampleCurve" | "compareDerivatives"> {
  private readonly known = new Map<string, Api[K]["result"]>();

  constructor(
    private readonly core: Core,
    private readonly name: K,
  ) {}

  async get(request: Request): Promise<Api[K]["result"]> {
    const key = JSON.stringify(request);
    const answer = this.known.get(key) ?? succeed<Api[K]["result"]>(await this.core.call(this.name, request));
    if (this.known.size > MOST) this.known.clear();
    this.known.set(key, answer);
    return answer;
  }
}
