#!/usr/bin/env bash
# Many connections at a steady rate against a gateway of its own process, how long 9014 takes; then the gateway without storage beside a plain echo.
# usage: bench/gateway.sh [CONNECTIONS] [FRAMES_A_SECOND] [SECONDS]
# Client and server share this machine's cores.
set -euo pipefail
cd "$(dirname "$0")/.."
connections=${1:-2000}; rate=${2:-5000}; seconds=${3:-30}
ulimit -n "$(ulimit -Hn)"
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
program=artifacts/bin/Lanshao/release/lanshao.dll; bench=artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll
folder=$(mktemp -d); server=
trap '[ -z "$server" ] || { kill -TERM $server; wait $server; } 2>/dev/null; rm -rf "$folder"' EXIT
dotnet $program serve --data "$folder/data" --urls http://127.0.0.1:0 --gateway 127.0.0.1:0 >"$folder/log" & server=$!
until grep -q '^Lanshao gateway: ' "$folder/log"; do kill -0 $server || exit 1; sleep 0.05; done
dotnet $bench connections "$(sed -n 's/^Lanshao gateway: //p' "$folder/log")" "$connections" "$rate" "$seconds"
awk '/VmRSS/ { printf "gateway process: resident %.0f MB", $2 / 1024 }' "/proc/$server/status"
awk '{ printf ", %.1f s of processor time\n", ($14 + $15) / 100 }' "/proc/$server/stat"
kill -TERM $server; wait $server || true; server=
dotnet $bench echo "$connections" 5
