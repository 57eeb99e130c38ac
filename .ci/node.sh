#!/usr/bin/env bash
# Installs what the tests and the formatter need from npm, or what the folders of tests/ need that are named, once for each
# change of a lock file.
set -euo pipefail
cd "$(dirname "$0")/../tests"
folders=("$@")
[ $# -gt 0 ] || folders=(e2e site)
for folder in "${folders[@]}"; do
  cmp -s $folder/package-lock.json $folder/node_modules/.installed && continue
  printf '\033[1m==> installing from npm for tests/%s\033[0m\n' $folder
  (cd $folder && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit && cp package-lock.json node_modules/.installed)
done
