// A prediction that can be made: fixed first, then the core runs, and only then it is explained.

import type { Catalog } from "../../core/api";
import type { Core } from "../../core/client";
import { button } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import { showFailure, succeed } from "../../page/notice";
import { significant } from "../../text";
import { timeRows } from "../claim/measure";
import type { Ask } from "./ask";
import { choices } from "./choices";
import { holds, type Values } from "./condition";
import type { Definition, Time } from "./definition";
import { mark } from "./mark";
import { Scores, type Given } from "./scores";
import { total, words } from "./words";

export function startPredictions(core: Core, catalog: Catalog): void {
  const scores = new Scores();
  for (const host of document.querySelectorAll<HTMLElement>("[data-prediction]")) mount(host, core, catalog, scores);
}

function mount(host: HTMLElement, core: Core, catalog: Catalog, scores: Scores): void {
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
      reveal({ given, values: await measure(definition, core, catalog) });
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

/** Whether every value is there, and just one of the choices is right. */
const fits = ({ values }: Given, { times, values: wanted, choices: conditions }: Definition) =>
  Object.keys(times ?? wanted).every((name) => Number.isFinite(values?.[name])) &&
  (!conditions || conditions.filter((condition) => holds(condition, values)).length === 1);

async function measure({ calls, values: wanted, times }: Definition, core: Core, catalog: Catalog): Promise<Values> {
  const ask = async ({ name, request }: Definition["calls"][number]) => succeed(await core.call(name as "evaluate", request!));
  const answers = await Promise.all(calls.map(ask));
  const values: Values = {};
  for (const [name, places] of Object.entries(wanted)) {
    const [first, second] = places.map(([call, path]) => numberAt(answers[call], path));
    values[name] = second === undefined ? first! : first! - second;
  }
  for (const [name, time] of Object.entries(times ?? {})) values[name] = await timeRatio(time, core, catalog);
  return values;
}

async function timeRatio({ claim: id, rows: [first, second] }: Time, core: Core, catalog: Catalog): Promise<number> {
  const nanoseconds: Record<string, number> = {};
  const claim = catalog.claims.find((one) => one.id === id)!;
  await timeRows(core, claim, ({ name }, time) => (nanoseconds[name] = time));
  return nanoseconds[first]! / nanoseconds[second]!;
}

function numberAt(answer: unknown, path: string): number {
  return path.split(".").reduce((found, step) => (found as Record<string, unknown>)[step], answer) as number;
}
