#!/usr/bin/env bash
# Cold processes, side by side in one run: `lanshao plan read` against `pandoc FILE -t json` on the reference plan, Release build. Median of N.
set -euo pipefail
cd "$(dirname "$0")/.."
file=${LANSHAO_REFERENCE:-../shared}/documents/plan-2022.docx; runs=${1:-15}
dotnet build src/Lanshao -c Release -v q -nologo >/dev/null
median() { sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
timed() { local from to; from=$(date +%s%N); "$@" >/dev/null || true; to=$(date +%s%N); echo $(( (to - from) / 1000000 )); }
ours() { dotnet artifacts/bin/Lanshao/release/lanshao.dll plan read "$file" --pack packs/dongcheng --json; }
ours >/dev/null || true; pandoc "$file" -t json >/dev/null
a=$(for _ in $(seq "$runs"); do timed ours; done | median)
b=$(for _ in $(seq "$runs"); do timed pandoc "$file" -t json; done | median)
echo "lanshao plan read: $a ms; pandoc -t json: $b ms (median of $runs cold processes each)"
