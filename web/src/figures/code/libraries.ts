// What papers and libraries call the functions, and their defaults: web/content/libraries.json.

import source from "virtual:libraries.json";
import type { Parameters, Text } from "../../core/api";

export const SOURCES = ["paper", "pytorch", "keras", "onnx", "source_post"] as const;
export type Source = (typeof SOURCES)[number];

export interface Entry {
  name: string;
  /** The defaults, by our names. */
  parameters: Parameters;
  /** Their names where they are others; null: the value is fixed. */
  arguments?: Record<string, string | null>;
  /** The function that they really compute under this name. */
  instead?: string;
  note?: Text;
}

export const libraries = JSON.parse(source) as Record<string, Record<Source, Entry | null>>;

/** What the source has under this id, or null. */
export const entryOf = (id: string, source: Source): Entry | null => libraries[id]?.[source] ?? null;
