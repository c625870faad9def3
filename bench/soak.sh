#!/usr/bin/env bash
# Ten times a district's load (70,000 frames a minute) for some minutes, the server killed (-9) three times on the way; then whether an acknowledged frame or a reading is missing.
# usage: bench/soak.sh [MINUTES] [DEVICES] [FRAMES_A_MINUTE]
# Resident memory is sampled every five seconds; the samples stay in soak-memory.tsv beside the working directory's artifacts.
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-60}; devices=${2:-2400}; perMinute=${3:-70000}
ulimit -n "$(ulimit -Hn)"
dotnet build src/Lanshao -c Release -v q -nologo >/dev/null
program=artifacts/bin/Lanshao/release/lanshao.dll; samples=artifacts/soak-memory.tsv
folder=$(mktemp -d); server=; client=; watch=
trap 'for p in $watch $client $server; do kill -9 $p 2>/dev/null || true; done; rm -rf "$folder"' EXIT
gateway=127.0.0.1:0
serve() {
  : >"$folder/log"
  dotnet $program serve --data "$folder/data" --urls http://127.0.0.1:0 --gateway $gateway >"$folder/log" 2>>"$folder/errors" & server=$!
  until grep -q '^Lanshao gateway: ' "$folder/log"; do kill -0 $server || { cat "$folder/errors"; exit 1; }; sleep 0.05; done
  gateway=$(sed -n 's/^Lanshao gateway: //p' "$folder/log")
  echo $server >"$folder/pid"
}
sample() {
  printf 'seconds\tresident_mb\n' >$samples
  while sleep 5; do
    mb=$(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$(cat "$folder/pid")/status" 2>/dev/null) && printf '%s\t%s\n' $SECONDS "$mb" >>$samples
  done
}
serve
sample & watch=$!
seconds=$((minutes * 60)); began=$SECONDS
dotnet $program hj212 simulate --to $gateway --devices $devices --rate $(awk "BEGIN { print $perMinute / 60 }") --seconds $seconds --acks "$folder/acks.tsv" --json >"$folder/sent.json" & client=$!
for quarter in 1 2 3; do
  until [ $((SECONDS - began)) -ge $((seconds * quarter / 4)) ]; do sleep 1; done
  kill -9 $server; wait $server 2>/dev/null || true
  serve
  echo "killed and started again after $((SECONDS - began)) s"
done
wait $client; client=
echo "simulator: $(cat "$folder/sent.json")"
kill $watch; watch=
kill -TERM $server; wait $server || true; server=
echo "stored: $(dotnet $program reading count --data "$folder/data" --acks "$folder/acks.tsv" --json) of $(wc -l <"$folder/acks.tsv") acknowledged"
awk 'NR > 1 { if (NR == 2) first = $2; last = $2; if ($2 > most) most = $2 } END { printf "resident: first sample %d MB, most %d MB, last %d MB (%d samples in '$samples')\n", first, most, last, NR - 1 }' $samples
du -sm "$folder/data" | awk '{ print "data folder: " $1 " MB" }'
