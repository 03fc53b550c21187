// Runs the golden scenes in the reader's browser and says whether they equal the native build's.

import type { Core } from "../core/client";
import { bilingual, el } from "./dom";
import { showFailure, succeed } from "./notice";
import { words } from "./words";

export function startSelfTest(line: HTMLElement, core: Core): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    run(line, core).catch((error: Error) => showFailure(line, error));
  });
  observer.observe(line);
}

async function run(line: HTMLElement, core: Core): Promise<void> {
  line.replaceChildren(bilingual(words.selfTestRunning));
  const info = succeed(await core.call("coreInfo", undefined));
  const different: string[] = [];
  for (let index = 0; index < info.golden_count; ++index) {
    const { name, expected, actual } = succeed(await core.call("runGolden", index));
    if (expected !== actual) different.push(name);
  }
  const passed = info.golden_count - different.length;
  line.dataset["state"] = different.length === 0 ? "passed" : "failed";
  line.replaceChildren(bilingual(words.selfTestPassed(passed, info.golden_count)));
  if (different.length > 0) line.append(" ", el("strong", {}, bilingual(words.selfTestFailed(different))));
}
