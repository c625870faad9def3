#!/usr/bin/env bash
# Frames into the journal in PostgreSQL beside a bare binary copy into the same keyed table, on a server of its own on the loopback.
# usage: bench/postgres.sh [FRAMES]
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
folder=$(mktemp -d); as=()
# PostgreSQL does not run as root.
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; as=(runuser -u postgres --); fi
trap '"${as[@]}" "$bin/pg_ctl" -D "$folder/db" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/db" -U lanshao -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/db" -w -l "$folder/log" -o "-c listen_addresses= -c unix_socket_directories=$folder -c max_wal_size=4GB" start >/dev/null
"${as[@]}" "$bin/createdb" -h "$folder" -U lanshao bench
cd - >/dev/null
dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll postgres "Host=$folder;Username=lanshao;Database=bench" "${1:-100000}"
