#!/usr/bin/env bash
# Fuzzes each target for so many seconds, from the corpus where it is beside this repository: fuzz/run.sh SECONDS [TARGET…]
# A crash is kept in fuzz/artifacts and ends the run with an error.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/env.sh
seconds=${1:-60}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(any xml feed json lines packed)
say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
stop() { printf 'Cannot go on: %s\n' "$*" >&2; exit 1; }

rustup toolchain list 2>/dev/null | grep -q nightly || stop "fuzzing needs a nightly Rust. Run: rustup toolchain install nightly --profile minimal"
if ! command -v cargo-fuzz >/dev/null; then
  say "installing cargo-fuzz under .tools (about 2 minutes on 2 cores, once)"
  cargo install cargo-fuzz --locked --root .tools
fi

# The seeds of all targets are alike: what one takes for a feed teaches the words of it to the other.
seeds=fuzz/corpus/seeds
mkdir -p "$seeds"
if [ -d ../shared/corpus ]; then
  find ../shared/corpus -type f -size -64k ! -name expected.json ! -name '*.md' ! -name '*.tsv' -print0 |
    while IFS= read -r -d '' file; do
      cp -n "$file" "$seeds/$(printf '%s' "$file" | md5sum | cut -c1-16)"
    done
else
  say "no corpus in ../shared/corpus: fuzzing begins from nothing"
fi

for target in "${targets[@]}"; do
  mkdir -p "fuzz/corpus/$target"
  say "fuzzing $target for $seconds s"
  cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "$seeds" -- \
    -max_total_time="$seconds" -max_len=16384 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1
done
