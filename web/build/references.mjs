// The works that the text cites: [@he2015] reads "He et al. 2015" and leads to the list at the end.

import { Problem } from "./problem.mjs";

const FIELDS = ["key", "authors", "year", "title", "venue", "doi", "arxiv", "url"];

/**
 * Reads a list of {key, authors, year, title, venue, doi | arxiv | url}; authors are family names.
 * Documentation has no year.
 */
export function parseReferences(file, text) {
  const works = new Map();
  for (const work of JSON.parse(text)) {
    const line = text.slice(0, text.indexOf(`"${work.key}"`)).split("\n").length;
    check(work, works, { file, line });
    works.set(work.key, work);
  }
  return works;
}

function check(work, works, where) {
  const fail = (message) => {
    throw new Problem(where, `the reference "${work.key}" ${message}`);
  };
  if (works.has(work.key)) fail("is there twice");
  const stray = Object.keys(work).find((field) => !FIELDS.includes(field));
  if (stray) fail(`has an unknown field "${stray}"`);
  if (!work.authors?.length || !work.title) fail("needs authors and a title");
  if (!work.doi && !work.arxiv && !work.url) fail("needs a doi, an arxiv number or a url");
}

/** "He et al. 2015" or "He 等 2015", linked to the list. */
export function cite({ key, authors, year }, lang) {
  const [first, second] = authors;
  const names = {
    en: authors.length > 2 ? `${first} et al.` : authors.join(" and "),
    zh: authors.length > 2 ? `${first} 等` : second ? `${first} 与 ${second}` : first,
  };
  return `<a class="cite" href="#ref-${key}">${[names[lang], year].filter(Boolean).join(" ")}</a>`;
}

const address = ({ doi, arxiv, url }) =>
  doi ? `https://doi.org/${doi}` : arxiv ? `https://arxiv.org/abs/${arxiv}` : url;

const addressName = ({ doi, arxiv, url }) => (doi ? `doi ${doi}` : arxiv ? `arXiv ${arxiv}` : new URL(url).hostname);

/** The works by author and year. */
export function referenceList(works) {
  const order = (work) => `${work.authors[0]} ${work.year ?? ""}`;
  const sorted = [...works.values()].sort((a, b) => order(a).localeCompare(order(b), "en"));
  const items = sorted.map((work) => {
    const published = [work.venue, work.year].filter(Boolean).join(", ");
    const parts = [work.authors.join(", "), `<cite>${work.title}</cite>`, published].filter(Boolean).join(". ");
    return `<li id="ref-${work.key}">${parts}. <a href="${address(work)}">${addressName(work)}</a></li>`;
  });
  return `<ul class="references">\n${items.join("\n")}\n</ul>`;
}
