#!/usr/bin/env bash
# Restores the build tool and runs build/build.cake with the given arguments; its exit code is this script's.
set -euo pipefail
cd "$(dirname "$0")"

require() { # command, oldest major version, what to install
  local found
  found=$("$1" --version 2>/dev/null | sed 's/^v//; s/\..*//') || true
  if [[ ! "$found" =~ ^[0-9]+$ ]] || ((found < $2)); then
    echo "This build needs $3." >&2
    exit 2
  fi
}
require dotnet 10 "the .NET SDK 10 (install it from https://dotnet.microsoft.com/download)"
require node 20 "Node.js 20 or later with npm (install it from https://nodejs.org/en/download)"

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# The manifest pins the versions; restoring again costs a second, so it is done when the manifest is newer.
stamp=build/obj/tools.restored
if [[ ! $stamp -nt .config/dotnet-tools.json ]] || ! dotnet cake --version >/dev/null 2>&1; then
  dotnet tool restore --verbosity quiet
  mkdir -p "${stamp%/*}" && touch "$stamp"
fi
exec dotnet cake build/build.cake "$@"
