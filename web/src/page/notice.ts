import type { Answer, Text } from "../core/api";
import { Lost } from "../core/client";
import { bilingual, el } from "./dom";
import { words } from "./words";

/** A request that the core refused, in its own words. */
class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** The result of a call, or a throw of the core's refusal. */
export function succeed<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Refusal(answer.message);
  return answer;
}

export function showFailure(notice: HTMLElement, error: Error): void {
  if (error instanceof Refusal) notice.replaceChildren(el("p", {}, bilingual(error.text)));
  else if (error instanceof Lost) notice.replaceChildren(el("p", {}, bilingual(error.again ? words.begunAnew(error.reason) : words.stopped(error.reason))));
  else notice.replaceChildren(el("p", {}, error.message));
}

/** What was wrong with the link that the page was opened with; nothing if all was well. */
export function problemsNotice(problems: Text[]): Node[] {
  if (problems.length === 0) return [];
  const items = problems.map((problem) => el("li", {}, bilingual(problem)));
  return [el("p", {}, bilingual(words.linkProblem)), el("ul", {}, ...items)];
}
