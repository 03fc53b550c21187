// Puts everything into the template: text and styles first, the script last.

import { createHash } from "node:crypto";

/** What an inline script must not contain, written so that JavaScript reads the same string. */
const inline = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

const policy = (scripts, styles) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ")} 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src ${styles.map(hash).join(" ")}`,
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'self'", // from disk early.ts forbids that too
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

export function assemble(template, { contents, article, notices, early, script, fonts, styles, info }) {
  const scripts = { early: inline(early), script: inline(script) };
  const parts = {
    ...scripts,
    contents,
    article,
    notices,
    fonts,
    styles,
    policy: policy(Object.values(scripts), [fonts, styles]),
    version: info.version,
    commit: info.commit,
  };
  return template.replace(/@@(\w+)@@/g, (_, name) => {
    if (!(name in parts)) throw new Error(`index.html: nothing to put in the place of @@${name}@@`);
    return parts[name];
  });
}
