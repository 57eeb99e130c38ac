#!/usr/bin/env bash
# Installs what the browser tests and the formatter need from npm, once for each change of the lock file.
set -euo pipefail
cd "$(dirname "$0")/../tests/e2e"
if ! cmp -s package-lock.json node_modules/.installed; then
  printf '\033[1m==> installing the test tools from npm\033[0m\n'
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit
  cp package-lock.json node_modules/.installed
fi
