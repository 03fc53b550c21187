#!/usr/bin/env bash
# Builds the page, dist/index.html: the core as a WebAssembly module, then everything in one file.
source "$(dirname "$0")/lib.sh"

case "${1:-}" in
  '') ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
need cmake emcc node npm

say "Building the WebAssembly module: build/wasm/core.js and core.wasm"
mkdir -p build
cmake --preset wasm >build/wasm.log 2>&1 || { cat build/wasm.log; die "CMake could not configure the wasm preset: see above."; }
cmake --build build/wasm || die "the core does not compile: see the compiler's message above."

npm_packages web
state=$(fingerprint web build/wasm/core.js build/wasm/core.wasm)
if [ -f dist/index.html ] && [ "$state" = "$(cat build/page.fingerprint 2>/dev/null)" ]; then
  say "dist/index.html is up to date"
else
  say "Building the page: dist/index.html"
  node web/build.mjs || die "the page could not be built: see the message above."
  echo "$state" >build/page.fingerprint
fi
