// What each network has learnt, as small pictures side by side.

import { drawDigits } from "../../charts/digits";
import { drawPlane, type Plane } from "../../charts/plane";
import type { DataAnswer, Predictions, Request, Text } from "../../core/api";
import { newestWins } from "../../core/newest";
import { el, tell } from "../../page/dom";
import { succeed } from "../../page/notice";
import { same } from "../../text";
import { reportAt, type Lab, type Panels, type Runner } from "./context";
import { words } from "./words";

/** How finely a plane may be sampled, and how many multiplications that may take, in motion and at rest. */
const COLUMNS = [72, 48, 36, 24, 16];
const PRODUCTS = { coarse: 3e6, fine: 2e7 };

function columnsFor({ depth, width }: Request, most: number): number {
  const weights = (depth as number) * (width as number) * (width as number);
  return COLUMNS.find((columns) => columns * columns * weights <= most) ?? 12;
}

export interface Picture {
  runner: Runner;
  name: Text;
  mode: "evaluation" | "training";
  /** Which noise, in training mode. */
  draw: number;
}

/** What the network answers over the plane, or for each test image. */
interface Drawn {
  picture: Picture;
  answer: Plane | Predictions;
}

/** Where it is drawn. */
class Figure {
  readonly canvas = el("canvas", { "aria-hidden": "true" });
  private readonly name = el("span");
  private readonly right = el("b");
  readonly element = el("figure", {}, this.canvas, el("figcaption", {}, this.name, " ", this.right));

  caption(name: Text, right: string): void {
    tell(this.name, name);
    tell(this.right, same(right));
  }
}

/** One picture a network, as it decides in evaluation mode. */
export const decisions = (runners: Runner[]): Picture[] =>
  runners.map((runner) => ({ runner, name: runner.lane.name, mode: "evaluation", draw: 0 }));

const DATA = ["data", "examples", "noise", "seed"];

export function boundaryPanels(lab: Lab, picturesOf: (runners: Runner[]) => Picture[]): Panels {
  const element = el("div", { class: "planes" });
  const figures: Figure[] = [];
  let data: { key: string; answer: DataAnswer } | undefined;

  async function examplesOf(request: Request): Promise<DataAnswer> {
    const wanted = Object.fromEntries(DATA.map((name) => [name, request[name]!]));
    const key = JSON.stringify(wanted);
    if (data?.key !== key) data = { key, answer: succeed(await lab.core.call("sampleData", wanted)) };
    return data.answer;
  }

  async function ask(runners: Runner[], epoch: number, coarse: boolean): Promise<Drawn[]> {
    const drawn: Drawn[] = [];
    for (const picture of picturesOf(runners)) {
      const { session, reports, lane } = picture.runner;
      const step = reportAt(picture.runner, epoch).step;
      const now = step === reports[reports.length - 1]!.step;
      const at = { session, at_step: now ? -1 : step };
      if (lane.request["data"] === "images") {
        drawn.push({ picture, answer: succeed(await lab.core.call("trainPredictions", at)) });
        continue;
      }
      const request = { ...at, columns: columnsFor(lane.request, PRODUCTS[coarse ? "coarse" : "fine"]), mode: picture.mode, draw: picture.draw };
      drawn.push({ picture, answer: succeed(await lab.core.call("trainBoundary", request)) });
    }
    return drawn;
  }

  const show = newestWins(
    async ({ runners, epoch, coarse }: { runners: Runner[]; epoch: number; coarse: boolean }) => {
      const { request } = runners[0]!.lane;
      return { examples: await examplesOf(request), drawn: await ask(runners, epoch, coarse), epoch };
    },
    ({ examples, drawn, epoch }) => {
      while (figures.length < drawn.length) figures.push(new Figure());
      if (element.children.length !== drawn.length) element.replaceChildren(...figures.slice(0, drawn.length).map((figure) => figure.element));
      drawn.forEach(({ picture, answer }, i) => {
        const { canvas } = figures[i]!;
        if ("values" in answer) drawPlane(canvas, answer, { x: examples.train_x, y: examples.train_y });
        else drawDigits(canvas, { pixels: examples.test_x, classes: examples.test_y, each: examples.inputs }, answer.predicted);
        const { test_accuracy: right } = reportAt(picture.runner, epoch);
        figures[i]!.caption(picture.name, right >= 0 && picture.mode === "evaluation" ? words.right(right) : "");
      });
    },
    // A network that has just been replaced is gone: the next one is drawn soon.
    () => lab.recover(),
  );
  return { element, draw: (runners, epoch, coarse) => show({ runners, epoch, coarse }) };
}
