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
require node 20 "Node.js 20 or later with npm (install it from https://nodejs.org/en/download)"

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Compiling the script takes two seconds: what Cake made of it is kept until the script or the manifest changes, but not what
# it was killed over or what it made of another script.
export CAKE_SETTINGS_ENABLESCRIPTCACHE=true CAKE_PATHS_CACHE="$PWD/build/obj/cake"
[[ build/obj/cake.whole -nt build/obj/cake && build/obj/cake.whole -nt build/build.cake ]] || rm -rf build/obj/cake
# The manifest pins the versions; restoring again costs a second, so it is done when the manifest is newer. A tool that
# starts has found its SDK.
stamp=build/obj/tools.restored
if [[ ! $stamp -nt .config/dotnet-tools.json ]] || ! dotnet cake --version >/dev/null 2>&1; then
  require dotnet 10 "the .NET SDK 10 (install it from https://dotnet.microsoft.com/download)"
  dotnet tool restore --verbosity quiet
  rm -rf build/obj/cake # made by the Cake before
  mkdir -p "${stamp%/*}" && touch "$stamp"
fi
exec dotnet cake build/build.cake "$@"
