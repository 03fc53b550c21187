// The reader's predictions, kept on the reader's own machine.

import { forget, onForgotten, store, stored } from "../../page/preferences";
import type { Values } from "./condition";

/** What was predicted, a choice by its condition or a place on the axis, and what was measured. */
export interface Given {
  given: string | number;
  values: Values;
}

export class Scores {
  private readonly right = new Map<string, boolean>();
  private readonly kept = read();
  private readonly followers: { changed(): void; forgotten(): void }[] = [];

  constructor() {
    onForgotten(() => this.forget());
  }

  follow(changed: () => void, forgotten: () => void): void {
    this.followers.push({ changed, forgotten });
  }

  /** What was given before, perhaps for another version of the page. */
  before(id: string): Given | undefined {
    return this.kept[id];
  }

  record(id: string, given: Given, right: boolean): void {
    this.right.set(id, right);
    this.kept[id] = given;
    store("predictions", JSON.stringify(this.kept));
    for (const { changed } of this.followers) changed();
  }

  forget(): void {
    this.right.clear();
    for (const id of Object.keys(this.kept)) delete this.kept[id];
    forget("predictions");
    for (const { forgotten } of this.followers) forgotten();
  }

  get total(): { right: number; all: number } {
    return { right: [...this.right.values()].filter(Boolean).length, all: this.right.size };
  }
}

function read(): Record<string, Given> {
  try {
    const kept: unknown = JSON.parse(stored("predictions") ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, Given>) : {};
  } catch {
    return {};
  }
}
