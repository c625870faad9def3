#!/usr/bin/env bash
# `lanshao readings import` of 12 stations × 4 years of hourly CSV into an empty SQLite folder, Release build: values a second, the process's start
# included; and the same files again, which bring nothing. The aim is 100,000 values a second.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/Lanshao -c Release -v q -nologo >/dev/null
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
data=$(mktemp -d); trap 'rm -rf "$data"' EXIT
dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll air-files "$data/csv" "${1:-12}"
import() { dotnet artifacts/bin/Lanshao/release/lanshao.dll readings import "$data"/csv/*.csv --data "$data/folder" --pack packs/dongcheng --tier 国控 --json 2>/dev/null; }
added() { grep -oE '"added": ?[0-9]+' | head -1 | grep -oE '[0-9]+$'; }
TIMEFORMAT='%R %U %S'
for run in first again; do
  { time import >"$data/$run"; } 2>"$data/time"
  read -r wall user system <"$data/time"
  awk -v run="$run" -v values="$(added <"$data/$run")" -v wall="$wall" -v cpu="$user $system" 'BEGIN {
    split(cpu, parts, " "); cpu = parts[1] + parts[2]
    if (run == "first") printf "import: %d values in %.1f s = %.0f values/s, ratio to 100,000: %.2f; %.1f s of CPU = %.0f values/s\n", values, wall, values / wall, values / wall / 100000, cpu, values / cpu
    else printf "the same files again: %d new values in %.1f s\n", values, wall }'
done
