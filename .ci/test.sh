#!/usr/bin/env bash
# Every test there is.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh
.ci/node.sh
.ci/browser.sh
.ci/servers.sh
. .ci/env.sh
say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
say "native tests"
cargo test
say "tests of the browser room, in headless Chromium"
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER="$(command -v chromedriver)" \
  cargo test --target wasm32-unknown-unknown --test web
.ci/build.sh
say "packing the release"
node .ci/release.mjs
say "what a person does, in headless Chromium"
(cd tests/e2e && npx playwright test)
say "all tests passed"
