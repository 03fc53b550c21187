// Tells charts, which are drawn with colours and words baked in, that either has changed.

const EVENT = "actlab:appearance";

export const changed = (): boolean => document.dispatchEvent(new Event(EVENT));
export const onChanged = (listener: () => void): void => document.addEventListener(EVENT, listener);
