#!/usr/bin/env pwsh
# Restores the build tool and runs build/build.cake with the given arguments; its exit code is this script's.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Assert-Tool([string] $Command, [int] $Oldest, [string] $What) {
    $found = if (Get-Command $Command -ErrorAction SilentlyContinue) { "$(& $Command --version 2>$null)" -replace '^v', '' }
    $major = 0
    if (-not [int]::TryParse(("$found" -split '\.')[0], [ref] $major) -or $major -lt $Oldest) {
        [Console]::Error.WriteLine("This build needs $What.")
        exit 2
    }
}
Assert-Tool dotnet 10 'the .NET SDK 10 (install it from https://dotnet.microsoft.com/download)'
Assert-Tool node 20 'Node.js 20 or later with npm (install it from https://nodejs.org/en/download)'

$env:DOTNET_CLI_UI_LANGUAGE = 'en'; $env:DOTNET_NOLOGO = '1'; $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
dotnet tool restore --verbosity quiet
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet cake build/build.cake @args
exit $LASTEXITCODE
