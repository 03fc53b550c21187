#!/usr/bin/env bash
# Shows how much of the code the tests run: build/coverage/core/index.html for the C++ under the native tests,
# build/coverage/page/index.html for the TypeScript under the browser tests. Takes a few minutes.
source "$(dirname "$0")/lib.sh"

case "${1:-}" in
  '') ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
./build-scripts/setup.sh --coverage
CHROME_PATH=$(find_browser)
export CHROME_PATH
rm -rf build/coverage
mkdir -p build/coverage/core

say "C++: the native tests"
cmake --preset coverage >build/coverage/cmake.log
cmake --build build/native-coverage --target core_tests
ctest --test-dir build/native-coverage -j "$CMAKE_BUILD_PARALLEL_LEVEL" --timeout 900 --progress
gcovr --root . --filter cpp/core/ --object-directory build/native-coverage --exclude-throw-branches \
  --html-details build/coverage/core/index.html --print-summary

say "TypeScript: the browser tests"
./build-scripts/build.sh
node web/build.mjs --source-map --out build/coverage/index.html --weight build/coverage/weight.json
npm_packages tests
npm_packages tests/coverage
ACTLAB_PAGE=build/coverage/index.html ACTLAB_COVERAGE=1 node --test --test-reporter=dot tests/browser/*.test.mjs ||
  say "Some browser tests failed: the report lacks what they would have run."
node tests/coverage/report.mjs
