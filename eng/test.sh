#!/usr/bin/env bash
# Builds everything and runs every test. The last line is "N passed, N failed, N skipped"; the exit code is 0 when nothing failed.
# eng/test.sh [PROJECT…] runs only these test projects (Lanshao.Libraries.Tests, Lanshao.Platform.Tests, Lanshao.Tests).
# With CI set, what a test needs and does not find is a failure; elsewhere it is a skip by name.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
projects=("$@")
[ $# -gt 0 ] || projects=(Lanshao.Libraries.Tests Lanshao.Platform.Tests Lanshao.Tests)
passed=0 failed=0 skipped=0

# What the tests start: a browser, a database, a message broker, and the office program that shows Word files as people see them.
needs() {
  [ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ] || echo chromium
  fc-list 2>/dev/null | grep -i 'Noto Sans CJK' >/dev/null || echo fonts-noto-cjk
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || echo rabbitmq-server
  command -v soffice >/dev/null || echo libreoffice-writer-nogui
  command -v pdftoppm >/dev/null || echo poppler-utils
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# The browser without windows shows a page in two thirds of the whole browser's processor time; without it the tests are the same, and slower.
install_quicker_browser() {
  [ ! -x /usr/bin/chromium-headless-shell ] && can_install || return 0
  echo "Installing chromium-headless-shell"
  DEBIAN_FRONTEND=noninteractive timeout 150 sh -c 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium-headless-shell' >/dev/null 2>&1 ||
    echo "Not to be had; the whole browser takes its place"
}

# In a container nothing that is installed begins to run by itself: the tests start their own database and broker. Elsewhere the machine's rule stands.
no_services() {
  [ -e /run/systemd/system ] || [ -e /usr/sbin/policy-rc.d ] || printf '#!/bin/sh\nexit 101\n' | install -m 755 /dev/stdin /usr/sbin/policy-rc.d
}

install_needs() {
  local missing
  install_quicker_browser
  mapfile -t missing < <(needs)
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! can_install; then
    echo "Missing, tests that need them are skipped: ${missing[*]}"
    return 0
  fi
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  no_services
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends fontconfig "${missing[@]}" >/dev/null
}

# One step outside the tests counts as one test that failed.
step() {
  echo "== $1"
  shift
  "$@" && return 0
  failed=$((failed + 1))
  return 1
}

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
  exit
}

run_project() {
  local log
  log=$(mktemp)
  echo "== $1"
  dotnet "artifacts/bin/$1/debug/$1.dll" -noColor >"$log" 2>&1
  local code=$? summary total good bad skips
  summary=$(grep -E '^ +[A-Za-z.]+ +Total: [0-9]+, Errors: ' "$log" | tail -n 1)
  if [ -z "$summary" ]; then
    tail -n 40 "$log"
    echo "$1 ended without a summary (exit code $code)"
    failed=$((failed + 1))
  else
    total=$(count Total "$summary") skips=$(count Skipped "$summary")
    bad=$(($(count Failed "$summary") + $(count Errors "$summary")))
    good=$((total - $(count Failed "$summary") - skips - $(count 'Not Run' "$summary")))
    [ "$bad" = 0 ] || cat "$log"
    grep -A1 -E '\[SKIP\]' "$log" | grep -v '^--'
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + skips))
    echo "$1: $good passed, $bad failed, $skips skipped, ${summary##*Time: }"
    [ "$code" = 0 ] || [ "$bad" != 0 ] || { echo "$1 ended with exit code $code"; failed=$((failed + 1)); }
  fi
  rm -f "$log"
}

count() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$2"; }

step "what the tests need" install_needs || finish
step "restore" dotnet restore Lanshao.slnx --locked-mode -v q || finish
step "build" dotnet build Lanshao.slnx --no-restore -v q || finish
# The build holds the rules of style; what is left, blanks and line ends, is seen in the files themselves, without compiling everything once more.
[ $# -gt 0 ] || step "format" dotnet format whitespace . --folder --exclude artifacts --verify-no-changes
for project in "${projects[@]}"; do run_project "$project"; done
finish
