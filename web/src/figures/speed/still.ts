// For readers without JavaScript: there is no time before a machine has been measured.

import { spans } from "../spans";
import { words } from "./words";

export const stillSpeed = (): string => `<p class="note">${spans(words.onRequest)}</p>`;
