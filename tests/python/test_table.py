"""The two tables, and the same table in every library."""

import pickle
import subprocess
import sys

import pytest

import notaverbale as nv
from conftest import CHILE, HARD, PERU, needs

STATEMENTS = (
    "id date statement speaker party kind continued source cue content source_start source_end"
    " cue_start cue_end content_start content_end confidence"
).split()
STANCES = (
    "id date statement stance speaker party holder act polarity strength negated addressee expression target"
    " expression_start expression_end target_start target_end cameo plover confidence"
).split()
CODES = {
    "kind": ["direct", "indirect", "mixed"],
    "act": ["support", "oppose", "praise", "criticize", "agree", "commit", "request", "concern", "warn"],
    "polarity": ["favor", "against"],
    "strength": ["weak", "plain", "strong"],
}
TEXTS = [PERU, None, f"{HARD} {CHILE}", ""]
KINDS = ["statements", "stances"]


def tables(texts=TEXTS):
    corpus = nv.analyze_many(texts)
    return [corpus.statements, corpus.stances]


def test_columns():
    for texts in (TEXTS, [], [None]):
        statements, stances = tables(texts)
        assert statements.columns == STATEMENTS
        assert stances.columns == STANCES
        assert list(statements.to_pydict()) == STATEMENTS
        assert list(stances.to_pydict()) == STANCES


def test_rows_and_columns_agree():
    for table in tables():
        rows = table.to_dicts()
        assert len(rows) == len(table)
        assert all(list(row) == table.columns for row in rows)
        assert table.to_pydict() == {name: [row[name] for row in rows] for name in table.columns}


def test_offsets_slice_the_text():
    for table, names in zip(tables(), (("source", "cue", "content"), ("expression", "target")), strict=True):
        for row in table.to_dicts():
            text = TEXTS[int(row["id"])]
            for name in names:
                start, end = row[f"{name}_start"], row[f"{name}_end"]
                if row[name] is None:
                    assert start is end is None
                else:
                    first, *_, last = row[name].split(" … ") * 2
                    assert text[start:end].startswith(first)
                    assert text[start:end].endswith(last)


def test_confidence_is_a_short_decimal():
    for table in tables():
        for row in table.to_dicts():
            assert len(str(row["confidence"])) <= 12


def test_repr():
    assert repr(nv.analyze_many([PERU]).stances) == "Table(stances, 1 row, 21 columns)"
    assert repr(nv.analyze_many([]).statements) == "Table(statements, 0 rows, 17 columns)"


def test_pickle_and_equality():
    statements, stances = tables()
    assert statements != stances
    assert statements != tables([])[0]
    for table in (statements, stances, *tables([])):
        again = pickle.loads(pickle.dumps(table))
        assert again == table
        assert again.to_dicts() == table.to_dicts()
        restore, (rows, columns) = table.__reduce__()
        for wrong in (columns[1:], [*columns[:-1], ["x"] * len(table)], [*columns, []]):
            if wrong != columns:
                with pytest.raises((nv.NotaverbaleError, TypeError, RuntimeError)):
                    restore(rows, wrong)
        with pytest.raises(nv.NotaverbaleError):
            restore("rows", columns)


def test_many_rows_make_many_batches():
    table = nv.analyze_many([PERU] * 70_000).stances
    assert len(table) == len(table.to_dicts()) == 70_000
    assert pickle.loads(pickle.dumps(table)) == table
    if not needs("pyarrow").args[0]:
        arrow = table.to_arrow()
        assert arrow.num_rows == 70_000
        assert arrow.column("id").num_chunks == 2
        assert arrow.column("act").combine_chunks().to_pylist() == ["praise"] * 70_000


# pandas


def check_pandas(frame, table):
    import pandas as pd

    text = "str" if pd.__version__ >= "3" else "object"
    assert list(frame.columns) == table.columns
    for name in table.columns:
        dtype = frame[name].dtype
        if name in CODES:
            assert list(dtype.categories) == CODES[name]
            assert dtype.ordered == (name == "strength")
        elif name in ("statement", "stance"):
            assert dtype == "uint32"
        elif name.endswith(("_start", "_end")):
            assert dtype == "UInt32"
        elif name in ("continued", "negated"):
            assert dtype == "bool"
        elif name == "confidence":
            assert dtype == "float32"
        else:
            assert dtype == text, name
    assert isinstance(frame.index, pd.RangeIndex)
    assert len(frame) == len(table)
    for got, row in zip(frame.to_dict("records"), table.to_dicts(), strict=True):
        for name, value in row.items():
            if value is None:
                assert pd.isna(got[name])
            else:
                assert got[name] == pytest.approx(value) if isinstance(value, float) else got[name] == value


@needs("pandas")
@pytest.mark.parametrize("texts", [TEXTS, [], [None]])
def test_pandas(texts):
    for table in tables(texts):
        check_pandas(table.to_pandas(), table)


@needs("pandas")
def test_pandas_slices_with_an_offset():
    frame = nv.analyze_many([PERU]).to_pandas()
    for row in frame.itertuples():
        assert PERU[row.expression_start : row.expression_end] == row.expression
    assert (frame["strength"] >= "weak").all()
    assert not (frame["strength"] < "weak").any()


@needs("pandas")
def test_a_document_as_a_frame():
    import pandas as pd

    document = nv.analyze(PERU, id="0")
    pd.testing.assert_frame_equal(document.to_pandas(), nv.analyze_many([PERU]).to_pandas())
    assert nv.analyze("").to_pandas().dtypes.equals(document.to_pandas().dtypes)
    assert nv.analyze(PERU).to_pandas()["id"].isna().all()


WITHOUT_PYARROW = """
import pickle, sys
sys.modules["pyarrow"] = None
import pandas as pd
import notaverbale as nv
texts = pickle.load(sys.stdin.buffer)
corpus = nv.analyze_many(pd.Series(texts))
assert corpus == nv.analyze_many(texts)
assert corpus.missing == [row for row, text in enumerate(texts) if text is None]
frames = [corpus.statements.to_pandas(), corpus.stances.to_pandas()]
sys.stdout.buffer.write(pickle.dumps(frames))
"""


@needs("pandas")
@needs("pyarrow")
@pytest.mark.parametrize("texts", [TEXTS, [], [None]])
def test_pandas_without_pyarrow_gives_the_same_frame(texts):
    import pandas as pd

    command = [sys.executable, "-W", "error", "-c", WITHOUT_PYARROW]
    result = subprocess.run(command, input=pickle.dumps(texts), capture_output=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr.decode()
    for frame, table in zip(pickle.loads(result.stdout), tables(texts), strict=True):
        check_pandas(frame, table)
        # What keeps a string, Python or Arrow, is pandas' own choice; the rest is the same.
        strings_aside = {"check_dtype": False, "check_categorical": False, "check_column_type": False}
        pd.testing.assert_frame_equal(frame, table.to_pandas(), **strings_aside)


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_library_that_is_missing(library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    table = nv.analyze_many([PERU]).stances
    convert = {"pandas": table.to_pandas, "polars": table.to_polars, "pyarrow": table.to_arrow}[library]
    with pytest.raises(ImportError, match=library):
        convert()


# polars, pyarrow, duckdb


@needs("polars")
@pytest.mark.parametrize("texts", [TEXTS, [], [None]])
def test_polars(texts):
    import polars as pl

    for table in tables(texts):
        frame = table.to_polars()
        assert frame.columns == table.columns
        for name, dtype in frame.schema.items():
            if name in CODES:
                assert isinstance(dtype, pl.Categorical | pl.Enum)
            elif name in ("statement", "stance") or name.endswith(("_start", "_end")):
                assert dtype == pl.UInt32
            elif name in ("continued", "negated"):
                assert dtype == pl.Boolean
            elif name == "confidence":
                assert dtype == pl.Float32
            else:
                assert dtype == pl.String
        assert len(frame) == len(table)
        for got, row in zip(frame.to_dicts(), table.to_dicts(), strict=True):
            assert got == {**row, "confidence": pytest.approx(row["confidence"])}
    assert nv.analyze_many(texts).to_polars().equals(nv.analyze_many(texts).stances.to_polars())


@needs("pyarrow")
@pytest.mark.parametrize("texts", [TEXTS, [], [None]])
def test_pyarrow(texts):
    import pyarrow as pa

    code = pa.dictionary(pa.int8(), pa.string())
    for table in tables(texts):
        arrow = table.to_arrow()
        arrow.validate(full=True)
        assert arrow.column_names == table.columns
        for field in arrow.schema:
            name = field.name
            if name == "strength":
                assert field.type == pa.dictionary(pa.int8(), pa.string(), ordered=True)
            elif name in CODES:
                assert field.type == code
            elif name in ("statement", "stance") or name.endswith(("_start", "_end")):
                assert field.type == pa.uint32()
            elif name in ("continued", "negated"):
                assert field.type == pa.bool_()
            elif name == "confidence":
                assert field.type == pa.float32()
            else:
                assert field.type == pa.string()
        assert arrow.num_rows == len(table)
        # A stream can be taken as often as one likes, and lives on without the table.
        assert pa.table(table) == arrow
    assert pa.table(nv.analyze_many([PERU]).stances).to_pylist()[0]["act"] == "praise"
    assert nv.analyze_many(texts).to_arrow() == nv.analyze_many(texts).stances.to_arrow()


def test_a_capsule_that_nobody_takes():
    capsule = nv.analyze_many([PERU]).stances.__arrow_c_stream__(None)
    assert "arrow_array_stream" in repr(capsule)
    del capsule


@needs("duckdb")
def test_duckdb():
    import duckdb

    stances = nv.analyze_many(TEXTS).stances
    [(count, act)] = duckdb.sql("select count(*), min(act::varchar) from stances where id = '0'").fetchall()
    assert (count, act) == (1, "praise")
    assert stances


# Files, by the libraries


@needs("pandas")
def test_files_of_pandas(tmp_path):
    import pandas as pd

    def check(again, frame):
        assert again.dtypes.to_dict() == frame.dtypes.to_dict()
        plain = [one.astype(object).where(one.notna(), None).to_dict("list") for one in (again, frame)]
        assert plain[0] == plain[1]

    for table in tables():
        frame = table.to_pandas()
        frame.to_csv(tmp_path / "rows.csv", index=False)
        check(pd.read_csv(tmp_path / "rows.csv", dtype=frame.dtypes.to_dict()), frame)
        if not needs("pyarrow").args[0]:
            frame.to_parquet(tmp_path / "rows.parquet")
            check(pd.read_parquet(tmp_path / "rows.parquet"), frame)


@needs("polars")
def test_files_of_polars(tmp_path):
    import polars as pl

    for table in tables():
        frame = table.to_polars()
        frame.write_parquet(tmp_path / "rows.parquet")
        assert pl.read_parquet(tmp_path / "rows.parquet").to_dicts() == frame.to_dicts()
        frame.write_csv(tmp_path / "rows.csv")
        assert pl.read_csv(tmp_path / "rows.csv").height == frame.height


@needs("pyarrow")
def test_files_of_pyarrow(tmp_path):
    from pyarrow import csv, parquet

    for table in tables():
        arrow = table.to_arrow()
        parquet.write_table(arrow, tmp_path / "rows.parquet")
        assert parquet.read_table(tmp_path / "rows.parquet").to_pylist() == arrow.to_pylist()
        csv.write_csv(arrow, tmp_path / "rows.csv")
        assert csv.read_csv(tmp_path / "rows.csv").column_names == table.columns
