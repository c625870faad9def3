#!/usr/bin/env bash
# Ratios in one run against R data.table (Debian: r-cran-data.table): hours of 100 stations × 4 years read from CSV, and a year of 1,000 stations to all figures.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v Rscript >/dev/null || { echo "needs R with data.table"; exit 1; }
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
ours() { dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll "$@"; }
data=$(mktemp -d); trap 'rm -rf "$data"' EXIT
ours air-files "$data" 100
for _ in 1 2; do ours air-read "$data"; Rscript bench/air-peer.R read "$data"; done
ours air-year
Rscript bench/air-peer.R year
