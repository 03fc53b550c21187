#!/usr/bin/env bash
# Measures the core beside its rivals and the machine's limits, and prints ratios of times from one run.
#
#   bench.sh                   natively by Google Benchmark where that is installed (libbenchmark-dev), then in Node
#   bench.sh --browser         in a page of Chromium
#   bench.sh --page            what a reader waits for: Lighthouse, and a slider of the gradient lab that is dragged
#   bench.sh --soak [minutes]  trains in the browser instead, for ten minutes: memory and long tasks
#
# The rivals are a plain JavaScript loop, TensorFlow.js with its WASM backend and ONNX Runtime Web, each with one
# thread and SIMD; only this script installs them. The last record is tests/bench/RESULTS.md.
source "$(dirname "$0")/lib.sh"

in_browser=false
case "${1:-}" in
  '') ;;
  --browser) in_browser=true ;;
  --page | --soak)
    ./build-scripts/setup.sh
    ./build-scripts/build.sh
    npm_packages tests
    CHROME_PATH=$(find_browser)
    export CHROME_PATH
    [ "$1" = --soak ] && exec node tests/bench/soak.mjs "${2:-10}"
    npm_packages tests/bench
    node tests/bench/drag.mjs
    exec node tests/bench/lighthouse.mjs
    ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
./build-scripts/setup.sh
if ! $in_browser; then
  say "Building the native benchmark"
  cmake --preset native >/dev/null
  if cmake --build build/native --target bench; then
    ./build/native/bench
  else
    say "No native benchmark: Google Benchmark (libbenchmark-dev) is not installed, or it did not compile: see above."
  fi
fi
./build-scripts/build.sh
cmake --build build/wasm --target bench
npm_packages tests/bench
if $in_browser; then
  npm_packages tests
  CHROME_PATH=$(find_browser) || die "no Chromium or Chrome: put it on the PATH, or its path in CHROME_PATH."
  export CHROME_PATH
  say "In a page of Chromium"
  node tests/bench/browser.mjs
else
  say "In Node"
  node tests/bench/node.mjs
fi
