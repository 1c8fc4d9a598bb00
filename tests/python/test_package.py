"""The package: names, documentation, types."""

import doctest
import importlib.metadata
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

import notaverbale as nv
from conftest import needs

ROOT = Path(__file__).parents[2]
PUBLIC = [name for name in nv.__all__ if name != "__version__"]


def test_version():
    assert nv.__version__ == importlib.metadata.version("notaverbale")


def test_all_is_all():
    assert sorted(nv.__all__) == list(nv.__all__)
    modules = set(
        "_corpus _counts _errors _frames _native _progress _tables _view".split()
        + "batches pandas plot polars sklearn".split()
    )
    assert {name for name in vars(nv) if not name.startswith("__")} - modules == set(PUBLIC)


def test_the_installed_package_is_tested():
    assert "site-packages" in nv.__file__, f"{nv.__file__} is not the installed wheel"
    folder = Path(nv.__file__).parent
    assert (folder / "py.typed").is_file()
    assert (folder / "_native.pyi").is_file()


def test_what_travels_with_it():
    """Licences of code, models and the crates compiled in, and the bill of materials; no other package."""
    package = importlib.metadata.distribution("notaverbale")
    assert all("extra ==" in requirement for requirement in package.requires)
    folder = next(file.locate().parent for file in package.files if file.name == "METADATA")
    for licence in package.metadata.get_all("License-File"):
        assert (folder / "licenses" / licence).read_bytes() == (ROOT / licence).read_bytes()
    names = {Path(licence).stem for licence in package.metadata.get_all("License-File")}
    assert names == {"LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY", "LICENSE", "README"}
    bill = json.loads((folder / "sboms" / "notaverbale-python.cyclonedx.json").read_bytes())
    assert bill["bomFormat"] == "CycloneDX"
    parts = {part["name"]: part["version"] for part in bill["components"]}
    assert parts["notaverbale"] == nv.__version__
    assert {"arrow-array", "pulp", "pyo3"} <= set(parts)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_has_a_docstring(name):
    thing = getattr(nv, name)
    assert inspect.getdoc(thing)
    if inspect.isclass(thing):
        for member, value in vars(thing).items():
            if not member.startswith("_"):
                assert inspect.getdoc(value), f"{name}.{member}"
    else:
        for section in ("Args:", "Returns:", "Raises:", "Examples:"):
            assert section in inspect.getdoc(thing)


@pytest.mark.parametrize("name", ["notaverbale", *PUBLIC])
def test_examples(name):
    """Those of the compiled classes and functions too, which `--doctest-modules` does not look for."""
    thing = nv if name == "notaverbale" else getattr(nv, name)
    found = doctest.DocTestFinder(recurse=name != "notaverbale").find(thing, name, module=False, globs={})
    assert sum(len(test.examples) for test in found), "no example"
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for test in found:
        runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


@needs("mypy")
def test_the_stub_is_true(tmp_path):
    """The stub file says what the module has; `mypy.stubtest` compares."""
    settings = tmp_path / "mypy.ini"
    optional = "[mypy-matplotlib.*,pandas.*,polars.*,pyarrow.*,sklearn.*,tqdm.*]"
    settings.write_text(f"[mypy]\n{optional}\nfollow_imports = skip\nignore_missing_imports = True\n")
    command = [sys.executable, "-m", "mypy.stubtest", "notaverbale", "--mypy-config-file", str(settings)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


USE = """
import notaverbale as nv

document = nv.analyze("Peru thanked Chile.", author=None, date="2024-05-01", id=3)
for statement in document.statements:
    for span in statement.content:
        start: int = span.start_char
    speaker: str | None = statement.speaker
corpus = nv.analyze_many(["Peru", None], progress=lambda done, total: None, threads=1)
rows: list[dict[str, object]] = corpus.to_dicts()
sentences: list[nv.Sentence] = nv.sentences("Peru")
reveal_type(document.stances[0].target)
document.stances[0].act = "warn"
nv.analyze(3)
nv.analyze_many(["Peru"], thread=1)
"""


@needs("mypy")
def test_a_type_checker_reads_the_stub(tmp_path):
    (tmp_path / "use.py").write_text(USE)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "use.py"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path)
    lines = result.stdout.splitlines()
    lines = [
        line.split(": ", 1)[1] for line in lines if line.startswith("use.py") and "note: Possible" not in line
    ]
    assert lines[0] == 'note: Revealed type is "tuple[notaverbale._native.Span, ...]"'
    assert [line.split("[")[-1] for line in lines if line.startswith("error")] == [
        "misc]",
        "arg-type]",
        "call-arg]",
    ], lines
