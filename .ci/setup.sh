#!/usr/bin/env bash
# Installs what building needs, in pinned versions under .tools/. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/env.sh

TRUNK=0.21.14
BINARYEN=132
say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
stop() { printf 'Cannot go on: %s\n' "$*" >&2; exit 1; }

command -v cargo >/dev/null || stop "cargo is missing. Install Rust 1.91 or newer, from rustup.rs or your system's packages."
command -v npm >/dev/null || stop "node and npm are missing. Install Node.js 20 or newer, from nodejs.org or your system's packages."
minor=$(rustc --version | sed -E 's/^rustc 1\.([0-9]+)\..*/\1/')
[ "$minor" -ge 91 ] 2>/dev/null || stop "Rust 1.91 or newer is needed, this is $(rustc --version). Run: rustup update"

libdir=$(rustc --print target-libdir --target wasm32-unknown-unknown)
if ! ls "$libdir"/libstd-*.rlib >/dev/null 2>&1; then
  command -v rustup >/dev/null || stop "this Rust cannot build for WebAssembly. Install its wasm32-unknown-unknown target with your system's packages."
  say "adding Rust's WebAssembly target"
  rustup target add wasm32-unknown-unknown || stop "rustup could not add the target wasm32-unknown-unknown. Is the network there?"
fi

mkdir -p .tools
if [ "$(trunk --version 2>/dev/null)" != "trunk $TRUNK" ]; then
  say "installing Trunk $TRUNK under .tools (about 8 minutes on 2 cores, once)"
  cargo install "trunk@$TRUNK" --locked --root .tools --force
fi

# The two must be the same to the digit, or wasm-bindgen refuses to work.
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $bindgen" ]; then
  say "installing wasm-bindgen $bindgen under .tools (about 3 minutes on 2 cores, once)"
  # Without --locked: the lock file it was published with names a version that is no longer there.
  cargo install "wasm-bindgen-cli@$bindgen" --root .tools --force
fi

if [ "$(wasm-opt --version 2>/dev/null | sed -E 's/.*version ([0-9]+).*/\1/')" != "$BINARYEN" ]; then
  say "installing wasm-opt $BINARYEN under .tools"
  npm install --prefix .tools --no-fund --no-audit "binaryen@$BINARYEN"
fi
