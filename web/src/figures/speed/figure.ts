// What each function costs on the reader's machine, beside the products of a dense layer.

import { palette } from "../../charts/palette";
import type { Row, Text } from "../../core/api";
import { button, segments } from "../../page/controls";
import { bilingual, el } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { problemsNotice, showFailure } from "../../page/notice";
import { Share } from "../../page/share";
import { State } from "../../page/state";
import type { Table } from "../../page/table";
import { same } from "../../text";
import { Progress } from "../gradient_lab/progress";
import { timeAll, type Progress as Measured, type Work } from "./measure";
import { shareOf, speedTable, type Timed } from "./rows";
import { INPUTS, speedSettings } from "./settings";
import { GUESSES, words } from "./words";

const CHEAP = "relu";
const DEAR = "sigmoid";

export const mountSpeed: Mount = (host, { core, catalog }, redraw) => {
  const state = new State("speed", speedSettings());
  const styles = palette(catalog.activations.map(({ id }) => id));
  const rowOf = (id: string) => catalog.activations.find((row) => row.id === id)!;
  const most = catalog.requests.speed.find(({ name }) => name === "rounds")!.max;
  const work: Work[] = [
    ...catalog.activations.flatMap(({ id }) =>
      ["value", "value_and_derivative"].map((what) => ({ key: `${id} ${what}`, request: { activation: id, work: what }, most })),
    ),
    ...INPUTS.map((inputs) => ({ key: inputs, request: { work: "dense_layer", inputs: Number(inputs) }, most: 64 })),
  ];
  let measured: Measured | undefined;
  let guess: number | undefined;
  /** The width that the guess was about. */
  let asked = 0;
  let stopped = false;

  const notice = el("div", { class: "notice", role: "status" });
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const progress = new Progress(() => (stopped = true));
  const guesses = el("p", { class: "guesses" }, ...GUESSES.map(({ label }, i) => button(label, () => void run(i))));
  const again = button(words.again, () => void run());
  const table = el("div", { class: "table-scroll" });
  const width = segments(state, "inputs", INPUTS.map((id) => ({ id, label: same(id) })), words.inputs);
  again.hidden = true;
  const live = el("div", { class: "live speed" }, notice, sentence, guesses, width, progress.element, table, again);
  const share = new Share(state, live, times, redraw);
  live.append(share.element);
  host.replaceChildren(live);

  async function run(choice = guess): Promise<void> {
    guess = choice;
    stopped = false;
    guesses.hidden = again.hidden = true;
    progress.begin();
    try {
      await timeAll(core, work, show, () => stopped);
    } catch (error) {
      showFailure(notice, error as Error);
    }
    progress.end();
    again.hidden = false;
    redraw();
  }

  function show(so_far: Measured): void {
    measured = so_far;
    progress.report(so_far.done, so_far.of, words.progress(so_far.done, so_far.of));
    if (so_far.times.has(work[work.length - 1]!.key)) redraw();
  }

  function timedRow(row: Row): Timed {
    const time = (what: string) => measured!.times.get(`${row.id} ${what}`)!;
    return { row, style: styles.get(row.id)!, value: time("value"), both: time("value_and_derivative") };
  }

  /** Nanoseconds per element, and of the layer per output. */
  function times(): Table | undefined {
    const layer = measured?.times.get(state.string("inputs"));
    if (layer === undefined) return undefined;
    const rows = catalog.activations.map(timedRow).map(({ row, value, both }) => [row.id, value, both]);
    return { head: words.columns.slice(0, 3), rows: [["dense_layer", layer, layer], ...rows] };
  }

  /** What the reader wants to know of the times. */
  function conclusion(timed: Timed[], layer: number, inputs: number): Text {
    const [cheap, dear] = [CHEAP, DEAR].map((id) => timed.find(({ row }) => row.id === id)!) as [Timed, Timed];
    const slowest = timed.reduce((a, b) => (b.value > a.value ? b : a));
    const ratio = (layer + dear.value) / (layer + cheap.value);
    const right = GUESSES.filter(({ from }) => from <= ratio).length - 1;
    const parts = [words.answer(inputs, cheap.row.name.en, dear.row.name.en, ratio), words.shares(cheap.row.name.en, shareOf(cheap, layer), slowest.row.name.en, shareOf(slowest, layer))];
    if (guess !== undefined && inputs === asked) parts.unshift(words.guessed(guess === right, GUESSES[guess]!.label));
    return { en: parts.map(({ en }) => en).join(" "), zh: parts.map(({ zh }) => zh).join("") };
  }
  function draw(): void {
    const inputs = Number(state.string("inputs"));
    const layer = measured?.times.get(state.string("inputs"));
    if (guess === undefined) asked = inputs;
    if (layer === undefined) {
      sentence.replaceChildren(bilingual(words.question(inputs, rowOf(CHEAP).name.en, rowOf(DEAR).name.en)));
      return;
    }
    const timed = catalog.activations.map(timedRow);
    table.replaceChildren(speedTable(timed, layer, inputs));
    sentence.replaceChildren(bilingual(conclusion(timed, layer, inputs)));
  }

  state.follow(() => {
    notice.replaceChildren(...problemsNotice(state.problems));
    draw();
  });
  return draw;
};
