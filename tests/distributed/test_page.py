"""The snippets for Spark and Dask of `docs/machines.md` run, and give the rows that one machine gives."""

import re
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest

import notaverbale as nv

PAGE = Path(__file__).parents[2] / "docs" / "machines.md"
SNIPPET = re.compile(r'^```python title="(\w+)"\n(.*?)^```', flags=re.DOTALL | re.MULTILINE)
SNIPPETS = dict(SNIPPET.findall(PAGE.read_text(encoding="utf-8")))
TEXTS = [f"Peru thanked Chile for its {number} ships." for number in range(12)] + [None, "It rained."]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            "Spark", marks=pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
        ),
        "Dask",
    ],
)
def test_a_snippet_gives_the_same_rows(name, tmp_path, monkeypatch):
    pages, stances = str(tmp_path / "pages.parquet"), str(tmp_path / "stances.parquet")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    keys = [f"page-{number:02}" for number in range(len(TEXTS))]
    pd.DataFrame({"key": keys, "text": TEXTS}).to_parquet(pages)
    snippet = (
        SNIPPETS[name].replace('"pages.parquet"', repr(pages)).replace('"stances.parquet"', repr(stances))
    )
    exec(compile(snippet, f"{PAGE.name}: {name}", "exec"), {})
    found = pd.read_parquet(stances).sort_values("target", ignore_index=True)
    expected = nv.analyze_many(TEXTS, ids=keys).to_pandas().sort_values("target", ignore_index=True)
    columns = ["holder", "act", "polarity", "target", "expression_start"]
    assert len(expected) == 12
    assert found[columns].astype(str).equals(expected[columns].astype(str))
