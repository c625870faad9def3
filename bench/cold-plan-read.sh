#!/usr/bin/env bash
# Cold processes, in alternating pairs in one run: `lanshao plan read` against `pandoc FILE -t json` on the reference plan, Release build.
# Prints the median and the least of wall time and of CPU time (user + system); pairs make the ratio robust against other work on the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
file=${LANSHAO_REFERENCE:-../shared}/documents/plan-2022.docx; runs=${1:-20}
[ "${2:-}" = nobuild ] || dotnet build src/Lanshao -c Release -v q -nologo >/dev/null
ours() { artifacts/bin/Lanshao/release/lanshao plan read "$file" --json; }
theirs() { pandoc "$file" -t json; }
timed() { local TIMEFORMAT='%R %U %S'; { time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }'; }
figures() { for column in 1 2; do cut -d' ' -f$column "$1" | sort -n | awk '{ t[NR] = $1 } END { printf "%d (least %d) ", t[int((NR + 1) / 2)], t[1] }'; done; }
results=$(mktemp -d); trap 'rm -rf "$results"' EXIT
timed ours >/dev/null; timed theirs >/dev/null
for _ in $(seq "$runs"); do timed ours >>"$results/ours"; timed theirs >>"$results/theirs"; done
for one in ours theirs; do
  read -r wall _ leastWall cpu _ leastCpu <<<"$(figures "$results/$one" | tr -d '()')"
  printf '%-7s wall %4d ms median, %4d ms least; CPU %4d ms median, %4d ms least\n' "$one" "$wall" "$leastWall" "$cpu" "$leastCpu"
done
