#!/usr/bin/env bash
# Formats the C++ sources with clang-format 14.
#
#   format.sh            formats in place
#   format.sh --check    changes nothing, and fails where a file is not formatted
#   format.sh --lint     clang-tidy over the core (after `cmake --preset native`)
source "$(dirname "$0")/lib.sh"

sources() { find cpp tests/native tests/fuzz tests/bench tests/reference \( -name '*.hpp' -o -name '*.cpp' \) 2>/dev/null | LC_ALL=C sort; }

clang_format() {
  local tool
  tool=$(find_clang_format) ||
    die "clang-format 14 is not on the PATH (other versions format differently): run ./build-scripts/setup.sh."
  sources | xargs "$tool" "$@"
}

case "${1:-}" in
  '') clang_format -i ;;
  --check) clang_format --dry-run --Werror || die "not formatted: run ./build-scripts/format.sh." ;;
  --lint)
    need clang-tidy
    find cpp/core -name '*.cpp' | xargs -n 1 -P "$CMAKE_BUILD_PARALLEL_LEVEL" clang-tidy -p build/native --quiet || die "clang-tidy has findings: see above."
    ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac
