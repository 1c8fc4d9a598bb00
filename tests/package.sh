#!/usr/bin/env bash
# Packages the crates that are published, and runs the README's Rust example in a fresh crate over the packaged core, with
# its default features and without. Prints how large the packages are, and how many crates are compiled beside the core.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=$(realpath -m "${CARGO_TARGET_DIR:-target}")/package

rm -f "$packages"/*.crate
cargo package --quiet --allow-dirty -p notaverbale -p notaverbale-cli
for package in "$packages"/*.crate; do
  size=$(stat -c %s "$package")
  echo "$(basename "$package"): $((size / 1000)) kB"
  ((size < 10000000)) || { echo "a package must have less than 10 MB" >&2; exit 1; }
done

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
tar xzf "$packages"/notaverbale-[0-9]*.crate -C "$fresh"
example=$(awk '/^```/ { inside = /^```rust/; next } inside' README.md)
export CARGO_TARGET_DIR=$fresh/target
for features in "" --no-default-features; do
  crate=$fresh/reader$features
  cargo init --quiet --vcs none --name reader "$crate"
  cd "$crate"
  cargo add --quiet --path "$fresh"/notaverbale-* $features
  echo "fn main() { $example }" >src/main.rs
  cargo run --quiet
  others=$(cargo tree --edges normal --prefix none --no-dedupe | grep -vE '^(reader|notaverbale) ' | sort -u | wc -l)
  echo "notaverbale ${features:-with default features}: runs, with $others other crates"
done
