#!/usr/bin/env bash
# Builds the release into dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh
. .ci/env.sh
printf '\033[1m==> building the release\033[0m\n'
trunk build --release --offline
