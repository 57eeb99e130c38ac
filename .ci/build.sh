#!/usr/bin/env bash
# Builds the release into dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh
. .ci/env.sh
printf '\033[1m==> building the release\033[0m\n'
# No path of this machine in the wasm: whoever builds a commit gets the same bytes. These are added to what .cargo/config.toml says.
# Cargo splits them at spaces, so a path with one stays as it is.
for place in "${CARGO_HOME:-$HOME/.cargo}/registry/src=crates" "$PWD=."; do
  case $place in *' '*) ;; *) flags="${flags:-} --remap-path-prefix=$place" ;; esac
done
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}${flags:-}"
trunk build --release --offline
