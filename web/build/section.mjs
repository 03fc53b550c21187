// A section of the article as HTML.

import { renderFacts } from "./facts.mjs";
import { fillNumbers } from "./numbers.mjs";
import { Problem } from "./problem.mjs";
import { renderPrediction } from "./predictions.mjs";
import { formula, renderProse } from "./prose.mjs";
import { inBoth } from "./words.mjs";

const bilingual = ({ en, zh }) => inBoth(en, zh);

/** @param book {core, figures, references, glossary}: what the text may name */
export function renderSection(section, book) {
  const body = groups(section.blocks).map((group) => renderGroup(group, book));
  return sectionElement(section, body.join("\n"));
}

export const sectionElement = ({ id, title }, body) =>
  `<section id="${id}">\n<h2>${bilingual(title)}</h2>\n${body}\n</section>`;

export function contents(sections) {
  const items = sections.map(({ id, title }) => `<li><a href="#${id}">${bilingual(title)}</a></li>`);
  return `<ol>${items.join("")}</ol>`;
}

const isCurve = (block) => block.kind === "figure" && block.name === "curve";

/** Blocks in groups: formulas and curves that follow each other with no text between stand together. */
function groups(blocks) {
  const all = [];
  for (const block of blocks) {
    const plate = block.kind === "formula" || isCurve(block);
    const last = all[all.length - 1];
    if (plate && last?.plate) last.blocks.push(block);
    else all.push({ plate, blocks: [block] });
  }
  return all;
}

function renderGroup({ plate, blocks }, book) {
  const render = (block) => renderBlock(block, book);
  if (!plate || !blocks.some(isCurve)) return blocks.map(render).join("\n");
  const plates = [[]];
  for (const block of blocks) {
    plates[plates.length - 1].push(render(block));
    if (isCurve(block)) plates.push([]);
  }
  const rest = plates.pop();
  const alone = plates.length === 1 && plates[0].length === 1;
  const drawn = plates.map((parts) => `<div class="plate">${parts.join("")}</div>`).join("");
  return `<div class="plates${alone ? " alone" : ""}">${drawn}</div>${rest.join("")}`;
}

function renderBlock(block, book) {
  if (block.kind === "formula") return displayed(formula(block.tex, block.where));
  if (block.kind === "figure") return renderFigure(block, book);
  if (block.kind === "claim") throw new Problem(block.where, `unknown claim "${block.id}"`);
  if (block.kind === "facts") return renderFacts(block.ids, block.where, book);
  if (block.kind === "predict") return renderPrediction(block.id, block.prediction, book);
  const one = (lang) => {
    const { text, where } = block[lang];
    const filled = fillNumbers(text, where, book.core, book.figures.significant);
    return `<div lang="${lang}">${renderProse({ text: filled, where }, lang, book)}</div>`;
  };
  return `<div class="twins">${one("en")}${one("zh")}</div>`;
}

/** A formula with the number of its characters, by which a narrow column sets its size. */
function displayed(math) {
  const length = math.replace(/<mspace width="2em"/g, "####$&").replace(/<[^>]*>|\s/g, "").length;
  return `<div class="formula"><div style="--length:${length}">${math}</div></div>`;
}

function renderFigure({ name, attributes, where }, { core, figures }) {
  const call = (what) => (request) => core.call(what, request, where);
  const names = ["sampleCurve", "evaluate", "gradientFlow", "gradientTheory", "evaluateLogits", "sampleGate"];
  const calls = Object.fromEntries(names.map((called) => [called, call(called)]));
  try {
    return figures.renderFigure(name, attributes, { catalog: core.catalog, ...calls });
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(where, error.message);
  }
}
