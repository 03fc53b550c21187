// A prediction that can be made: fixed first, then the core runs, and only then it is explained.

import type { Core } from "../../core/client";
import { button } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { showFailure, succeed } from "../../page/notice";
import { significant } from "../../text";
import type { Ask } from "./ask";
import { choices } from "./choices";
import type { Values } from "./condition";
import type { Call, Definition } from "./definition";
import { mark } from "./mark";
import { Scores, type Given } from "./scores";
import { total, words } from "./words";

export function startPredictions(core: Core): void {
  const scores = new Scores();
  for (const host of document.querySelectorAll<HTMLElement>("[data-prediction]")) mount(host, core, scores);
}

function mount(host: HTMLElement, core: Core, scores: Scores): void {
  const id = host.id;
  const definition = JSON.parse(host.dataset["prediction"]!) as Definition;
  const answer = host.querySelector<HTMLDetailsElement>(".answer")!;
  const verdict = host.querySelector<HTMLElement>(".verdict")!;
  const score = el("p", { class: "score" });
  const notice = el("div", { class: "notice", role: "status" });
  const fix = button(words.fix, () => void run(), "fix");
  const ready = () => (fix.disabled = ask.given() === undefined);
  const ask: Ask = definition.mark
    ? mark(host.querySelector<HTMLElement>(".mark")!, definition.mark)
    : choices(host.querySelector<HTMLElement>(".choices")!, definition.choices!, ready);

  verdict.tabIndex = -1;
  answer.append(score);
  answer.before(notice, fix);

  async function run(): Promise<void> {
    const given = ask.given()!;
    host.dataset["state"] = "running";
    fix.disabled = true;
    fix.replaceChildren(bilingual(words.running));
    try {
      reveal({ given, values: await measure(definition.values, core) });
      verdict.focus({ preventScroll: true });
    } catch (error) {
      open();
      showFailure(notice, error as Error);
    }
  }

  function reveal({ given, values }: Given): void {
    const { right, text } = ask.reveal(values);
    verdict.replaceChildren(text);
    host.dataset["state"] = right ? "right" : "wrong";
    for (const number of answer.querySelectorAll<HTMLElement>("[data-value]")) {
      number.textContent = significant(values[number.dataset["value"]!]!, Number(number.dataset["digits"]));
    }
    answer.open = true;
    notice.replaceChildren();
    scores.record(id, { given, values }, right);
  }

  function open(): void {
    host.dataset["state"] = "open";
    answer.open = false;
    fix.replaceChildren(bilingual(words.fix));
    ready();
  }

  scores.follow(
    () => {
      const { right, all } = scores.total;
      score.replaceChildren(bilingual(total(right, all)), " ", button(words.forget, () => scores.forget()));
    },
    () => {
      ask.reset();
      open();
    },
  );

  open();
  const before = scores.before(id);
  if (before && fits(before, definition) && ask.restore(before.given)) reveal(before);
}

const fits = ({ values }: Given, definition: Definition) =>
  Object.keys(definition.values).every((name) => Number.isFinite(values?.[name]));

async function measure(wanted: Definition["values"], core: Core): Promise<Values> {
  const answers = new Map<string, unknown>();
  for (const call of Object.values(wanted).flat()) {
    if (!answers.has(key(call))) answers.set(key(call), succeed(await core.call(call.name as "evaluate", call.request!)));
  }
  const values: Values = {};
  for (const [name, calls] of Object.entries(wanted)) {
    const [first, second] = calls.map((call) => numberAt(answers.get(key(call)), call.path));
    values[name] = second === undefined ? first! : first! - second;
  }
  return values;
}

const key = ({ name, request }: Call) => name + JSON.stringify(request);

function numberAt(answer: unknown, path: string): number {
  return path.split(".").reduce((found, step) => (found as Record<string, unknown>)[step], answer) as number;
}
