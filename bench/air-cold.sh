#!/usr/bin/env bash
# Cold processes: `lanshao air evaluate` on 12 stations × 4 years of hourly CSV to all figures, as table and as JSON, Release build; beside it
# data.table's fread of the same files where R is there, and `cat` of them. Median of N.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
dotnet build src/Lanshao -c Release -v q -nologo >/dev/null
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
data=$(mktemp -d); trap 'rm -rf "$data"' EXIT
dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll air-files "$data"
du -sh "$data" | awk '{ print "CSV:", $1 }'
median() { sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
timed() { local from to; from=$(date +%s%N); "$@" >/dev/null; to=$(date +%s%N); echo $(( (to - from) / 1000000 )); }
ours() { dotnet artifacts/bin/Lanshao/release/lanshao.dll air evaluate "$data"/*.csv --edition 2012 "$@"; }
ours >/dev/null
echo "air evaluate, table: $(for _ in $(seq "$runs"); do timed ours; done | median) ms; --json: $(for _ in $(seq "$runs"); do timed ours --json; done | median) ms; an empty verb: $(for _ in $(seq "$runs"); do timed dotnet artifacts/bin/Lanshao/release/lanshao.dll round --value 1 --decimals 0; done | median) ms; cat: $(for _ in $(seq "$runs"); do timed cat "$data"/*.csv; done | median) ms"
if command -v Rscript >/dev/null; then
  echo "fread alone: $(for _ in $(seq "$runs"); do timed Rscript -e "for (f in commandArgs(TRUE)) data.table::fread(f)" "$data"/*.csv; done | median) ms"
else
  echo "fread: no R here"
fi
