#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests; the last line gives the totals.
#
#   test.sh           the tests: native (Catch2, libFuzzer), the module in Node, the page in three browser engines, the architecture
#   test.sh --full    also the long sweeps, the sanitizers, clang-tidy, the coefficients' fit, the same bits from
#                     other compilers, and a test that notices each formula that is broken on purpose
source "$(dirname "$0")/lib.sh"

full=false
case "${1:-}" in
  '') ;;
  --full) full=true; export ACTLAB_FULL=1 ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac

passed=0 failed=0 skipped=0 times=
count() { passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3)); }

# Runs a part of the tests and remembers how long it took.
part() { # name, command...
  local begun=$SECONDS
  "${@:2}"
  times+="${times:+, }$1 $((SECONDS - begun)) s"
}

finish() {
  local code=$? rest=
  trap - EXIT
  if [ $code -ne 0 ]; then failed=$((failed + 1)); fi  # a step broke off; its message is above
  if [ $skipped -gt 0 ]; then rest=", $skipped skipped"; fi
  echo
  if [ -n "$times" ]; then echo "$times"; fi
  echo "$passed passed, $failed failed$rest"
  exit $((failed > 0))
}
trap finish EXIT

# Runs one command as one test.
check() { # name, command...
  say "$1"
  if "${@:2}"; then count 1 0 0; else count 0 1 0; fi
}

# The whole number of the attribute or line that the pattern finds in a report.
number() { # pattern, report
  local found
  found=$(sed -nE "s/.*$1.*/\\1/p" "$2" 2>/dev/null | tail -n 1)
  echo "${found:-0}"
}

# Configures, builds and runs the native tests.
native_tests() { # preset
  local name=$1 report=$PWD/build/reports/$1.xml ok=true
  say "Native tests: $name"
  rm -f "$report"
  { cmake --preset "$name" >"build/reports/$name.log" 2>&1 || { cat "build/reports/$name.log"; false; }; } &&
    cmake --build "build/$name" || { say "the native tests do not build: see above."; count 0 1 0; return; }
  ctest --test-dir "build/$name" --output-on-failure --no-tests=error --timeout 300 -j "$CMAKE_BUILD_PARALLEL_LEVEL" \
    --output-junit "$report" || ok=false
  grep -h '^accuracy:' "build/$name/Testing/Temporary/LastTest.log" || true  # the worst cases, also where all is well
  local tests failures skips
  tests=$(number '[^a-z]tests="([0-9]+)"' "$report") failures=$(number 'failures="([0-9]+)"' "$report")
  skips=$(($(number 'skipped="([0-9]+)"' "$report") + $(number 'disabled="([0-9]+)"' "$report")))
  if ! $ok && [ "$failures" = 0 ]; then failures=1; fi
  count $((tests - failures - skips)) "$failures" "$skips"
}

# Builds with one compiler and its flags, and compares the bits of everything with those of the native build.
same_bits() { # compiler, flags
  local folder=build/bits-$1${2// /}
  cmake -B "$folder" --preset native -DCMAKE_CXX_COMPILER="$1" -DCMAKE_CXX_FLAGS_RELEASE="$2" >"$folder.log" 2>&1 &&
    cmake --build "$folder" --target fingerprints >>"$folder.log" 2>&1 || { cat "$folder.log"; return 1; }
  cmake -D ONE=build/native/fingerprints -D OTHER="$folder/fingerprints" -P tests/native/same_fingerprints.cmake
}

# Runs the files *.test.mjs of these folders, two at a time.
node_tests() { # folders...
  local report=build/reports/node.log ok=true limit=() files=() found folder
  for folder; do
    found=("tests/$folder"/*.test.mjs)
    [ -e "${found[0]}" ] || { say "tests/$folder has no tests"; count 0 1 0; return; }
    files+=("${found[@]}")
  done
  say "Tests in Node: $*"
  if have timeout; then limit=(timeout 2400); fi
  ${limit[@]+"${limit[@]}"} node tests/run.mjs "${files[@]}" | tee "$report" || ok=false
  local failures=$(($(number 'ℹ fail ([0-9]+)$' "$report") + $(number 'ℹ cancelled ([0-9]+)$' "$report")))
  if ! $ok && [ "$failures" = 0 ]; then failures=1; fi
  count "$(number 'ℹ pass ([0-9]+)$' "$report")" "$failures" "$(number 'ℹ skipped ([0-9]+)$' "$report")"
}

if $full; then ./build-scripts/setup.sh --full; else ./build-scripts/setup.sh; fi
CHROME_PATH=$(find_browser)
export CHROME_PATH
mkdir -p build/reports

part native native_tests native
if clang=$(find_fuzzing_clang); then
  CXX=$clang part fuzz native_tests fuzz
else
  say "Fuzz tests: not run, for lack of a Clang with libFuzzer"
  count 0 0 1
fi
part page ./build-scripts/build.sh
npm_packages tests
check "Types: tsc over web/" npm --prefix web run --silent check
if find_clang_format >/dev/null; then
  check "Formatting: clang-format over cpp/ and tests/" ./build-scripts/format.sh --check
else
  say "Formatting: not checked, for lack of clang-format 14"
  count 0 0 1
fi
part node node_tests engines browser module page content architecture  # what takes long begins first

if $full; then
  check "Lint: clang-tidy over cpp/core" ./build-scripts/format.sh --lint
  native_tests asan
  check "The coefficients are those of their fit" python3 cpp/core/math/fit/fit.py --check
  check "Every broken formula is noticed" node tests/mutations/mutate.mjs
  for compiler in g++ clang++; do
    for flags in "-O1" "-O2" "-O3 -march=native"; do
      check "The same bits: $compiler $flags" same_bits $compiler "$flags"
    done
  done
fi
