#!/usr/bin/env bash
# Resident memory of the site, a first start and a later one on the same folder: at the ready line, after the first page, after some dozens of pages.
# usage: bench/resident.sh [NAME=VALUE of the environment ...]
set -euo pipefail
cd "$(dirname "$0")/.."
[ -e artifacts/bin/Lanshao/release/lanshao.dll ] || dotnet build src/Lanshao -c Release -v q -nologo >/dev/null
folder=$(mktemp -d); server=
trap '[ -z "$server" ] || { kill -TERM $server; wait $server; } 2>/dev/null; rm -rf "$folder"' EXIT
tell() { awk -v what="$1" '/VmRSS|RssAnon|RssFile|RssShmem/ { line = line sprintf("  %s %d MB", $1, $2 / 1024) } END { print what line }' "/proc/$server/status"; }
for start in first later; do
  env "$@" dotnet artifacts/bin/Lanshao/release/lanshao.dll demo --data "$folder/demo" --urls http://127.0.0.1:0 --set web.query-seconds=300 >"$folder/log" & server=$!
  until grep -q '^Lanshao ready: ' "$folder/log"; do kill -0 $server || exit 1; sleep 0.05; done
  url=$(sed -n 's/^Lanshao ready: //p' "$folder/log")
  tell "$start start, ready:      "
  curl -s -o /dev/null "$url/"
  tell "$start start, first page: "
  for round in 1 2 3; do
    for page in / /tasks /targets /plans /air /rankings /water /reports /imports /search?q=街道 /units /system/audit /system/jobs /system/status; do curl -s -o /dev/null "$url$page"; done
  done
  tell "$start start, 42 pages:   "
  kill -TERM $server; wait $server; server=
done
