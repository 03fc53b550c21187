# What the scripts of this folder share. Each sources it first, and then stands in the repository's root.
set -euo pipefail
script=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
cd "$(dirname "$script")/.."

export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(getconf _NPROCESSORS_ONLN)}

say() { printf '==> %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$script")" "$*" >&2; exit 1; }

# The comment at the top of the script is its help.
help() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$script"; exit 0; }

unknown_option() { die "unknown option $1: see $script --help."; }

have() { command -v "$1" >/dev/null 2>&1; }

need() {
  local tool
  for tool in "$@"; do
    have "$tool" || die "$tool is not on the PATH: run ./build-scripts/setup.sh, or install it and run this again."
  done
}

# The browser for the tests: $CHROME_PATH, else the first of the family that is installed.
find_browser() {
  local browser
  for browser in "${CHROME_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$browser" ] && have "$browser"; then command -v "$browser"; return; fi
  done
  return 1
}

# The other engines for the tests; where one is missing its tests are skipped.
find_firefox() { command -v "${FIREFOX_PATH:-firefox-esr}" || command -v firefox; }
find_webkit() { command -v "${WEBKIT_DRIVER_PATH:-WebKitWebDriver}" && have xvfb-run; }

# A Clang that comes with libFuzzer.
find_fuzzing_clang() {
  local compiler
  for compiler in clang++ clang++-14; do
    echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' |
      "$compiler" -x c++ -fsanitize=fuzzer,address - -o /dev/null 2>/dev/null && echo "$compiler" && return
  done
  return 1
}

# clang-format 14: other versions format differently.
find_clang_format() {
  local tool
  for tool in clang-format-14 clang-format; do
    if have "$tool" && "$tool" --version | grep -q 'version 14\.'; then echo "$tool"; return; fi
  done
  return 1
}

# A number that changes when one of the files under these paths does.
fingerprint() { find "$@" -name node_modules -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum; }

# Installs a folder's npm packages as its lock file has them, unless they are there already.
npm_packages() { # folder
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock.json" && return
  say "Installing the npm packages of $1/"
  (cd "$1" && npm ci --no-audit --no-fund) ||
    die "npm ci failed in $1/: see its message above; it needs to reach the npm registry."
  mkdir -p "$1/node_modules"
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock.json"
}
