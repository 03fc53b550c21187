// Reads the sources and holds them against the rules; then shows for every rule that it can fail.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import * as rules from './rules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

function read(folder) {
  return readdirSync(path.join(root, folder), {withFileTypes: true}).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? read(file) : [[file, readFileSync(path.join(root, file), 'utf8')]];
  });
}

const sources = Object.fromEntries(['cpp', 'web/src', 'web/content'].flatMap(read));

// For every rule: sources that break it, each in one way.
const elu = {
  'cpp/core/activations/elu.hpp': 'struct Elu {\n  {.id = "elu"}\n};',
  'cpp/core/registry.cpp': 'row<Elu>(),',
};
const called = {'cpp/bindings/embind.cpp': '  requests.set("phaseRow", fields_of(phase_row_schema()));'};
const broken = {
  noUpwardDependency: [
    {'cpp/core/math/exp.hpp': '#include "core/registry.hpp"'},
    {'cpp/core/registry.cpp': '#include "core/labs/gradient_flow.hpp"'},
    {'cpp/core/curve.cpp': '#include "bindings/embind.hpp"'},
    {'cpp/core/attic/old.hpp': '#include "core/math/exp.hpp"'},
    {'web/src/core/client.ts': 'import { draw } from "../charts/draw";'},
    {'web/src/charts/draw.ts': 'export * from "../figures/curve";'},
    {'web/src/page/state.ts': 'const f = await import("../figures/curve");'},
  ],
  emscriptenInBindingsOnly: [
    {'cpp/core/curve.cpp': '#include <emscripten/val.h>'},
    {'cpp/core/math/float4.hpp': '#ifdef __EMSCRIPTEN__'},
  ],
  chartJsInChartsOnly: [
    {'web/src/figures/curve.ts': 'import { Chart } from "chart.js";'},
    {'web/src/page/start.ts': 'import "chart.js/auto";'},
  ],
  noMathematicsInThePage: [
    {'web/src/figures/curve.ts': 'const y = 1 / (1 + Math.exp(-x));'},
    {'web/src/page/state.ts': 'const y = x ** 2;'},
    {'web/src/charts/draw.ts': 'const y = Math.tanh(x);'},
  ],
  coreIsDeterministic: [
    {'cpp/core/math/exp.hpp': 'return std::exp(x);'},
    {'cpp/core/math/tanh.hpp': 'return __builtin_tanhf(x);'},
    {'cpp/core/random.hpp': '#include <random>'},
    {'cpp/core/golden.cpp': '#include <iostream>'},
  ],
  oneIdEverywhere: [
    {...elu, 'cpp/core/registry.cpp': ''},
    {...elu, 'cpp/core/registry.cpp': 'row<Elu>(), row<Elu>()'},
    {...elu, 'cpp/core/registry.cpp': 'row<Elu>(), row<Selu>()'},
    {
      'cpp/core/activations/elu.hpp': 'struct Elu {\n  {.id = "elu"}\n};\nstruct Celu {\n  {.id = "c_elu"}\n};',
      'cpp/core/registry.cpp': 'row<Elu>(), row<Celu>()',
    },
    {...elu, 'cpp/core/activations/vector/again.hpp': elu['cpp/core/activations/elu.hpp']},
    {'cpp/core/activations/units.hpp': elu['cpp/core/activations/elu.hpp'], 'cpp/core/registry.cpp': 'row<Elu>()'},
  ],
  contentNamesExist: [
    {...elu, 'web/content/40-elu.md': 'id: selu'},
    {...elu, 'web/content/40-elu.md': 'id: elu\n\n::: figure curve activation=selu from=-1'},
    {...elu, 'web/content/40-elu.md': 'id: elu\n\n{{selu.f(0)|2}}'},
    {...elu, 'web/content/40-elu.md': 'id: elu\n\n{{flow(depth=5,activation=selu).log10_delta.0|2}}'},
    {...elu, 'web/content/40-elu.md': 'id: elu\n\n{{theory(activation=selu).chi_limit|2}}'},
    {...elu, ...called, 'web/content/40-elu.md': 'id: elu\n\n{{phaseRow(activation=selu).critical_sigma_w|2}}'},
  ],
};

// And sources that keep them all, though they look a little like the broken ones.
const sound = {
  ...elu,
  'cpp/bindings/embind.cpp': '#include <emscripten/bind.h>\n#include "core/labs/gradient_flow.hpp"\n' + called['cpp/bindings/embind.cpp'],
  'cpp/core/labs/gradient_flow.cpp': '#include "core/network/dense_network.hpp"',
  'cpp/core/math/exp.hpp': '// not std::exp(x)\nreturn exp(x) + std::sqrt(x) + std::floor(x);',
  'web/src/charts/draw.ts': 'import { Chart } from "chart.js";\n/** doc */ const decade = 10 ** Math.floor(Math.log10(x));',
  'web/src/main.ts': 'import { start } from "./page/start";',
  'web/content/40-elu.md': 'id: elu\n\n::: figure curve activation=elu\n\n{{elu(alpha=0.3).f(-1)|2}} {{phaseRow(activation=elu).value|2}}',
};

for (const [name, samples] of Object.entries(broken)) {
  test(name, () => assert.deepEqual(rules[name](sources), []));
  test(`${name} finds what breaks it, and only that`, () => {
    for (const sample of samples) assert.equal(rules[name](sample).length, 1, JSON.stringify(sample));
    assert.deepEqual(rules[name](sound), []);
  });
}

test('the sources that the rules read are there', () => {
  for (const file of ['cpp/core/registry.cpp', 'cpp/bindings/embind.cpp', 'web/src/core/client.ts']) {
    assert.ok(sources[file], `${file} is missing`);
  }
  assert.ok(rules.definedActivations(sources).length >= 10);
  assert.ok(Object.keys(sources).some((file) => file.startsWith('web/content/')));
});

// At -O0 nothing is folded away: every call that the sources make is a symbol.
test('compiledCoreCallsNoLibm', () => {
  const library = path.join(root, 'build/native/libcore_unoptimised.a');
  assert.ok(existsSync(library), 'build it first: cmake --preset native && cmake --build --preset native');
  const symbols = execFileSync('nm', ['-u', library], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
  assert.match(symbols, /\bU /);
  assert.deepEqual(rules.compiledCoreCallsNoLibm(symbols), []);
});

test('compiledCoreCallsNoLibm finds what breaks it, and only that', () => {
  for (const line of ['                 U exp', '         U tanhf@GLIBC_2.2.5', '                 U _log1p']) {
    assert.equal(rules.compiledCoreCallsNoLibm(line).length, 1, line);
  }
  assert.deepEqual(rules.compiledCoreCallsNoLibm('  U sqrt\n  U floorf\n  U exp_table\n  U memcpy'), []);
});
