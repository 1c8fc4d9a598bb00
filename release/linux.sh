#!/usr/bin/env bash
# release/linux.sh TARGET FOLDER: builds the manylinux2014 wheel for TARGET into FOLDER. The standard library is rustup's
# (`rustup target add TARGET`); where that one is missing, Debian's for aarch64, with the compiler that it belongs to.
set -euo pipefail
if [ ! -d "$(rustc --print target-libdir --target "$1")" ]; then
	debian=target/debian-rust
	version=$(apt-cache show rustc-web | sed -n 's/^Version: \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
	llvm=$(apt-cache depends "libstd-rust-web-$version" | grep -o 'libllvm[0-9]*')
	[ -x $debian/usr/bin/rustc ] ||
		release/debian.sh $debian rustc-web "libstd-rust-web-$version" "$llvm" libstd-rust-web-dev:{amd64,arm64}
	export LD_LIBRARY_PATH=$PWD/$debian/usr/lib/x86_64-linux-gnu RUSTC=$PWD/$debian/usr/bin/rustc
	echo "rustup has no $1 here; taken: Debian's $("$RUSTC" --version)"
fi
maturin build --release --locked --zig --compatibility manylinux2014 --target "$1" --out "$2"
