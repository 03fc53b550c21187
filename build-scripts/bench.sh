#!/usr/bin/env bash
# Measures the core and prints ratios of times from one run: natively by Google Benchmark where that is
# installed (libbenchmark-dev), and in Node beside plain JavaScript and TensorFlow.js with its WASM backend,
# which only this script installs. The last record is tests/bench/RESULTS.md.
#   --soak [minutes]   trains in the browser instead, for ten minutes: memory and long tasks
source "$(dirname "$0")/lib.sh"

case "${1:-}" in
  '') ;;
  --soak)
    ./build-scripts/build.sh
    npm_packages tests
    exec node tests/bench/soak.mjs "${2:-10}"
    ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
./build-scripts/setup.sh
say "Building the benchmarks"
cmake --preset native >/dev/null
if cmake --build build/native --target bench; then
  ./build/native/bench
else
  say "No native benchmark: it needs Google Benchmark (libbenchmark-dev)."
fi
./build-scripts/build.sh
cmake --build build/wasm --target bench
npm_packages tests/bench
for part in functions products gradient_pass training; do
  say "$part, beside TensorFlow.js"
  node "tests/bench/$part.mjs"
done
