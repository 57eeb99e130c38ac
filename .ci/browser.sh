#!/usr/bin/env bash
# Sees to a Chromium and its driver. Downloads nothing where they are.
set -euo pipefail
cd "$(dirname "$0")/../tests/e2e"
say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
has_chromium() { [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || node -e 'process.exit(require("fs").existsSync(require("@playwright/test").chromium.executablePath())?0:1)'; }
apt() {
  command -v apt-get >/dev/null || return 1
  local sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -yq "$@" </dev/null
}
if ! has_chromium; then
  say "installing Chromium"
  npx playwright install chromium 2>/dev/null || apt chromium chromium-driver \
    || { echo "Cannot go on: no Chromium. Install Chromium and its driver, then run this again." >&2; exit 1; }
fi
if ! command -v chromedriver >/dev/null; then
  say "installing Chromium's driver"
  apt chromium chromium-driver || { echo "Cannot go on: no chromedriver. Install the one that fits your Chromium, then run this again." >&2; exit 1; }
fi
