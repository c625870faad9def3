#!/usr/bin/env bash
# Cold processes: `lanshao air evaluate` on 12 stations × 4 years of hourly CSV to all figures, as table and as JSON, Release build; beside it
# data.table's fread of the same files where R is there, and `cat` of them. Median of N. The bound is 450 ms: a ratio above 1 is below it.
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
repeat() { for _ in $(seq "$runs"); do timed "$@"; done | median; }
lanshao() { dotnet artifacts/bin/Lanshao/release/lanshao.dll "$@"; }
ours() { lanshao air evaluate "$data"/*.csv --edition 2012 "$@"; }
ours >/dev/null
table=$(repeat ours) json=$(repeat ours --json)
echo "air evaluate, table: $table ms; --json: $json ms; an empty verb: $(repeat lanshao round --value 1 --decimals 0) ms; cat: $(repeat cat "$data"/*.csv) ms"
awk -v ms="$table" 'BEGIN { printf "ratio, bound of 450 ms to ours: %.2f\n", 450 / ms }'
if command -v Rscript >/dev/null; then
  fread=$(repeat Rscript -e "for (f in commandArgs(TRUE)) data.table::fread(f)" "$data"/*.csv)
  awk -v ms="$table" -v fread="$fread" 'BEGIN { printf "ratio, fread alone (%d ms) to ours: %.2f\n", fread, fread / ms }'
else
  echo "fread: no R here"
fi
