#!/usr/bin/env bash
# Home page of the sample district under load: p50 and p99 at 16 keep-alive connections after warm-up, first page after start, resident memory.
# Client and server share this machine's cores.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
data=$(mktemp -d); log=$(mktemp)
dotnet artifacts/bin/Lanshao/release/lanshao.dll demo --data "$data/demo" --urls http://127.0.0.1:0 >"$log" & server=$!
trap 'kill -TERM $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$data" "$log"' EXIT
started=$(date +%s%N)
until grep -q '^Lanshao ready: ' "$log"; do kill -0 $server || exit 1; sleep 0.05; done
ready=$(date +%s%N)
url=$(sed -n 's/^Lanshao ready: //p' "$log")
echo "ready after $(( (ready - started) / 1000000 )) ms"
curl -s -o /dev/null -w 'first page %{time_total} s\n' "$url/"
dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll load "$url/" 16 10
awk '/VmRSS/ { printf "resident %.0f MB\n", $2 / 1024 }' "/proc/$server/status"
