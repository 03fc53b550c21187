// View: one neuron per layer. Each factor of the chain rule stands under the neuron that causes it.

import type { NeuronChain, Row, Text } from "../../core/api";
import { newestWins } from "../../core/newest";
import { bilingual, el } from "../../page/dom";
import { succeed } from "../../page/notice";
import { parametersOf } from "../../page/settings";
import { slider } from "../../page/slider";
import type { Table } from "../../page/table";
import { same, short } from "../../text";
import { rowOf, type Lab, type View } from "./context";
import { CHAIN_PRESETS } from "./presets";
import { words } from "./words";

const WEIGHTS = ["w1", "w2", "w3", "w4", "w5"];
const SUBSCRIPTS = ["₁", "₂", "₃", "₄", "₅"];

/** Pixels of a drag that change a weight by 1. */
const PIXELS = 12;

const digits = (value: number) => short(value, 3);

const HINT: Text = {
  en: "In each circle stands the neuron’s output h; the deeper its tint, the steeper f is there. Drag a wire up or down, or move its slider, to change the weight.",
  zh: "圆圈里是神经元的输出 h；颜色越深，f 在那里越陡。上下拖动连线，或移动滑块，都能改变权重。",
};

interface Neuron {
  element: HTMLElement;
  draw(chain: NeuronChain): void;
}

export function chainView(lab: Lab): View {
  const { state } = lab;
  const sentence = el("p", { class: "sentence", "aria-live": "polite" });
  const product = el("p", { class: "product" });
  const neurons = WEIGHTS.map((_, i) => neuron(lab, i));
  let shown: { chain: NeuronChain; row: Row } | undefined;

  const ask = newestWins(
    async (row: Row) => {
      const own = ["x", "b", ...WEIGHTS].map((name) => [name, state.number(name)]);
      const request = { ...Object.fromEntries(own), activation: row.id, parameters: parametersOf(row, state.values) };
      return { row, chain: succeed(await lab.core.call("neuronChain", request)) };
    },
    (answer) => {
      shown = answer;
      lab.redraw();
    },
    lab.fail,
  );

  return {
    label: { en: "Chain", zh: "神经元链" },
    first: ["activation", "x", "b"],
    more: ["parameters"],
    presets: CHAIN_PRESETS,
    element: el(
      "div",
      { class: "view" },
      sentence,
      el("ol", { class: "chain" }, ...neurons.map(({ element }) => element)),
      product,
      el("p", { class: "note" }, bilingual(HINT)),
    ),
    update: () => ask(rowOf(lab)),
    table: () => shown && chainTable(WEIGHTS.map((name) => state.number(name)), shown.chain),
    draw() {
      if (!shown) return;
      const { chain, row } = shown;
      for (const one of neurons) one.draw(chain);
      const factors = Array.from(chain.factor, digits).join(" × ");
      product.replaceChildren(`∂h₅/∂x = ${factors} = `, el("b", {}, digits(chain.gradient[0]!)));
      sentence.replaceChildren(bilingual(chainSentence(chain, row)));
    },
  };
}

const chainTable = (weights: number[], { z, h, df, factor, gradient }: NeuronChain): Table => ({
  head: [words.layerHead, ...["w", "z", "h", "f′(z)", "w·f′(z)", "∂h₅/∂h"].map(same)],
  rows: weights.map((weight, i) => [i + 1, weight, z[i]!, h[i]!, df[i]!, factor[i]!, gradient[i]!]),
});

function neuron({ state }: Lab, i: number): Neuron {
  const name = WEIGHTS[i]!;
  const sub = SUBSCRIPTS[i]!;
  const wire = el("span", { class: "wire", "aria-hidden": "true" }, el("i"));
  const body = el("span", { class: "body" });
  const slope = el("span", { class: "slope" });
  const factor = el("p", { class: "factor" });
  const reaches = el("p", { class: "reaches" });
  const label = same(`w${sub}`);
  const element = el(
    "li",
    {},
    el("div", { class: "cell" }, wire, body),
    slider(state, name, { label }),
    el("div", { class: "account" }, slope, factor, reaches),
  );
  dragWeight(wire, () => state.number(name), (weight) => state.set({ [name]: weight }), state.setting(name));

  return {
    element,
    draw(chain) {
      const weight = state.number(name);
      wire.style.setProperty("--weight", String(Math.abs(weight)));
      wire.dataset["sign"] = weight < 0 ? "minus" : "plus";
      body.style.setProperty("--open", String(Math.min(1, Math.abs(chain.df[i]!) / chain.largest_slope)));
      body.replaceChildren(digits(chain.h[i]!));
      slope.replaceChildren(`f′(z${sub}) = ${digits(chain.df[i]!)}`);
      const size = Math.abs(chain.factor[i]!);
      factor.dataset["size"] = size < 1 ? "below" : size > 1 ? "above" : "one";
      factor.replaceChildren(`${digits(weight)} × ${digits(chain.df[i]!)} = `, el("b", {}, digits(chain.factor[i]!)));
      reaches.replaceChildren(`∂h₅/∂${i === 0 ? "x" : `h${SUBSCRIPTS[i - 1]!}`} = ${digits(chain.gradient[i]!)}`);
    },
  };
}

/** Up is more. */
function dragWeight(
  wire: HTMLElement,
  get: () => number,
  set: (weight: number) => void,
  { min, max }: { min: number; max: number },
): void {
  let start: { y: number; weight: number } | undefined;
  wire.addEventListener("pointerdown", (event) => {
    wire.setPointerCapture(event.pointerId);
    start = { y: event.clientY, weight: get() };
  });
  wire.addEventListener("pointermove", (event) => {
    if (!start || event.buttons === 0) return;
    const weight = start.weight + (start.y - event.clientY) / PIXELS;
    set(Math.min(max, Math.max(min, Number(weight.toFixed(1)))));
  });
}

function chainSentence({ gradient, largest_slope }: NeuronChain, row: Row): Text {
  const product = digits(gradient[0]!);
  const size = Math.abs(gradient[0]!);
  const steepest = digits(largest_slope);
  const name = row.name.en;
  const bound = Number.isFinite(largest_slope)
    ? { en: `No slope of ${name} exceeds ${steepest}`, zh: `${name} 的斜率从不超过 ${steepest}` }
    : { en: `The slope of ${name} has no bound`, zh: `${name} 的斜率没有上界` };
  if (size === 0) {
    return {
      en: `One factor is exactly 0, and so is the product: nothing comes back to the input.`,
      zh: `有一个因子恰为 0，乘积就是 0：什么也传不回输入。`,
    };
  }
  if (size > 1) {
    return {
      en: `${bound.en}, and yet the gradient grows to ${product}: a factor is a weight times a slope.`,
      zh: `${bound.zh}，梯度却放大到 ${product}：因子是权重乘斜率。`,
    };
  }
  return {
    en: `${bound.en}. Five factors, each a weight times a slope, leave ${product} of the gradient.`,
    zh: `${bound.zh}。五个因子，每个都是权重乘斜率，梯度最后剩下 ${product}。`,
  };
}
