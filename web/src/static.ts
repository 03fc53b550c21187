// The figures as the build draws them: pictures and words for readers without JavaScript, and what
// the live figures then take the place of.

import { svg } from "./charts/svg";
import type { Curve, GateCurve, GradientFlow, GradientTheory, Logits, Point, Request, Text } from "./core/api";
import { palette } from "./charts/palette";
import { stillBasin, type BasinCore } from "./figures/basin/still";
import { curveCaption, sampledValues, wrongCaption } from "./figures/curve_words";
import { curveChart, readCurves, shownOf, type Attributes, type Drawn } from "./figures/curve_chart";
import { asDrawnInPost } from "./figures/curve_of_source_post";
import { stillDepthMap, type DepthMapCore } from "./figures/depth_map/still";
import { explorerChart, OPENING, type Explored } from "./figures/explorer/chart";
import { slopeSentence } from "./figures/explorer/sentence";
import { gradientChart } from "./figures/gradient_lab/gradient_chart";
import { foldCaption, foldChart } from "./figures/fold_chart";
import { flowSentence } from "./figures/gradient_lab/gradient_words";
import { spans } from "./figures/spans";
import { stillSpeed } from "./figures/speed/still";
import { stillTraining } from "./figures/training/still";
import { stillVectorFunctions } from "./figures/vector_functions/still";

export { rightChoice } from "./figures/prediction/condition";
export { renderChoices, renderMark, renderNumber } from "./figures/prediction/still";
export { decimals, short, significant } from "./text";
export { claimCard, statementRow, statementTable } from "./figures/claim/still";

/** The core as the build has it: answers at once, and throws a refusal. */
export interface BuildCore extends BasinCore, DepthMapCore {
  sampleCurve(request: Request): Curve;
  evaluate(request: Request): Point;
  gradientFlow(request: Request): GradientFlow;
  gradientTheory(request: Request): GradientTheory;
  evaluateLogits(request: Request): Logits;
  sampleGate(request: Request): GateCurve;
}

const hidden = (text: Text) => `<p class="visually-hidden">${spans(text)}</p>`;

const NEEDS_SCRIPT: Text = {
  en: "This picture moves when JavaScript is on: then every setting can be changed.",
  zh: "开启 JavaScript 后，这幅图可以互动，各项设置都能改变。",
};

/** Which line is whose. */
function lineNames(drawn: Drawn[]): string {
  const keys = drawn.map(({ name, style: { colour, dash } }) => {
    const line = `<path d="M1 4H25" stroke="var(${colour})" stroke-dasharray="${dash.join(" ")}"/>`;
    return `<span><svg class="swatch" viewBox="0 0 26 8" aria-hidden="true">${line}</svg>${spans(name)}</span>`;
  });
  return `<span class="line-names">${keys.join(" ")}</span> `;
}

function curve(attributes: Attributes, core: BuildCore): string {
  const drawn = readCurves(attributes, core.catalog, (request) => core.sampleCurve(request));
  const shown = shownOf(attributes);
  const post = attributes["wrong"];
  const chart = post
    ? asDrawnInPost(drawn, post, shown, core)
    : curveChart(drawn, shown);
  const caption = post ? spans(wrongCaption(drawn)) : lineNames(drawn) + spans(curveCaption(drawn, shown));
  return `<figure class="curve">${svg(chart, 400, 270)}${hidden(sampledValues(drawn, shown))}<figcaption>${caption}</figcaption></figure>`;
}

function folds(attributes: Attributes, core: BuildCore): string {
  const layers = Number(attributes["layers"]);
  if (!(layers >= 1 && layers <= 8)) throw new Error('the figure folds needs "layers=…", from 1 to 8');
  return `<figure class="curve">${svg(foldChart(layers, core), 400, 270)}<figcaption>${spans(foldCaption(layers))}</figcaption></figure>`;
}

function explorer(core: BuildCore): string {
  const styles = palette(core.catalog.activations.map((row) => row.id));
  const explored = OPENING.functions.map((activation): Explored => {
    const row = core.catalog.activations.find(({ id }) => id === activation)!;
    const point = core.evaluate({ activation, x: OPENING.x });
    const parameters = {};
    return { row, parameters, style: styles.get(activation)!, curve: core.sampleCurve({ activation }), point, comparison: undefined };
  });
  const panels = (["f", "df"] as const).map((shown) => svg(explorerChart(explored, shown), 440, 230)).join("");
  return `<p class="sentence">${spans(slopeSentence(explored[0]!))}</p>${panels}`;
}

function gradientLab(core: BuildCore): string {
  const flow = core.gradientFlow({});
  const fields = core.catalog.requests.gradientFlow;
  const activation = fields.find((field) => field.type === "activation")!.initial;
  const row = core.catalog.activations.find(({ id }) => id === activation)!;
  const { colour } = palette(core.catalog.activations.map(({ id }) => id)).get(row.id)!;
  const run = { row, request: {}, flow, theory: core.gradientTheory({}) };
  const picture = svg({ ...gradientChart({ run, pinned: undefined, band: undefined }, "delta", colour, 1), keyed: false }, 440, 320);
  return `<p class="sentence">${spans(flowSentence(flow, row, "delta"))}</p>${picture}`;
}

/** Figures of which there can be many, each as it is asked for. */
const DRAWN: Record<string, (attributes: Attributes, core: BuildCore) => string> = { curve, folds };

const moves = (picture: (core: BuildCore) => string) => (core: BuildCore) =>
  `${picture(core)}<noscript><p class="note">${spans(NEEDS_SCRIPT)}</p></noscript>`;

/** Those that come to life, as they open. */
const STILL: Record<string, (core: BuildCore) => string> = {
  basin: moves(stillBasin),
  depth_map: moves(stillDepthMap),
  explorer: moves(explorer),
  gradient_lab: moves(gradientLab),
  speed: stillSpeed,
  training: moves(stillTraining),
  vector_functions: moves(stillVectorFunctions),
};

export function renderFigure(name: string, attributes: Attributes, core: BuildCore): string {
  const drawn = DRAWN[name];
  if (drawn) return drawn(attributes, core);
  const still = STILL[name];
  if (!still) throw new Error(`unknown figure "${name}"; known: ${Object.keys({ ...DRAWN, ...STILL }).join(", ")}`);
  const stray = Object.keys(attributes)[0];
  if (stray) throw new Error(`the figure ${name} has no attribute "${stray}"`);
  return `<figure class="live-figure" id="figure-${name}" data-figure="${name}"><div class="figure-body">${still(core)}</div></figure>`;
}
