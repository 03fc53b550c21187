// What is done inside the page: plain functions that run there, each by itself, with what watch.mjs put there. They
// return what went wrong, as sentences.
export * from './tour/page.mjs';
export * from './tour/reading.mjs';
export * from './tour/controls.mjs';
export * from './tour/keyboard.mjs';
export * from './tour/worker.mjs';
export * from './tour/memory.mjs';
export * from './tour/policy.mjs';
export * from './tour/print.mjs';
