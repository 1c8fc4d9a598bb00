#!/usr/bin/env bash
# release/debian.sh FOLDER PACKAGE[:ARCH]…: unpacks Debian packages into FOLDER, of amd64 and arm64 alike. The machine stays
# as it is: nothing is installed, and what apt knows of other architectures lies in FOLDER too.
set -euo pipefail
command -v apt-get >/dev/null || { echo "needs Debian's apt-get"; exit 1; }
mkdir -p "$1/apt/lists/partial" "$1/apt/archives/partial"
folder=$(realpath "$1")
shift
touch "$folder/apt/status"
options=(-q -o APT::Architectures::=amd64 -o APT::Architectures::=arm64 -o APT::Sandbox::User=root
	-o Dir::State::status="$folder/apt/status" -o Dir::State::lists="$folder/apt/lists" -o Dir::Cache="$folder/apt")
apt-get "${options[@]}" update >/dev/null
cd "$folder/apt"
apt-get "${options[@]}" download "$@"
for package in ./*.deb; do dpkg-deb --extract "$package" "$folder"; done
