#!/usr/bin/env bash
# Measures the core and prints ratios of times from one run: natively to copying the same memory, and in Node
# to TensorFlow.js with its WASM backend, which only this script installs.
source "$(dirname "$0")/lib.sh"

case "${1:-}" in
  '') ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
./build-scripts/setup.sh
say "Building the benchmark"
cmake --preset native >/dev/null
cmake --build build/native --target bench
./build/native/bench
./build-scripts/build.sh
cmake --build build/wasm --target bench
npm_packages tests/bench
say "The gradient lab's pass beside TensorFlow.js"
node tests/bench/gradient_pass.mjs
