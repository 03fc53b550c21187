// The claims come to life: a card asks for a guess and hides its outcome until it has run; a claim in
// the table of the source post runs when the reader opens it.

import type { Catalog, Claim, Text, Verdict } from "../../core/api";
import type { Core } from "../../core/client";
import { button } from "../../page/controls";
import { bilingual, el, uniqueId } from "../../page/dom";
import { showFailure } from "../../page/notice";
import { significant } from "../../text";
import { measureRows, timeRows } from "./measure";
import { expectedRange, measuredValue } from "./numbers";
import { SIGN, verdicts, words } from "./words";

const CHOICES: Verdict[] = ["true", "conditional", "false"];

export function startClaims(core: Core, catalog: Catalog): void {
  for (const element of document.querySelectorAll<HTMLDetailsElement>("[data-claim]")) {
    const claim = catalog.claims.find(({ id }) => id === element.dataset["claim"])!;
    const live = once(() => bringToLife(element, claim, core));
    if (element.open) live();
    element.addEventListener("toggle", () => void live());
    if (element.classList.contains("card")) continue;
    element.querySelector("summary")!.addEventListener("click", () => element.classList.contains("ran") || live()());
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Adds the controls and returns what runs the claim. */
function bringToLife(element: HTMLDetailsElement, claim: Claim, core: Core): () => void {
  element.classList.add("live");
  const timed = claim.kind === "timed";
  const outcome = element.querySelector<HTMLElement>(".outcome")!;
  const status = el("div", { class: "status", role: "status" });
  const actions = el("div", { class: "actions" });
  const guesses = guessing();
  let seed = 0;

  const again = button(timed ? words.timeAgain : words.again, run);
  const start = button(words.run, run, "primary");

  function run(): void {
    void runOnce();
  }
  async function runOnce(): Promise<void> {
    again.disabled = start.disabled = true;
    status.replaceChildren(bilingual(words.running));
    element.classList.add("ran");
    try {
      const said = timed ? await time(core, claim, element) : await measure(core, claim, ++seed, element);
      const guess = guesses.chosen();
      status.replaceChildren(el("p", {}, bilingual(said)));
      if (guess) status.prepend(el("p", {}, bilingual(guess === claim.verdict ? words.guessedRight : words.guessedWrong(guess))));
      guesses.element.remove();
      actions.replaceChildren(again);
    } catch (error) {
      showFailure(status, error as Error);
    }
    again.disabled = start.disabled = false;
  }

  actions.append(start);
  outcome.after(status, actions);
  if (element.classList.contains("card")) outcome.before(guesses.element);
  return run;
}

function guessing() {
  const name = uniqueId("guess");
  const element = el("fieldset", { class: "segments" }, el("legend", {}, bilingual(words.guess)));
  for (const choice of CHOICES) {
    const sign = el("span", { "aria-hidden": "true" }, `${SIGN[choice]} `);
    element.append(el("label", {}, el("input", { type: "radio", name, value: choice }), el("span", {}, sign, bilingual(verdicts[choice]))));
  }
  const chosen = () => element.querySelector<HTMLInputElement>("input:checked")?.value as Verdict | undefined;
  return { element, chosen };
}

/** The table's row for a row of the claim: they are in the same order. */
const rowOf = (element: Element, claim: Claim, name: string) =>
  element.querySelectorAll(".measured tbody tr")[claim.rows.findIndex((row) => row.name === name)]!;

/** The column of the expected ranges. */
function showExpected(claim: Claim, element: Element): void {
  const head = element.querySelector(".measured thead tr")!;
  if (head.children.length > 2) return;
  head.append(el("th", { scope: "col" }, bilingual(words.expected)));
  for (const row of claim.rows) rowOf(element, claim, row.name).append(el("td", { class: "range" }, expectedRange(row)));
}

async function measure(core: Core, claim: Claim, seed: number, element: Element): Promise<Text> {
  let outside = 0;
  showExpected(claim, element);
  for (const cell of element.querySelectorAll(".measured td:nth-child(2)")) cell.textContent = "…";
  await measureRows(core, claim, seed, (row) => {
    const cell = rowOf(element, claim, row.name).children[1]!;
    cell.textContent = measuredValue(row.value, row);
    cell.classList.toggle("outside", !row.within);
    if (row.within) return;
    outside += 1;
    cell.append(" ", el("small", {}, bilingual(words.outside)));
  });
  return outside ? words.fails(outside, claim.rows.length, seed) : words.holds(claim.rows.length, seed);
}

async function time(core: Core, claim: Claim, element: HTMLElement): Promise<Text> {
  const times = new Map<string, number>();
  await timeRows(core, claim, ({ name }, nanoseconds) => {
    times.set(name, nanoseconds);
    rowOf(element, claim, name).children[1]!.textContent = significant(nanoseconds, 2);
  });
  const [first, second] = element.dataset["compare"]!.split(" ") as [string, string];
  return words.timed(labelOf(element, claim, first), labelOf(element, claim, second), times.get(first)! / times.get(second)!);
}

/** The label of a row, in both languages, as the text of the page has it. */
function labelOf(element: Element, claim: Claim, name: string): Text {
  const label = rowOf(element, claim, name).children[0]!;
  const text = (lang: string) => (label.querySelector(`[lang="${lang}"]`) ?? label).textContent!;
  return { en: text("en"), zh: text("zh") };
}
