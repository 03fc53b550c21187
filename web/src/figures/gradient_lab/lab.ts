// The vanishing-gradient lab: a real network run backward, and five ways to look at it.

import { palette } from "../../charts/palette";
import { details, segments } from "../../page/controls";
import { el } from "../../page/dom";
import type { Mount } from "../../page/figure";
import { problemsNotice, showFailure } from "../../page/notice";
import { Share } from "../../page/share";
import { State } from "../../page/state";
import { CodeBlocks } from "../code/code_blocks";
import { kerasNetwork, pytorchNetwork } from "../code/network_code";
import { activationView } from "./activation_view";
import { Bench, type Measured } from "./bench";
import { chainView } from "./chain_view";
import { Coach } from "./coach";
import { requestOf, rowOf, type Lab, type View } from "./context";
import { Controls } from "./lab_controls";
import { gradientView } from "./gradient_view";
import { ledgerView } from "./ledger_view";
import { flowTable } from "./numbers";
import { phaseView } from "./phase_view";
import { Pin } from "./pin";
import { PresetRow } from "./preset_row";
import { Progress } from "./progress";
import { RegimeCaption } from "./regime";
import { labSettings, VIEWS, type ViewId } from "./settings";
import { words } from "./words";

const SEEDS = 24;

export const mountGradientLab: Mount = (host, { core, catalog }, redrawNow) => {
  const state = new State("gradient_lab", labSettings(catalog));
  const styles = palette(catalog.activations.map((row) => row.id));
  const notice = el("div", { class: "notice", role: "status" });
  let frame = 0;
  let measured: Measured | undefined;
  let shown: View | undefined;

  const lab: Lab = {
    core,
    catalog,
    state,
    styles,
    layer: 1,
    // Results come faster than frames.
    redraw: () => (frame ||= requestAnimationFrame(() => ((frame = 0), redrawNow()))),
    fail(error) {
      mount();
      showFailure(notice, error);
    },
  };

  const progress = new Progress(() => bench.stop());
  const bench = new Bench(core, {
    begin: () => progress.begin(),
    progress: (done, of) => progress.report(done, of, words.seedsSoFar(done, of)),
    end: () => progress.end(),
    fail: lab.fail,
    show(result) {
      measured = result;
      notice.replaceChildren(...problemsNotice(state.problems));
      lab.redraw();
    },
  });
  const pin = new Pin(lab);
  const coach = new Coach(lab);
  const regime = new RegimeCaption();
  const views: Record<ViewId, View> = {
    gradient: gradientView(lab, () => measured, [progress.element, pin.button]),
    activations: activationView(lab, () => measured),
    ledger: ledgerView(lab, () => measured),
    chain: chainView(lab),
    phase: phaseView(lab, () => measured),
  };
  const id = () => state.string("view") as ViewId;
  const view = () => views[id()];

  const controls = new Controls(lab, view, regime);
  const presets = new PresetRow(lab, view);
  const blocks = new CodeBlocks();
  const code = details(words.code, blocks.element);
  code.addEventListener("toggle", lab.redraw);
  const stage = el("div", { class: "stage" });
  const tabs = segments(state, "view", VIEWS.map((name) => ({ id: name, label: views[name].label })), words.view);
  tabs.classList.add("tabs");
  const live = el("div", { class: "live gradient-lab" });
  const share = new Share(state, live, () => (view().table ? view().table!() : measured && flowTable(measured)), lab.redraw);
  live.append(notice, tabs, presets.element, controls.first, coach.element, stage, pin.element, controls.more, share.numbers, code, share.element);

  function mount(): void {
    if (!live.isConnected) host.replaceChildren(live);
  }

  function draw(): void {
    if (!measured) return;
    mount();
    const { run } = measured;
    lab.layer = Math.min(Math.max(lab.layer, 1), run.flow.log10_delta.length);
    regime.draw(run.theory);
    coach.draw(run);
    pin.draw(measured);
    view().draw();
    if (code.open) blocks.show({ pytorch: pytorchNetwork(run.row, run.request), keras: kerasNetwork(run.row, run.request) });
    share.draw();
  }

  state.follow(() => {
    const inSight = view();
    if (shown !== inSight) {
      shown?.leave?.();
      shown = inSight;
      stage.replaceChildren(inSight.element);
      lab.redraw();
    }
    for (const part of [coach.element, pin.element, code]) part.classList.toggle("unused", id() === "chain");
    presets.update();
    controls.update();
    bench.measure({
      row: rowOf(lab),
      request: requestOf(lab),
      pinned: pin.wanted(),
      seeds: id() === "gradient" ? SEEDS : 1,
    });
    inSight.update();
  });
  return draw;
};
