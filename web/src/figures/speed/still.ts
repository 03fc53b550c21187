// For readers without JavaScript: there is no time before a machine has been measured.

import type { Text } from "../../core/api";
import { words } from "./words";

export const stillSpeed = (spans: (text: Text) => string): string => `<p class="note">${spans(words.onRequest)}</p>`;
