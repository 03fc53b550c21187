// The rules of the house. A rule takes the sources ({path: text}, paths from the repository's root) and returns
// its findings as sentences; none is good.
import {OWN_NAMES} from '../../web/build/numbers.mjs';

/** The rooms, from the top down: a room uses only itself and the rooms after it. */
export const rooms = {
  'cpp/core': [
    'golden', 'fingerprint', 'claims', 'labs', 'theory', 'network', 'data', 'curve', 'vector_curve', 'schema', 'function',
    'registry', 'vector_registry', 'activations', 'random', 'decimal', 'math', 'hash', 'error', 'text',
  ],
  'web/src': ['main', 'static', 'early', 'figures', 'page', 'charts', 'text', 'core'],
};

const withoutComments = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|[^:"'`])\/\/.*$/gm, '$1');

const entries = (sources, pattern) =>
  Object.entries(sources).filter(([path]) => pattern.test(path)).map(([path, text]) => [path, withoutComments(text)]);

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

/** 'cpp/core/math/exp.hpp' -> 'math', 'cpp/core/registry.cpp' -> 'registry'. */
const roomOf = (path, house) => path.slice(house.length + 1).split('/')[0].replace(/\.\w+$/, '');

const cppIncludes = (text) => matches(text, /^\s*#\s*include\s*["<]([^">]+)[">]/gm);

const webImports = (text) =>
  matches(text, /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["']([^"']+)["']/g);

/** './api' in 'web/src/core/client.ts' -> 'web/src/core/api'. */
const resolve = (from, to) =>
  [...from.split('/').slice(0, -1), ...to.split('/')].reduce(
    (path, step) => (step === '.' ? path : step === '..' ? path.slice(0, -1) : [...path, step]), []).join('/');

function upward(path, used, house) {
  const order = rooms[house];
  const [user, usee] = [roomOf(path, house), roomOf(used, house)];
  for (const room of [user, usee]) {
    if (!order.includes(room)) return [`${path}: "${room}" is not in the list of rooms`];
  }
  return order.indexOf(usee) < order.indexOf(user) ? [`${path}: ${user} must not use ${usee} (${used})`] : [];
}

/** Nothing points up, in C++ and in TypeScript. */
export function noUpwardDependency(sources) {
  const cpp = entries(sources, /^cpp\/core\//).flatMap(([path, text]) =>
    cppIncludes(text).map((include) => `cpp/${include}`).filter((used) => /^cpp\/(core|bindings)\//.test(used))
      .flatMap((used) =>
        used.startsWith('cpp/core/') ? upward(path, used, 'cpp/core') : [`${path}: the core must not use ${used}`]));
  const web = entries(sources, /^web\/src\/.*\.m?[jt]s$/).flatMap(([path, text]) =>
    webImports(text).filter((to) => to.startsWith('.')).map((to) => resolve(path, to))
      .filter((used) => used.startsWith('web/src/')).flatMap((used) => upward(path, used, 'web/src')));
  return [...cpp, ...web];
}

/** Only the binding knows Emscripten. */
export const emscriptenInBindingsOnly = (sources) =>
  entries(sources, /^cpp\/(?!bindings\/)/).flatMap(([path, text]) =>
    /#\s*include\s*<emscripten|__EMSCRIPTEN__|wasm_simd128\.h/.test(text) ? [`${path}: knows Emscripten`] : []);

/** Only charts/ knows Chart.js. */
export const chartJsInChartsOnly = (sources) =>
  entries(sources, /^web\/src\/(?!charts\/)/).flatMap(([path, text]) =>
    webImports(text).filter((to) => /^chart\.js(\/|$)/.test(to)).map(() => `${path}: imports Chart.js`));

/** The page draws and computes nothing; charts/ may place ticks on a logarithmic axis. */
export function noMathematicsInThePage(sources) {
  const banned = /\bMath\.(exp|expm1|log|log1p|log2|log10|pow|tanh|sinh|cosh|asinh|acosh|atanh|erf)\b|\*\*/g;
  const forAxes = ['Math.log10', 'Math.pow', '**'];
  return entries(sources, /^web\/src\/.*\.m?[jt]s$/).flatMap(([path, text]) =>
    [...text.matchAll(banned)].map(([call]) => call)
      .filter((call) => !(path.startsWith('web/src/charts/') && forAxes.includes(call)))
      .map((call) => `${path}: ${call} (numbers come from the core)`));
}

const inexact =
  'exp|exp2|exp10|expm1|log|log2|log10|log1p|pow|tanh|sinh|cosh|tan|sin|cos|sincos|asin|acos|atan|atan2|asinh|acosh|' +
  'atanh|erf|erfc|tgamma|lgamma|hypot|cbrt|fma';

/** Functions that differ between systems, and input and output, have no place in the core. */
export const coreIsDeterministic = (sources) =>
  entries(sources, /^cpp\/core\//).flatMap(([path, text]) => [
    ...matches(text, new RegExp(`\\bstd::(?:${inexact})[fl]?\\s*\\(|__builtin_(?:${inexact})[fl]?\\b`, 'g'))
      .map((call) => `${path}: calls ${call.replace('(', '')}, which differs between libraries`),
    ...matches(text, /\b(?:printf|fprintf|puts|fopen|getenv|rand|time)\s*\(/g).map((call) => `${path}: calls ${call}…)`),
    ...cppIncludes(text)
      .filter((name) => /^(random|iostream|fstream|chrono|ctime|time\.h|thread|mutex|future|filesystem)$/.test(name))
      .map((name) => `${path}: includes <${name}>`),
  ]);

/** The same for what was compiled: the undefined symbols of the core's library, as `nm` lists them. */
export const compiledCoreCallsNoLibm = (nm) =>
  matches(nm, new RegExp(`\\bU _?((?:${inexact})[fl]?)(?:@|$)`, 'gm')).map((name) => `the compiled core calls ${name}`);

const snake = (name) => name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();

/** The functions that the headers define: [{path, struct, id}]. */
export const definedActivations = (sources) =>
  entries(sources, /^cpp\/core\/activations\/.*\.hpp$/).flatMap(([path, text]) =>
    text.split(/^struct /m).slice(1).flatMap((body) => {
      const id = /\.id = "([^"]+)"/.exec(body)?.[1];
      return id ? [{path, struct: /^\w+/.exec(body)[0], id}] : [];
    }));

/** One id everywhere: struct LeakyRelu, id leaky_relu, one row; a header is called like one of its functions
 *  (in activations/vector/: like its family). */
export function oneIdEverywhere(sources) {
  const functions = definedActivations(sources);
  const rows = entries(sources, /^cpp\/core\/(vector_)?registry\.cpp$/)
    .flatMap(([, text]) => matches(text, /row<(\w+)>\(\)/g));
  const ids = functions.map(({id}) => id);
  return [
    ...functions.filter(({struct, id}) => snake(struct) !== id)
      .map(({path, struct, id}) => `${path}: struct ${struct} has the id "${id}", not "${snake(struct)}"`),
    ...functions.map(({path}) => path).filter((path, i, all) => all.indexOf(path) === i && !path.includes('/vector/'))
      .filter((path) => !functions.some((f) => path.endsWith(`/${f.id}.hpp`) && f.path === path))
      .map((path) => `${path}: is called like none of its functions`),
    ...functions.filter(({struct}) => rows.filter((row) => row === struct).length !== 1)
      .map(({path, struct}) => `${path}: ${struct} must have exactly one row in the registry`),
    ...rows.filter((row) => !functions.some(({struct}) => struct === row))
      .map((row) => `the registry: row<${row}>() has no header`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `the id "${id}" is there twice`),
  ];
}

/** The functions of the core that a number of the prose can come from. */
const calls = (sources) => [...OWN_NAMES, ...matches(sources['cpp/bindings/embind.cpp'] ?? '', /\brequests\.set\("(\w+)"/g)];

/** Prose names only functions that exist; a content file is called like its id. */
export function contentNamesExist(sources) {
  const ids = definedActivations(sources).map(({id}) => id);
  return Object.entries(sources).filter(([path]) => /^web\/content\/\d+-.*\.md$/.test(path)).flatMap(([path, text]) => {
    const id = /^id:\s*(\S+)/m.exec(text)?.[1];
    const name = path.split('/').pop().replace(/^\d+-/, '').replace('.md', '');
    const named = [
      ...matches(text, /^::: figure\b.*?\bactivations?=(\S+)/gm).flatMap((list) => list.split(',')),
      ...matches(text, /\{\{(\w+)/g).filter((call) => !calls(sources).includes(call)),
      ...matches(text, /\{\{\w+\([^)]*\bactivation=(\w+)/g),
    ];
    return [
      ...(id === name ? [] : [`${path}: has the id "${id}"`]),
      ...named.filter((one) => !ids.includes(one)).map((one) => `${path}: names "${one}", which is not in the registry`),
    ];
  });
}
