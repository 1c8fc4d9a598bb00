"""What a release hands out (`make wheels`), in fresh environments: nothing else is installed there."""

import os
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "target"
DIST = TARGET / "dist"
TEXTS = sorted(path.relative_to(ROOT) for path in (ROOT / "tests" / "texts").glob("*.txt"))
VERSION = re.search(r'^version = "(.+)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]
NAME = f"notaverbale-{VERSION}"
WHEELS = {
    kind: f"{NAME}-cp310-abi3-manylinux2014_{kind}.manylinux_2_17_{kind}.whl"
    for kind in ("x86_64", "aarch64")
}
SDIST = f"{NAME}.tar.gz"

#: What is asked of the program: every command and format, and every page of help.
QUESTIONS = [
    *(["analyze", "--format", form, *TEXTS] for form in ("table", "jsonl", "html")),
    *(["analyze", "--format", "csv", "--rows", rows, *TEXTS] for rows in ("statements", "stances")),
    ["sentences", *TEXTS],
    ["parse", *TEXTS],
    ["--version"],
    *([*command, "--help"] for command in ([], ["analyze"], ["sentences"], ["parse"])),
]

USE = """
import notaverbale as nv

[stance] = nv.analyze("Peru thanked Chile for its help.").stances
print(nv.__version__, stance.holder, stance.act, stance.addressee, stance.target_text, sep=", ")
"""


def interpreters():
    """The Pythons that pyproject.toml names, where pyenv or the path has them."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for version in re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text()):
        name = f"python{version}"
        found = [*pyenv.glob(f"versions/{version}.*/bin/{name}"), shutil.which(name)]
        missing = pytest.mark.skipif(found == [None], reason=f"no {name}")
        yield pytest.param(found[0], id=name, marks=missing)


PYTHONS = pytest.mark.parametrize("python", list(interpreters()))


def run(*command, **options):
    result = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert result.returncode == 0, result.stderr
    return result.stdout


def answers(*program, **options):
    """What the program says to each question."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return [run(*program, *question, cwd=ROOT, env=environment, **options) for question in QUESTIONS]


@pytest.fixture(scope="module")
def expected():
    """What the program that `cargo install` makes says."""
    return answers(TARGET / "program" / "bin" / "notaverbale")


def install(python, folder, *what):
    """A fresh environment, with the package alone."""
    run(python, "-m", "venv", folder)
    run(folder / "bin" / "pip", "install", "-q", *what)
    assert run(folder / "bin" / "python", "-c", USE) == f"{VERSION}, Peru, praise, Chile, its help\n"
    assert re.fullmatch("notaverbale @ .*\n", run(folder / "bin" / "pip", "freeze"))
    return folder / "bin" / "notaverbale"


@PYTHONS
def test_the_wheel_is_the_program_of_cargo(python, tmp_path, expected):
    program = install(python, tmp_path, "--no-index", DIST / WHEELS["x86_64"])
    assert answers(program) == expected


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """The sdist, unpacked far from the workspace."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(DIST / SDIST) as archive:
        archive.extractall(folder)
    return folder / NAME


@PYTHONS
def test_the_sdist_builds_away_from_the_workspace(python, tmp_path, source, expected):
    program = install(python, tmp_path, source)
    assert answers(program) == expected


def test_the_wheel_for_aarch64_says_the_same(tmp_path, expected):
    """On a machine of another kind, QEMU runs Debian's Python for it."""
    debian = TARGET / "debian-python"
    if not (debian / "usr" / "bin" / "python3.11").exists():
        if not shutil.which("apt-get"):
            pytest.skip("no apt-get to fetch QEMU and a Python for aarch64 with")
        packages = "python3.11-minimal libpython3.11-minimal libpython3.11-stdlib libc6 libexpat1 zlib1g"
        arm64 = [f"{package}:arm64" for package in packages.split()]
        run(ROOT / "release" / "debian.sh", debian, "qemu-user-static:amd64", *arm64)
    with zipfile.ZipFile(DIST / WHEELS["aarch64"]) as wheel:
        wheel.extractall(tmp_path)
    qemu = [debian / "usr" / "bin" / "qemu-aarch64-static", "-L", debian, "-E", f"PYTHONPATH={tmp_path}"]
    python = [*qemu, debian / "usr" / "bin" / "python3.11"]
    assert run(*python, "-c", "import platform; print(platform.machine())") == "aarch64\n"
    assert answers(*python, "-m", "notaverbale") == expected


def test_there_is_nothing_else():
    assert {path.name for path in DIST.iterdir()} == {*WHEELS.values(), SDIST}
