#!/usr/bin/env bash
# Builds the release into dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh
. .ci/env.sh
# The loader is written last, so it is as old as the build.
inputs=(src style assets index.html Cargo.toml Cargo.lock Trunk.toml .cargo .ci)
if [ -e dist/blog-explorer.js ] && [ -z "$(find "${inputs[@]}" -newer dist/blog-explorer.js -print -quit)" ]; then
  echo "dist/ is as new as its sources: nothing to build"
  exit
fi
printf '\033[1m==> building the release\033[0m\n'
# No path of this machine in the wasm: whoever builds a commit gets the same bytes. These are added to what .cargo/config.toml says.
# Cargo splits them at spaces, so a path with one stays as it is.
for place in "${CARGO_HOME:-$HOME/.cargo}/registry/src=crates" "$PWD=."; do
  case $place in *' '*) ;; *) flags="${flags:-} --remap-path-prefix=$place" ;; esac
done
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}${flags:-}"
trunk build --release --offline
