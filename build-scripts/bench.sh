#!/usr/bin/env bash
# Measures the core natively and prints each time as a ratio to copying the same memory in the same run.
source "$(dirname "$0")/lib.sh"

case "${1:-}" in
  '') ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
./build-scripts/setup.sh --native
say "Building the benchmark"
cmake --preset native >/dev/null
cmake --build build/native --target bench
./build/native/bench
