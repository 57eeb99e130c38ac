#!/usr/bin/env bash
# Formatting, lints for both targets, documentation. Warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh
.ci/node.sh
. .ci/env.sh
say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
say "formatting"
cargo fmt --check
cargo fmt --check --manifest-path fuzz/Cargo.toml
tests/e2e/node_modules/.bin/prettier --check --config tests/e2e/prettier.json index.html "src/**/*.{js,mjs}" "style/*.css" "tests/**/*.{mjs,html,json,js,ts,jsx,tsx}" ".ci/**/*.mjs" "assets/**/*.{js,ts,json,html,css,yml}" ".github/**/*.{yml,md}" "docs/*.md" CHANGELOG.md "assets/**/*.md" --ignore-path .gitignore
say "lints, native"
cargo clippy --all-targets -- -D warnings
say "lints, WebAssembly"
cargo clippy --target wasm32-unknown-unknown --lib --test web -- -D warnings
say "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items
