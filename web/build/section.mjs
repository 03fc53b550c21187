// A section of the article as HTML.

import { filled, measure, renderWords } from "./claims.mjs";
import { renderFacts } from "./facts.mjs";
import { Problem } from "./problem.mjs";
import { renderPrediction } from "./predictions.mjs";
import { formula, renderProse } from "./prose.mjs";
import { renderStatements } from "./statements.mjs";
import { inBoth } from "./words.mjs";

const bilingual = ({ en, zh }) => inBoth(en, zh);

/** Of a section's cards only the first stand open. */
const OPEN_CARDS = 2;

/**
 * @param book {core, figures, references, glossary, claims, placed, cards}: what the text may name, and the
 * ids of the claims that have a place in it, and of those that have a card in a section
 */
export function renderSection(section, book) {
  const cards = section.blocks.filter((block) => block.kind === "claim");
  cards.forEach((block, i) => (block.open = i < OPEN_CARDS));
  const body = groups(section.blocks).map((group) => renderGroup(group, book));
  return sectionElement(section, body.join("\n"));
}

export const sectionElement = ({ id, title }, body) =>
  `<section id="${id}">\n<h2>${bilingual(title)}</h2>\n${body}\n</section>`;

export function contents(sections) {
  const items = sections.map(({ id, title }) => `<li><a href="#${id}">${bilingual(title)}</a></li>`);
  return `<ol>${items.join("")}</ol>`;
}

const isCurve = (block) => block.kind === "figure" && (block.name === "curve" || block.name === "folds");

/**
 * Blocks in groups: formulas and curves that follow each other with no text between stand together, and
 * so do the statements of a table.
 */
function groups(blocks) {
  const all = [];
  for (const block of blocks) {
    const plate = block.kind === "formula" || isCurve(block);
    const last = all[all.length - 1];
    const statement = block.kind === "statement";
    if ((plate && last?.plate) || (statement && last?.statement)) last.blocks.push(block);
    else all.push({ plate, statement, blocks: [block] });
  }
  return all;
}

function renderGroup({ plate, statement, blocks }, book) {
  if (statement) return renderStatements(blocks, book);
  const render = (block) => renderBlock(block, book);
  if (!plate || !blocks.some(isCurve)) return blocks.map(render).join("\n");
  const plates = [[]];
  for (const block of blocks) {
    plates[plates.length - 1].push(render(block));
    if (isCurve(block)) plates.push([]);
  }
  const rest = plates.pop();
  const alone = plates.length === 1 && plates[0].length === 1;
  const drawn = plates.map((parts) => plateElement(parts.slice(0, -1), parts[parts.length - 1])).join("");
  return `<div class="plates${alone ? " alone" : ""}">${drawn}</div>${rest.join("")}`;
}

function plateElement(formulas, curve) {
  const above = formulas.length ? `<div class="formulas">${formulas.join("")}</div>` : "";
  return `<div class="plate">${above}${curve}</div>`;
}

function renderBlock(block, book) {
  if (block.kind === "formula") return displayed(formula(block.tex, block.where));
  if (block.kind === "figure") return renderFigure(block, book);
  if (block.kind === "facts") return renderFacts(block.ids, block.where, book);
  if (block.kind === "predict") return renderPrediction(block.id, block.prediction, book);
  if (block.kind === "claim") return renderClaim(block, book);
  if (block.kind === "claims") return renderOtherClaims(block, book);
  const one = (lang) => `<div lang="${lang}">${renderProse(filled(block[lang], book), lang, book)}</div>`;
  return `<div class="twins">${one("en")}${one("zh")}</div>`;
}

function renderClaim({ id, open, where }, book) {
  const known = book.claims.get(id);
  if (!known) throw new Problem(where, `unknown claim "${id}"`);
  const run = measure(known.claim, book.core, known.words.where);
  return book.figures.claimCard(known.claim, renderWords(known.words, book), run, open);
}

function renderOtherClaims({ where }, book) {
  const others = [...book.claims.keys()].filter((id) => !book.placed.has(id));
  return others.map((id) => renderClaim({ id, open: false, where }, book)).join("\n");
}

/** A formula with the number of its characters, by which a narrow column sets its size. */
function displayed(math) {
  const length = math.replace(/<mspace width="2em"/g, "####$&").replace(/<[^>]*>|\s/g, "").length;
  return `<div class="formula"><div style="--length:${length}">${math}</div></div>`;
}

function renderFigure({ name, attributes, where }, { core, figures }) {
  const call = (what) => (request) => core.call(what, request, where);
  const names = [...Object.keys(core.catalog.requests), "trainAdvance", "trainReport", "trainEnd"];
  const calls = Object.fromEntries(names.map((called) => [called, call(called)]));
  try {
    return figures.renderFigure(name, attributes, { catalog: core.catalog, ...calls });
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(where, error.message);
  }
}
