// Builds the page: one self-contained HTML file.
//   node web/build.mjs [--core build/wasm] [--content web/content] [--out dist/index.html]
//                      [--weight build/page.weight.json] [--source-map]

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { renderArticle } from "./build/article.mjs";
import { earlyScript, pageScript, staticFigures, styles } from "./build/bundle.mjs";
import { loadCore } from "./build/core.mjs";
import { checkExpressions } from "./build/expressions.mjs";
import { fontFaces } from "./build/fonts.mjs";
import { liftStyles } from "./build/inline_styles.mjs";
import { mathIn, typesetFormulas } from "./build/formulas.mjs";
import { notices } from "./build/notices.mjs";
import { assemble } from "./build/page.mjs";
import { Problem } from "./build/problem.mjs";
import { weigh } from "./build/weight.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    core: { type: "string", default: join(web, "../build/wasm") },
    content: { type: "string", default: join(web, "content") },
    out: { type: "string", default: join(web, "../dist/index.html") },
    weight: { type: "string", default: join(web, "../build/page.weight.json") },
    "source-map": { type: "boolean", default: false },
  },
});

/** A data file of the article. */
function readData(directory, name) {
  const path = join(directory, name);
  return { data: JSON.parse(readFileSync(path, "utf8")), where: { file: relative(process.cwd(), path), line: 1 } };
}

async function main() {
  const [core, figures] = await Promise.all([loadCore(options.core), staticFigures()]);
  const { article: written, contents } = renderArticle(options.content, core, figures);
  const { html: article, css: lifted } = liftStyles(written);
  const { data, where } = readData(options.content, "formulas.json");
  const formulas = typesetFormulas(data, core.catalog, where);
  const { data: libraries } = readData(options.content, "libraries.json");
  const { data: expressions, where: ofExpressions } = readData(options.content, "expressions.json");
  checkExpressions(expressions, libraries, core.catalog, ofExpressions);
  const [early, script, sheet, fonts] = await Promise.all([
    earlyScript(),
    pageScript(core.files, { formulas, libraries, expressions }, options["source-map"]),
    styles(),
    fontFaces((article.match(/<math[\s\S]*?<\/math>/g) ?? []).join("") + mathIn(formulas)),
  ]);
  const css = sheet + lifted;
  const template = readFileSync(join(web, "index.html"), "utf8");
  const page = assemble(template, { contents, article, notices: notices(), early, script: script.code, fonts, styles: css, info: core.info });

  const out = resolve(options.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, page);
  const weight = weigh({ page, article, fonts, styles: css, sources: script.inputs });
  writeFileSync(resolve(options.weight), JSON.stringify(weight));
  const kilobytes = (bytes) => Math.round(bytes / 1000);
  console.log(`${relative(process.cwd(), out)}: ${kilobytes(weight.page)} kB, ${kilobytes(weight.gzipped)} kB gzipped`);
}

main().catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
