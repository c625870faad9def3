#!/usr/bin/env bash
# Cold processes: `lanshao document check` on a made report of about 40 pages and on the reference report, Release build; median and least of wall and CPU time.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-10}; made=$(mktemp -d); trap 'rm -rf "$made"' EXIT
[ "${2:-}" = nobuild ] || dotnet build bench/Lanshao.Benchmarks -c Release -v q -nologo >/dev/null
dotnet artifacts/bin/Lanshao.Benchmarks/release/Lanshao.Benchmarks.dll check-file "$made/report-40-pages.docx"
timed() { local TIMEFORMAT='%R %U %S'; { time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }'; }
for file in "$made/report-40-pages.docx" "${LANSHAO_REFERENCE:-../shared}/documents/report-2024h1.docx"; do
  [ -e "$file" ] || continue
  timed artifacts/bin/Lanshao/release/lanshao document check "$file" --json >/dev/null
  for _ in $(seq "$runs"); do timed artifacts/bin/Lanshao/release/lanshao document check "$file" --json; done >"$made/times"
  for column in 1 2; do cut -d' ' -f$column "$made/times" | sort -n | awk -v name="$([ $column = 1 ] && echo wall || echo CPU)" '{ t[NR] = $1 } END { printf "%s %d ms median, %d ms least; ", name, t[int((NR + 1) / 2)], t[1] }'; done
  basename "$file"
done
