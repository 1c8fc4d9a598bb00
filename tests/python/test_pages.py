"""The Python examples of README and documentation run, print what their comments say, and type-check."""

import contextlib
import importlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import needs

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
PAGES = ["README.md", *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").rglob("*.md"))]
#: A block with a title is not run here: it wants an engine of its own, and `tests/distributed` runs it.
BLOCK = re.compile(r"^```python\n(.*?)^```", flags=re.DOTALL | re.MULTILINE)


def blocks(page):
    return BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))


def test_there_are_examples():
    assert sum(len(blocks(page)) for page in PAGES) > 10


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)])
def test_examples_print_their_comments(page, monkeypatch, tmp_path):
    for library in re.findall(r"^(?:import|from) (\w+)", "\n".join(blocks(page)), flags=re.MULTILINE):
        if needs(library).args[0]:
            pytest.skip(f"{library} is not installed")
    monkeypatch.chdir(tmp_path)  # for what they write
    names = {}  # A later block goes on with the names of those before.
    for block in blocks(page):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block, page, "exec"), names)
        assert printed.getvalue().splitlines() == re.findall(r"^# ?(.*)$", block, flags=re.MULTILINE), block


def test_tables_of_speed_are_those_that_were_measured(monkeypatch):
    """`make bench` writes both; nobody mends a figure by hand."""
    folder = ROOT / "crates" / "notaverbale-dev" / "bench" / "side_by_side"
    monkeypatch.syspath_prepend(folder)
    pages = importlib.import_module("pages")
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    for name in pages.TABLES:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert pages.page(name, text, results) == text
        assert pages.TABLES[name](results)[-1] in text


def cells_of(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(notebook):
    """`make docs` makes them: kept, they would go stale."""
    assert cells_of(notebook)
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells_of(notebook))


@needs("pyright")
def test_pyright_has_nothing_to_say(tmp_path):
    """Of pages and notebooks, in its standard mode. It fetches itself when it is first run."""
    pyright = [sys.executable, "-m", "pyright"]
    options = {"capture_output": True, "text": True, "timeout": 300, "check": False, "cwd": tmp_path}
    if subprocess.run([*pyright, "--version"], **options).returncode:
        pytest.skip("pyright can't be fetched")
    for page in PAGES:
        (tmp_path / f"{Path(page).stem}.py").write_text("\n".join(blocks(page)), encoding="utf-8")
    for notebook in NOTEBOOKS:
        cells = ["".join(cell["source"]) for cell in cells_of(notebook)]
        # A cell's last line shows itself.
        code = "# pyright: reportUnusedExpression=false\n" + "\n".join(cells)
        (tmp_path / f"{notebook.stem}.py").write_text(code, encoding="utf-8")
    result = subprocess.run([*pyright, "--pythonpath", sys.executable, "."], **options)
    assert result.returncode == 0, result.stdout + result.stderr
