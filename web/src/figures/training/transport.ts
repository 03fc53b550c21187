// Play, pause, one epoch, from the start; and back through the epochs that are done.

import { button } from "../../page/controls";
import { bilingual, el, tell } from "../../page/dom";
import { words } from "./words";

interface Act {
  play(): void;
  step(): void;
  reset(): void;
  /** Look at this epoch. */
  look(epoch: number): void;
}

export class Transport {
  readonly element: HTMLElement;
  readonly scrubber: HTMLElement;
  private readonly playing: HTMLButtonElement;
  readonly slider = el("input", { type: "range", min: 0, "data-key": "epoch" });
  private readonly bar = el("progress", { "aria-hidden": "true" });
  private readonly text = el("span", { class: "epoch" });
  private stops: number[] = [0];

  constructor(act: Act) {
    this.playing = button(words.play, act.play, "primary");
    this.element = el("div", { class: "transport" }, this.playing, button(words.step, act.step), button(words.reset, act.reset), this.bar, this.text);
    this.slider.addEventListener("input", () => act.look(this.stops[Number(this.slider.value)]!));
    this.scrubber = el("label", { class: "scrubber" }, el("span", {}, bilingual(words.lookBack)), this.slider);
  }

  /** `stops` are the epochs that can be looked at. */
  draw(playing: boolean, done: number, until: number, stops: number[], epoch: number): void {
    const wanted = playing ? "pause" : done >= until ? "goOn" : "play";
    this.playing.dataset["act"] = wanted;
    tell(this.playing, words[wanted]);
    this.bar.max = until;
    this.bar.value = done;
    this.stops = stops;
    this.slider.max = String(stops.length - 1);
    this.slider.value = String(stops.indexOf(epoch));
  }

  /** The same in words. */
  say(done: number, until: number, epoch: number): void {
    tell(this.text, words.epochOf(done, until));
    this.slider.setAttribute("aria-valuetext", String(epoch));
  }
}
