// How much of the page's TypeScript the browser tests run. Each test file adds what its pages have run to
// build/coverage/page; `node tests/coverage/report.mjs` then makes the report.
import {fileURLToPath} from 'node:url';
import {CoverageReport} from 'monocart-coverage-reports';

const report = new CoverageReport({
  name: 'Activation Lab: web/src',
  outputDir: fileURLToPath(new URL('../../build/coverage/page', import.meta.url)),
  // The one script with a source map is the page's.
  entryFilter: ({source}) => source.includes('sourceMappingURL=data:'),
  sourceFilter: (path) => path.includes('src/') && !path.includes('node_modules'),
  reports: ['html', 'console-summary'],
  cleanCache: false,
  logging: 'error',
});

/** Notes from now on which lines a page runs; returns how to add them to the report. */
export async function watch(page) {
  await page.coverage.startJSCoverage({resetOnNavigation: false});
  return async () => report.add(await page.coverage.stopJSCoverage());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await report.generate();
