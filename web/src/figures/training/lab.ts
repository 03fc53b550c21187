// The training lab: networks that learn while the reader watches, and three ways to look at them.

import { LiveChart, type Scrub } from "../../charts/chartjs";
import { palette } from "../../charts/palette";
import { Lost } from "../../core/client";
import { details, segments } from "../../page/controls";
import { el, tell } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { language, speak } from "../../page/language";
import { problemsNotice, showFailure } from "../../page/notice";
import { Share } from "../../page/share";
import { State } from "../../page/state";
import { words as pageWords } from "../../page/words";
import { Key } from "../gradient_lab/key";
import { PresetRow } from "../gradient_lab/preset_row";
import { words as labWords } from "../gradient_lab/words";
import { diverged, QUANTITIES, type Lab, type Quantity, type View } from "./context";
import { Controls } from "./controls";
import { curvesChart } from "./curves";
import { RACE_PRESETS } from "./presets";
import { raceView } from "./race_view";
import { epochsTable, runsTable } from "./runs_table";
import { slopesView } from "./slopes_view";
import { trainingSettings, type ViewId } from "./settings";
import { Trainer } from "./trainer";
import { Transport } from "./transport";
import { unitsView } from "./units_view";
import { words } from "./words";

/** Words that change faster cannot be read; and each change lays the page out anew. */
const READING_MS = 250;

/** An epoch, for those who want to follow it. */
const SLOW_MS = 250;

export const mountTraining: Mount = (host, { core, catalog }, redrawNow) => {
  const state = new State("training", trainingSettings(catalog));
  const notice = el("div", { class: "notice", role: "status" });
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  const lab: Lab = {
    core,
    catalog,
    state,
    styles: palette(catalog.activations.map((row) => row.id)),
    // Results come faster than frames.
    redraw: () => (frame ||= requestAnimationFrame(() => ((frame = 0), redrawNow()))),
    recover: () => train(),
  };

  /** Train up to this epoch; the reader may ask for more than is set. */
  let until = state.number("epochs");
  let playing = true;
  /** The epoch that is looked at; the newest, if none was chosen. */
  let chosen: number | undefined;
  let inSight = false;
  let asked = "";
  /** When it was last said in words how training goes. */
  let said = 0;

  const trainer = new Trainer(core, {
    changed() {
      if (trainer.epoch >= until) playing = false;
      if (!playing || !still.matches) lab.redraw();
    },
    fail(error) {
      // What it was at it begins anew by itself, and says so once more when it has arrived.
      const idle = !playing;
      playing = error instanceof Lost && error.again && trainer.epoch < until;
      showFailure(notice, error);
      if (playing && idle) train();
      lab.redraw();
    },
  });

  const views: Record<ViewId, View> = { race: raceView(lab), units: unitsView(lab), slopes: slopesView(lab) };
  const id = () => state.string("view") as ViewId;
  const view = () => views[id()];
  const quantity = (): Quantity => {
    const set = state.string("quantity") as Quantity;
    return view().quantities.includes(set) ? set : view().quantities[0]!;
  };

  // Who wants no motion sees the outcome at once.
  const pace = () => (still.matches ? undefined : state.string("speed") === "slow" ? SLOW_MS : 0);

  /** Sets the trainer its goal; out of sight nothing runs. */
  function train(goal = until, afresh = false): void {
    const run = playing && inSight;
    trainer.train({ lanes: view().lanes(), until: run ? goal : 0, pace: pace(), afresh });
  }

  const transport = new Transport({
    play() {
      playing = !playing;
      chosen = undefined;
      said = 0;
      if (playing && trainer.epoch >= until) until += state.number("epochs");
      train();
      lab.redraw();
    },
    step() {
      chosen = undefined;
      playing = true;
      const next = trainer.epoch + 1;
      until = Math.max(until, next);
      train(next);
      playing = false;
    },
    reset() {
      playing = false;
      chosen = undefined;
      until = state.number("epochs");
      train(0, true);
    },
    look(epoch) {
      chosen = epoch;
      lab.redraw();
    },
  });

  const chart = new LiveChart("curves-panel", ({ x, pressed }: Scrub) => pressed && look(x));
  const lines = new Key();
  const sentence = el("p", { class: "sentence" });
  const controls = new Controls(lab);
  const presets = new PresetRow(lab, view, RACE_PRESETS[0]!.set);
  const table = el("div", { class: "table-scroll" });
  const numbers = details(pageWords.numbers, table);
  numbers.addEventListener("toggle", lab.redraw);
  const stage = el("div");
  const tabs = segments(state, "view", (Object.keys(views) as ViewId[]).map((name) => ({ id: name, label: views[name].label })), labWords.view);
  tabs.classList.add("tabs");
  const switches = QUANTITIES.map((name) => ({ id: name, label: words.quantities[name] }));
  const shows = segments(state, "quantity", switches, words.show);
  const live = el("div", { class: "live gradient-lab training" });
  live.append(notice, tabs, presets.element, controls.first, transport.element, sentence);
  live.append(el("div", { class: "side-by-side" }, el("div", {}, shows, chart.element, lines.element), stage), transport.scrubber);
  const share = new Share(state, live, () => epochsTable(trainer.runners), lab.redraw);
  live.append(controls.element, numbers, share.element);
  host.replaceChildren(live);

  /** The epochs whose networks are kept: the snapshots of the one that got farthest, and the newest. */
  function stops(): number[] {
    const whole = trainer.runners.find(({ reports }) => !diverged(reports[reports.length - 1]!)) ?? trainer.runners[0]!;
    const kept = Array.from(whole.reports[whole.reports.length - 1]!.snapshots, (step) => step / (whole.stepsPerEpoch || 1));
    return [...new Set([...kept, trainer.epoch])];
  }

  function look(x: number): void {
    const near = stops().reduce((best, stop) => (Math.abs(stop - x) < Math.abs(best - x) ? stop : best));
    playing = false;
    train();
    chosen = near;
    lab.redraw();
  }

  function draw(): void {
    notice.replaceChildren(...(state.problems.length > 0 ? problemsNotice(state.problems) : [...notice.childNodes]));
    const { runners } = trainer;
    if (runners.length === 0) return;
    const kept = stops();
    const epoch = chosen !== undefined && kept.includes(chosen) ? chosen : trainer.epoch;
    transport.draw(playing, trainer.epoch, until, kept, epoch);
    const drawn = curvesChart(runners, quantity(), Math.max(until, trainer.epoch), epoch);
    chart.draw(drawn, language());
    lines.draw(drawn);
    view().panels.draw(runners, epoch, playing);
    if (!playing || performance.now() - said > READING_MS) say(epoch);
  }

  function say(epoch: number): void {
    said = performance.now();
    const { runners } = trainer;
    transport.say(trainer.epoch, until, epoch);
    // What changes by itself is not read out.
    sentence.setAttribute("aria-live", playing ? "off" : "polite");
    const words = view().sentence(runners, epoch);
    tell(sentence, words);
    speak(transport.slider, words);
    if (numbers.open) table.replaceChildren(runsTable(runners, epoch));
  }

  state.follow(() => {
    presets.update();
    controls.update(view(), id() === "race");
    for (const radio of shows.querySelectorAll("input")) {
      const offered = view().quantities.includes(radio.value as Quantity);
      radio.parentElement!.hidden = !offered;
      radio.checked = radio.value === quantity();
    }
    stage.replaceChildren(view().panels.element);
    const wanted = JSON.stringify([view().lanes().map(({ request }) => request), state.number("epochs")]);
    if (wanted !== asked) {
      asked = wanted;
      notice.replaceChildren();
      until = state.number("epochs");
      chosen = undefined;
      playing = true;
    }
    train();
    lab.redraw();
  });
  new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1]!.isIntersecting;
    train();
  }).observe(host);
  return draw;
};
