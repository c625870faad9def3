#!/usr/bin/env bash
# Makes the migration of one schema change for both stores: eng/migration.sh AddPlans
# eng/migration.sh --remove takes the newest one back (it must not have been released).
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?"usage: eng/migration.sh NAME | --remove"}
dotnet tool restore >/dev/null
dotnet build src/Lanshao.Platform -v q -nologo
for store in Sqlite Postgres; do
  folder=$([ "$store" = Sqlite ] && echo Sqlite || echo PostgreSql)
  common=(--project src/Lanshao.Platform --startup-project src/Lanshao.Platform --context "${store}LanshaoContext" --no-build)
  if [ "$name" = --remove ]; then
    dotnet ef migrations remove --force "${common[@]}"
    dotnet build src/Lanshao.Platform -v q -nologo
  else
    dotnet ef migrations add "$name" "${common[@]}" --output-dir "Storage/Migrations/$folder"
  fi
done
