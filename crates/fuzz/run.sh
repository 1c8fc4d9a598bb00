#!/usr/bin/env bash
# Runs every fuzz target for some seconds on its committed corpus, and says how many executions that were:
# `crates/fuzz/run.sh SECONDS [TARGET…]`. Needs a nightly toolchain; what it finds anew stays in target/fuzz. Chance begins with
# FUZZ_SEED, so that a run can be made again; 0 is another each time.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1 && shift
fuzz=crates/fuzz
work=${CARGO_TARGET_DIR:-target}/fuzz

if ! cargo +nightly --version >/dev/null 2>&1; then
    echo "skipped: no nightly Rust (rustup toolchain install nightly --profile minimal)"
    exit 0
fi
if ! command -v c++ >/dev/null; then
    echo "skipped: no compiler of C++, which libFuzzer needs (apt-get install g++)"
    exit 0
fi
cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --locked --quiet

# The code has no unsafe parts, so that a sanitizer of addresses would find nothing, slowly.
options=(--fuzz-dir "$fuzz" --sanitizer none --release --target-dir "$work")
cargo +nightly fuzz build "${options[@]}"
[ $# -gt 0 ] || set -- $(cargo +nightly fuzz list --fuzz-dir $fuzz)
for target in "$@"; do
    mkdir -p "$work/found/$target" "$work/artifacts/$target"
    # The command line tells every broken record on standard error.
    mask=$([ "$target" = files ] && echo 2 || echo 0)
    log="$work/$target.log"
    cargo +nightly fuzz run "${options[@]}" "$target" "$work/found/$target" "$fuzz/corpus/$target" -- \
        -max_total_time="$seconds" -seed="${FUZZ_SEED:-1}" -timeout=10 -max_len=512 -dict=$fuzz/dictionary.txt \
        -artifact_prefix="$work/artifacts/$target/" -close_fd_mask="$mask" -print_final_stats=1 >"$log" 2>&1 ||
        { tail -n 40 "$log"; echo "$target: a law is broken, see $log"; exit 1; }
    echo "$target: $(grep -a -o 'number_of_executed_units: *[0-9]*' "$log" | grep -o '[0-9]*$') executions"
done
