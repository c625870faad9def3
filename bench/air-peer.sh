#!/usr/bin/env bash
# Ratios in one run against R data.table (Debian: r-cran-data.table): hours of 100 stations × 4 years read from CSV, and a year of 1,000 stations to
# all figures. Both on all cores, in turns; a ratio above 1 is faster than the peer. With --small a tenth of each, to see that it runs.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v Rscript >/dev/null || { echo "needs R with data.table"; exit 1; }
stations=1000 files=100
[ "${1:-}" = --small ] && stations=100 files=10
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
ours() { dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll "$@"; }
data=$(mktemp -d); trap 'rm -rf "$data"' EXIT
best() { awk 'match($0, /best [0-9.]+/) { print substr($0, RSTART + 5, RLENGTH - 5) }' "$data/$1" | sort -n | head -1; }
ratio() { awk -v what="$1" -v ours="$(best "$2")" -v peer="$(best "$3")" 'BEGIN { printf "ratio, %s: %.3f s against %.3f s of the peer = %.2f\n", what, ours, peer, peer / ours }'; }
mkdir "$data/hours"
ours air-files "$data/hours" "$files"
for _ in 1 2; do
  ours air-read "$data/hours" | tee -a "$data/read"
  Rscript bench/air-peer.R read "$data/hours" | tee -a "$data/peer-read"
done
ours air-year "$stations" | tee "$data/year"
Rscript bench/air-peer.R year "$stations" | tee "$data/peer-year"
ratio "reading $files stations × 4 years" read peer-read
ratio "a year of $stations stations" year peer-year
