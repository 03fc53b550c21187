// Lighthouse, mobile preset, on the built page as a host serves it, gzipped below a path: the median of five runs.
//   node tests/bench/lighthouse.mjs [runs]
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {gzipSync} from 'node:zlib';
import {launch} from 'chrome-launcher';
import lighthouse from 'lighthouse';
import {median} from './measure.mjs';

const runs = Number(process.argv[2] ?? 5);
const page = gzipSync(readFileSync(new URL('../../dist/index.html', import.meta.url)));
const server = createServer((request, response) => {
  if (request.url !== '/lab/') return response.writeHead(404).end();
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip'}).end(page);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

const reports = [];
for (let run = 0; run < runs; ++run) {
  const {lhr} = await lighthouse(`http://127.0.0.1:${server.address().port}/lab/`, {port: chrome.port, logLevel: 'error'});
  reports.push(lhr);
}
chrome.kill();
server.close();

console.log(`Page: ${page.length} bytes gzipped. Medians of ${runs} runs.`);
for (const {id, title} of Object.values(reports[0].categories)) {
  console.log(`${title.padEnd(16)} ${Math.round(100 * median(reports.map(({categories}) => categories[id].score)))}`);
}
for (const id of ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time', 'cumulative-layout-shift']) {
  const value = median(reports.map(({audits}) => audits[id].numericValue));
  console.log(`${reports[0].audits[id].title.padEnd(26)} ${id.endsWith('shift') ? value.toFixed(3) : `${Math.round(value)} ms`}`);
}
const failed = Object.values(reports[0].audits).filter(({score, scoreDisplayMode}) => score === 0 && scoreDisplayMode === 'binary');
console.log(`Audits that fail: ${failed.map(({id}) => id).join(', ') || 'none'}`);
