"""What a release says of itself: its version, and what it takes to compile it."""

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
CARGO = (ROOT / "Cargo.toml").read_text(encoding="utf-8")


def first(pattern, text):
    return re.search(pattern, text, re.MULTILINE)[1]


def test_one_version():
    """Cargo.toml has it; wheels and crates take it from there, and who writes it down again agrees."""
    version = first(r'^version = "(.+)"', CARGO)
    assert set(re.findall(r'^notaverbale.*version = "(.+)"', CARGO, re.MULTILINE)) == {version}
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert first(r"^version: (.+)", (ROOT / "CITATION.cff").read_text(encoding="utf-8")) == version
    assert first(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")) == version


def test_no_crate_wants_a_newer_rust():
    oldest = numbers(first(r'^rust-version = "(.+)"', CARGO))
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    wanted = [(package["name"], package["rust_version"]) for package in metadata["packages"]]
    assert [crate for crate in wanted if crate[1] and numbers(crate[1]) > oldest] == []


def numbers(version):
    return [int(part) for part in version.split(".")]
