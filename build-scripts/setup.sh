#!/usr/bin/env bash
# Installs what this machine lacks to build and test Activation Lab.
#
#   setup.sh            everything: compiler, CMake, Catch2, Emscripten, Node, browsers, fonts
#   setup.sh --native   the compiler's part alone: enough for `cmake --preset native`
#   setup.sh --full     everything, and the tools that only `test.sh --full` uses
#   setup.sh --coverage everything, and what coverage.sh uses
#
# On Debian and Ubuntu it installs packages (as root or through sudo). Elsewhere it changes nothing, uses what
# is on the PATH and names what is missing. What is there already is left alone.
source "$(dirname "$0")/lib.sh"

part=all
case "${1:-}" in
  '') ;;
  --native) part=native ;;
  --full) part=full ;;
  --coverage) part=coverage ;;
  --help | -h) help ;;
  *) unknown_option "$1" ;;
esac

missing=()   # in words
packages=()  # as Debian calls them
wishes=()    # packages that the tests can do without: installed where the system offers them

want() { # words, Debian packages...; call when something is not there
  missing+=("$1")
  shift
  packages+=("$@")
}

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

version_of() { "$@" 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1; }

node_is_new_enough() { have node && at_least 18.17 "$(version_of node --version)"; }

debian=false codename=
if have apt-get && have dpkg; then
  debian=true
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
fi

installed() { # Debian package
  ! $debian || [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

have cmake && at_least 3.25 "$(version_of cmake --version)" || want "CMake 3.25 or newer" cmake
have c++ || want "a C++20 compiler" g++
have make || want "make" make
if [ $part != native ]; then
  have ninja || want "Ninja" ninja-build
  have emcc || want "Emscripten 3.1.6 or newer (for instance from emsdk)" emscripten
  node_is_new_enough || want "Node.js 18.17 or newer" nodejs
  have npm || want "npm" npm
  find_browser >/dev/null || want "Chromium or Chrome (or its path in CHROME_PATH)" chromium
  find_firefox >/dev/null || wishes+=(firefox-esr)
  find_webkit >/dev/null || wishes+=(webkit2gtk-driver xvfb xauth)
  installed fonts-noto-cjk || want "a Chinese font" fonts-noto-cjk
  case $codename in
    bookworm | jammy | noble)
      have clang-format-14 || want "clang-format 14" clang-format-14
      find_fuzzing_clang >/dev/null || want "Clang's libFuzzer" clang-14 libclang-rt-14-dev
      ;;
  esac
fi
if [ $part = full ]; then
  have clang++ || want "Clang" clang
  have clang-tidy || want "clang-tidy" clang-tidy
  python3 -c 'import mpmath' 2>/dev/null || want "Python 3 with mpmath" python3 python3-mpmath
fi
if [ $part = coverage ]; then
  have gcovr || want "gcovr" gcovr
fi

list=$(printf '%s, ' ${missing[@]+"${missing[@]}"})
as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
apt=(${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -qq)
offered() { apt-cache policy "$1" | grep 'Candidate: [0-9]' >/dev/null; }
update() { "${apt[@]}" update || say "apt-get update failed; going on with the package lists that are there."; }

if [ ${#missing[@]} -gt 0 ]; then
  $debian || die "missing on this machine: ${list%, }. Install it, put it on the PATH, and run this again."
  [ "$(id -u)" = 0 ] || have sudo || die "missing: ${list%, }. As root, run: apt-get install ${packages[*]}"
  update
elif $debian && [ ${#wishes[@]} -gt 0 ] && ! offered make; then
  update  # there are no package lists yet
fi
if $debian && { [ "$(id -u)" = 0 ] || have sudo; }; then
  for package in ${wishes[@]+"${wishes[@]}"}; do
    if offered "$package"; then packages+=("$package"); else say "This system has no $package: the tests that need it will be skipped."; fi
  done
fi
if [ ${#packages[@]} -gt 0 ]; then
  say "Installing ${packages[*]}"
  "${apt[@]}" install -y --no-install-recommends "${packages[@]}" >/dev/null ||
    die "apt-get could not install ${packages[*]}: see its message above."
fi

catch2_is_there() {
  grep -qs 'set(PACKAGE_VERSION "3' {.deps/usr,/usr,/usr/local,/opt/homebrew}/{lib,lib64,lib/*,share}/cmake/Catch2/Catch2ConfigVersion.cmake
}

# bookworm itself has Catch2 2; the package from its backports is unpacked into .deps/, and the system's own list of
# sources stays as it is.
catch2_from_backports() {
  local suite=bookworm-backports deps=$PWD/.deps mirror
  mirror=$(grep -hE '^(URIs:|deb )' /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null |
    grep -oE 'https?://[^ ]+' | grep -v security | head -n 1)
  mkdir -p "$deps"/apt/{lists/partial,cache/archives/partial}
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
    "${mirror:-http://deb.debian.org/debian}" $suite >"$deps/apt/debian.sources"
  local apt=(apt-get -qq -o Dir::Etc::sourcelist="$deps/apt/debian.sources" -o Dir::Etc::sourceparts=-
    -o Dir::State::lists="$deps/apt/lists" -o Dir::Cache="$deps/apt/cache" -o APT::Sandbox::User=)
  (cd "$deps/apt" && "${apt[@]}" update && "${apt[@]}" download libcatch2-dev && dpkg -x libcatch2-dev_*.deb "$deps") &&
    rm -rf "$deps/apt"
}

if ! catch2_is_there; then
  if [ "$codename" = bookworm ]; then
    say "Unpacking Catch2 3 from bookworm-backports into .deps/"
    catch2_from_backports || say "Catch2 could not be had from bookworm-backports; CMake will fetch it from GitHub."
  else
    say "Catch2 3 is not installed; CMake will fetch it from GitHub."
  fi
fi
say "Everything that is needed is installed."
