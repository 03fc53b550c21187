#!/usr/bin/env bash
# Installs what is missing, builds the page, serves it on this machine and opens it where there is a desktop.
#
#   serve.sh [--port N]    (without it: 8000, or the next port that is free)
source "$(dirname "$0")/lib.sh"

port=
while [ $# -gt 0 ]; do
  case "$1" in
    --port) port=${2:?serve.sh: --port needs a number}; shift 2 ;;
    --help | -h) help ;;
    *) unknown_option "$1" ;;
  esac
done
./build-scripts/setup.sh
./build-scripts/build.sh
exec node build-scripts/serve.mjs $port
