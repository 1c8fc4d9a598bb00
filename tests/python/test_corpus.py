"""Many texts: what strings may come in, what is missing, what is refused."""

import datetime
import importlib
import pickle
from collections import deque

import pytest

import notaverbale as nv
from conftest import CHILE, HARD, NOTHING, PERU, needs

TEXTS = [PERU, NOTHING, None, f"{HARD} {CHILE}", ""]
WHOLE = [text for text in TEXTS if text is not None]


def check(texts, expected=TEXTS, **options):
    """`texts` gives what a list of the same strings gives."""
    corpus = nv.analyze_many(texts, **options)
    options.setdefault("ids", None)
    assert corpus == nv.analyze_many(list(expected), **options)
    assert len(corpus) == len(expected)
    assert corpus.missing == [row for row, text in enumerate(expected) if text is None]
    return corpus


def test_rows_are_those_of_each_document():
    corpus = nv.analyze_many(TEXTS)
    found = []
    for row, text in enumerate(TEXTS):
        for stance in nv.analyze(text).stances if text is not None else []:
            found.append(
                (str(row), stance.statement, stance.index, stance.holder, stance.act, stance.target_text)
            )
    names = ("id", "statement", "stance", "holder", "act", "target")
    assert [tuple(row[name] for name in names) for row in corpus.to_dicts()] == found
    assert {row["id"] for row in corpus.statements.to_dicts()} == {"0", "3"}


@pytest.mark.parametrize("make", [list, tuple, iter, deque, lambda texts: (text for text in texts)])
def test_python_sequences(make):
    check(make(TEXTS))


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_missing_in_a_list(missing):
    check([PERU, missing, CHILE], [PERU, None, CHILE])


@needs("numpy")
def test_numpy():
    import numpy as np

    check(np.array(TEXTS, dtype=object))
    check(np.array(WHOLE), WHOLE)
    check(np.array([PERU, np.nan, np.float32("nan"), CHILE], dtype=object), [PERU, None, None, CHILE])
    check(list(np.array(WHOLE)), WHOLE)
    check(np.array([PERU, CHILE], dtype=np.dtypes.StringDType()), [PERU, CHILE])
    check(np.ma.masked_array([PERU, CHILE], mask=[True, False], dtype=object), [None, CHILE])
    with pytest.raises(TypeError, match=r"texts, row 0 .*: expected str or a missing value, found list"):
        nv.analyze_many(np.array([[PERU, CHILE]]))
    with pytest.raises(TypeError, match=r"texts: expected .*, found ndarray"):
        nv.analyze_many(np.array(PERU))


@needs("pandas")
def test_pandas():
    import pandas as pd

    for missing in (None, float("nan"), pd.NA, pd.NaT):
        texts = [PERU, missing, CHILE]
        check(texts, [PERU, None, CHILE])
        check(pd.Series(texts, dtype=object), [PERU, None, CHILE])
        check(pd.Series([PERU, None if missing is pd.NaT else missing, CHILE]), [PERU, None, CHILE])
    for dtype in ("string", "category", object, None):
        check(pd.Series(TEXTS, dtype=dtype))
    check(pd.Index(WHOLE), WHOLE)
    check(pd.Series([], dtype=object), [])
    check(pd.Series([float("nan"), float("nan")]), [None, None])
    check(pd.Series(TEXTS).iloc[1:4], TEXTS[1:4], ids=["1", "2", "3"])


@needs("pandas")
@needs("pyarrow")
def test_a_column_of_strings_is_not_iterated(monkeypatch):
    """pandas 3 keeps strings in Arrow; cell by cell they would take 250 times as long."""
    import pandas as pd

    if pd.__version__ < "3":
        pytest.skip("before pandas 3, strings are objects")

    def fail(*_):
        raise AssertionError("iterated")

    for method in ("__iter__", "tolist", "to_list", "to_numpy"):
        monkeypatch.setattr(pd.Series, method, fail)
        monkeypatch.setattr(pd.RangeIndex, method, fail, raising=False)
    corpus = nv.analyze_many(pd.Series(TEXTS))
    monkeypatch.undo()
    assert corpus == nv.analyze_many(TEXTS)


@needs("pandas")
def test_the_index_of_a_series_names_the_texts():
    import pandas as pd

    assert nv.analyze_many(pd.Series([PERU, None, CHILE], index=["a", "b", "c"])).ids == ["a", "b", "c"]
    assert nv.analyze_many(pd.Series([PERU, CHILE], index=[30, 10])).ids == ["30", "10"]
    assert nv.analyze_many(pd.Series([PERU, CHILE], index=range(1, 3))).ids == ["1", "2"]
    assert nv.analyze_many(pd.Series([PERU, CHILE], index=range(0, 4, 2))).ids == ["0", "2"]
    frame = pd.DataFrame({"text": TEXTS, "doc": list("vwxyz")})
    assert nv.analyze_many(frame["text"]).ids == ["0", "1", "2", "3", "4"]
    corpus = nv.analyze_many(frame["text"], ids=frame["doc"])
    assert corpus.ids == list("vwxyz")
    merged = corpus.to_pandas().merge(frame, left_on="id", right_on="doc")
    assert len(merged) == len(corpus.stances)
    assert frame["text"].iloc[corpus.missing].isna().all()
    stances = nv.analyze_many(frame["text"]).to_pandas()
    merged = stances.merge(frame, left_on="id", right_on=frame.index.astype(str))
    assert list(merged["doc"]) == ["vwxyz"[int(row)] for row in stances["id"]]


@needs("polars")
def test_polars():
    import polars as pl

    check(pl.Series(TEXTS))
    check(pl.DataFrame({"text": TEXTS})["text"])
    check(pl.Series(TEXTS, dtype=pl.Categorical))
    check(pl.Series([None, None]), [None, None])
    check(pl.concat([pl.Series(TEXTS), pl.Series(WHOLE)], rechunk=False), [*TEXTS, *WHOLE])
    check(pl.Series([], dtype=pl.String), [])


@needs("pyarrow")
def test_pyarrow():
    import pyarrow as pa

    for dtype in (pa.string(), pa.large_string(), pa.string_view()):
        check(pa.array(TEXTS, dtype))
        check(pa.chunked_array([TEXTS, [], WHOLE], dtype), [*TEXTS, *WHOLE])
        check(pa.array([None, *TEXTS, None], dtype).slice(1, len(TEXTS)))
    check(pa.array([None, None]), [None, None])
    check(pa.array(TEXTS).dictionary_encode())
    check(pa.table({"text": TEXTS})["text"])


@needs("pyarrow")
def test_arrow_that_breaks_its_promises():
    """Bytes that are no UTF-8, and arrays that another library has taken and freed, are not read as text."""
    import pyarrow as pa

    class Capsules:
        def __init__(self):
            self.capsules = pa.array(TEXTS).__arrow_c_array__()

        def __arrow_c_array__(self, requested_schema=None):
            return self.capsules

    check(Capsules())
    taken = Capsules()
    pa.array(taken)
    with pytest.raises(TypeError, match="found Capsules"):
        nv.analyze_many(taken)
    with pytest.raises(UnicodeDecodeError):
        nv.analyze_many(pa.array([PERU.encode(), b"\xff"]).view(pa.string()))


@pytest.mark.parametrize("wrong", [3, 2.5, b"Peru", ["Peru"], object(), True])
def test_a_wrong_type_names_its_row(wrong):
    expected = f"texts, row 2 .counted from 0.: expected str or a missing value, found {type(wrong).__name__}"
    with pytest.raises(TypeError, match=expected):
        nv.analyze_many([PERU, None, wrong])
    with pytest.raises(TypeError, match=expected):
        nv.analyze_many(iter([PERU, None, wrong]))


@needs("pandas")
def test_a_wrong_type_in_a_series_names_its_row():
    import pandas as pd

    with pytest.raises(TypeError, match=r"texts, row 2 .*, found int"):
        nv.analyze_many(pd.Series([PERU, None, 3], index=["a", "b", "c"]))
    with pytest.raises(TypeError, match=r"texts, row 0 .*, found int"):
        nv.analyze_many(pd.Series([1, 2, 3]))


@needs("polars")
def test_a_wrong_type_in_polars_names_its_row():
    import polars as pl

    with pytest.raises(TypeError, match=r"texts, row 0 .*, found int"):
        nv.analyze_many(pl.Series([1, 2, 3]))


def test_no_column():
    for wrong, found in [
        (PERU, "one str"),
        (b"Peru", "bytes"),
        ({"a": PERU}, "a dict"),
        ({PERU}, "a set"),
        (3, "int"),
        (None, "NoneType"),
    ]:
        with pytest.raises(
            TypeError, match=f"texts: expected a list, an array or a Series of strings, found {found}"
        ):
            nv.analyze_many(wrong)


def test_a_table_is_no_column():
    with pytest.raises(TypeError, match="found a table; pass one of its columns"):
        nv.analyze_many(nv.analyze_many([PERU]).stances)


@pytest.mark.parametrize("library", [pytest.param(name, marks=needs(name)) for name in ("pandas", "polars")])
def test_a_frame_is_no_column(library):
    frame = importlib.import_module(library).DataFrame({"text": [PERU]})
    with pytest.raises(TypeError, match="found a table; pass one of its columns"):
        nv.analyze_many(frame)


def test_a_lone_surrogate_names_its_row():
    with pytest.raises(
        nv.NotaverbaleError, match=r"texts, row 1 \(counted from 0\): a lone surrogate at code point 3 "
    ):
        nv.analyze_many([PERU, "abc\ud800"])


@needs("pandas")
def test_a_lone_surrogate_in_a_series_names_its_row():
    import pandas as pd

    with pytest.raises(nv.NotaverbaleError, match="texts, row 1 "):
        nv.analyze_many(pd.Series([PERU, "abc\ud800"], dtype=object))


def test_an_iterator_that_fails():
    def texts():
        yield PERU
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        nv.analyze_many(texts())


def test_ids():
    assert nv.analyze_many([PERU, CHILE]).ids == ["0", "1"]
    assert nv.analyze_many([PERU, CHILE], ids=[7, ("a", 1)]).ids == ["7", "('a', 1)"]
    assert nv.analyze_many([PERU, CHILE], ids=["a", None]).ids == ["a", "1"]
    assert nv.analyze_many([PERU, CHILE], ids=["a", "a"]).ids == ["a", "a"]
    assert nv.analyze_many((PERU, CHILE), ids=iter("ab")).ids == ["a", "b"]


def test_authors_and_dates():
    day = datetime.date(2024, 5, 1)
    corpus = nv.analyze_many(
        [PERU] * 4, authors=["Ana Lima", None, None, None], dates=["May 2024", day, None, float("nan")]
    )
    assert [row["date"] for row in corpus.to_dicts()] == ["May 2024", "2024-05-01", None, None]
    with pytest.raises(TypeError, match=r"dates, row 0 .*expected str, a date or a missing value, found int"):
        nv.analyze_many([PERU], dates=[20240501])
    with pytest.raises(TypeError, match=r"authors, row 0 "):
        nv.analyze_many([PERU], authors=[3])


@needs("pandas")
def test_dates_of_pandas_and_numpy():
    import numpy as np
    import pandas as pd

    days = ["2024-05-01", None, "2024-05-03"]
    for dates in (
        pd.to_datetime(pd.Series(days)),
        pd.DatetimeIndex(days),
        pd.to_datetime(pd.Series(days)).to_numpy(),
        np.array(days, dtype="datetime64[D]"),
        pd.to_datetime(pd.Series(days)).dt.tz_localize("UTC").dt.date,
    ):
        corpus = nv.analyze_many([PERU] * 3, dates=dates)
        assert [row["date"] for row in corpus.to_dicts()] == days


@needs("polars")
def test_dates_of_polars():
    import polars as pl

    days = [datetime.date(2024, 5, 1), None]
    corpus = nv.analyze_many([PERU] * 2, dates=pl.Series(days))
    assert [row["date"] for row in corpus.to_dicts()] == ["2024-05-01", None]


@pytest.mark.parametrize("name", ["ids", "authors", "dates"])
def test_as_many_as_texts(name):
    with pytest.raises(nv.NotaverbaleError, match=f"{name}: 1 values for 2 texts"):
        nv.analyze_many([PERU, CHILE], **{name: ["a"]})


def test_no_texts():
    corpus = nv.analyze_many([])
    assert (len(corpus), corpus.ids, corpus.missing, len(corpus.stances)) == (0, [], [], 0)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads_do_not_change_the_tables(threads):
    texts = TEXTS * 200
    assert nv.analyze_many(texts, threads=threads) == nv.analyze_many(texts)


@pytest.mark.parametrize("threads", [0, -1, 100_000])
def test_threads_out_of_range(threads):
    with pytest.raises(
        nv.NotaverbaleError, match=f"threads: expected a number from 1 to .*, found {threads}"
    ):
        nv.analyze_many([PERU], threads=threads)


def test_pickle():
    corpus = nv.analyze_many(TEXTS, ids=list("vwxyz"))
    again = pickle.loads(pickle.dumps(corpus))
    assert again == corpus
    assert (again.ids, again.missing) == (corpus.ids, corpus.missing)
    assert corpus != nv.analyze_many(TEXTS)
    assert corpus != 3


def test_repr():
    assert repr(nv.analyze_many([PERU, None])) == "Corpus(2 texts, 1 missing, 1 statement, 1 stance)"


def test_the_html_of_a_corpus():
    texts = [
        "Peru thanked Chile for its <help>.",
        "Peru thanked Chile for its <help>.",
        "Chile condemned it.",
        None,
    ]
    html = nv.analyze_many(texts)._repr_html_()
    assert "<li>4 texts</li><li>1 missing</li><li>3 statements</li><li>3 stances</li>" in html
    assert "<td>2</td><td>Peru</td><td>Peru</td>" in html
    assert '<td class="favor">2 for</td>' in html
    assert '<td class="against">1 against</td>' in html
    assert "<th>its &lt;help</th>" in html
    assert html.count("<th>Chile</th>") == 1
    assert "<help>" not in html


def test_the_html_of_a_corpus_has_no_scripts():
    name = "<script>alert(1)</script>"
    texts = ["Ana Lima thanked Peru." for _ in range(3)]
    html = nv.analyze_many(texts, aliases={"Ana Lima": name}, parties={name: name})._repr_html_()
    assert html.count("&lt;script&gt;") >= 3
    for wrong in ("<script", "javascript:", " onclick", " src=", "@import", "url("):
        assert wrong not in html


def test_the_html_of_a_corpus_without_rows():
    html = nv.analyze_many([])._repr_html_()
    assert "<li>0 texts</li>" in html
    assert "<table" not in html


def test_of_many_speakers_the_first_are_shown():
    texts = [f"Minister {name} said so." for name in "Aro Bel Cid Dov Eno Fay Gil Hal Ivo Jem".split()]
    html = nv.analyze_many(texts)._repr_html_()
    assert "Speakers, the first 8 of 10" in html
