"""Entries for the lexicon of stances that a caller gives."""

import pickle

import pytest

import notaverbale as nv
from conftest import needs

TEXT = "Peru greenlighted the canal. Chile said that it welcomes the plan."
OWN = [{"pattern": "greenlight", "act": "agree"}, {"pattern": "welcome", "act": "assert"}]
FOUND = [("Peru", "agree", "favor", "the canal")]
SHIPPED = [("Chile", "praise", "favor", "the plan")]


def stances(document):
    return [(one.holder, one.act, one.polarity, one.target_text) for one in document.stances]


def cells(rows):
    return [tuple(row[name] for name in ("holder", "act", "polarity", "target")) for row in rows]


def test_one_text():
    assert stances(nv.analyze(TEXT)) == SHIPPED
    assert stances(nv.analyze(TEXT, expressions=OWN)) == FOUND


def test_many_texts():
    corpus = nv.analyze_many([TEXT, None, TEXT], expressions=OWN, threads=2)
    assert cells(corpus.stances.to_dicts()) == FOUND * 2


def test_everything_that_an_entry_can_say():
    entry = {
        "pattern": "paint * as? a|an villain",
        "pos": "MWE",
        "frame": "none",
        "act": "criticize",
        "polarity": "against",
        "strength": "strong",
        "target": "slot",
        "addressee": "pp:before",
        "cameo": "1121",
        "plover": "ACCUSE",
        "note": "passed over",
    }
    text = "Peru said that Chile painted the miners as a villain."
    [stance] = nv.analyze(text, expressions=[entry]).stances
    assert (stance.act, stance.polarity, stance.strength) == ("criticize", "against", "strong")
    assert (stance.cameo, stance.plover, stance.target_text) == ("1121", "ACCUSE", "the miners")


def test_nothing_is_remembered():
    before = nv.analyze(TEXT)
    nv.analyze(TEXT, expressions=OWN)
    assert (
        nv.analyze(TEXT) == before == nv.analyze(TEXT, expressions=None) == nv.analyze(TEXT, expressions=[])
    )


def test_they_travel_with_a_pickle():
    rows = [dict(row) for row in OWN]
    document = nv.analyze(TEXT, expressions=rows)
    rows.clear()
    for thing in (document, document.stances[0]):
        assert pickle.loads(pickle.dumps(thing)) == thing
    assert stances(pickle.loads(pickle.dumps(document))) == FOUND


def test_rows_of_anything():
    for rows in (tuple(OWN), iter(OWN), (row for row in OWN)):
        assert stances(nv.analyze(TEXT, expressions=rows)) == FOUND
    for missing in (None, float("nan"), "", " "):
        rows = [{**row, "polarity": missing} for row in OWN]
        assert stances(nv.analyze(TEXT, expressions=rows)) == FOUND


@needs("pandas")
def test_a_pandas_frame_of_entries():
    import pandas as pd

    frame = pd.DataFrame([{**OWN[0], "strength": "weak"}, OWN[1]])
    document = nv.analyze(TEXT, expressions=frame)
    assert stances(document) == FOUND
    assert document.stances[0].strength == "weak"


@needs("polars")
def test_a_polars_frame_of_entries():
    import polars as pl

    assert stances(nv.analyze(TEXT, expressions=pl.DataFrame(OWN))) == FOUND


@needs("pyarrow")
def test_an_arrow_table_of_entries():
    import pyarrow as pa

    assert stances(nv.analyze(TEXT, expressions=pa.Table.from_pylist(OWN))) == FOUND


@needs("pandas")
def test_pandas_frames_of_texts_take_them():
    import pandas as pd

    import notaverbale.pandas  # noqa: F401

    frame = pd.DataFrame({"text": [TEXT]})
    for rows in (frame.nv.stances(expressions=OWN), frame["text"].nv.stances(expressions=OWN)):
        assert cells(rows.to_dict("records")) == FOUND


@needs("polars")
def test_polars_frames_of_texts_take_them():
    import polars as pl

    import notaverbale.polars  # noqa: F401

    frame = pl.DataFrame({"text": [TEXT]})
    assert cells(frame.nv.stances(expressions=OWN).to_dicts()) == FOUND
    lists = frame.lazy().select(pl.col("text").nv.stances(expressions=OWN)).collect()
    assert cells(lists["text"][0].to_list()) == FOUND


@needs("pyarrow")
def test_batches_take_them():
    import pyarrow as pa

    from notaverbale import batches

    texts = pa.RecordBatch.from_pydict({"text": [TEXT]})
    [found] = batches.stances([texts], expressions=OWN)
    assert cells(found.to_pylist()) == FOUND


def check(error, expressions, message):
    for analyze in (nv.analyze, lambda text, **options: nv.analyze_many([text], **options)):
        with pytest.raises(error) as caught:
            analyze(TEXT, expressions=expressions)
        assert str(caught.value) == message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"polarity": "good"}, 'expected favor or against, found polarity "good"'),
        ({"strength": "very"}, 'expected weak, plain or strong, found strength "very"'),
        ({"cameo": "51x"}, 'expected a CAMEO code of two to four digits, found cameo "51x"'),
        ({"pos": "verb"}, 'expected V, N, ADJ, AUX or MWE, found pos "verb"'),
        ({"pattern": "~ back"}, 'expected a word at its head, found pattern "~ back"'),
        (
            {"act": ""},
            "expected support, oppose, praise, criticize, agree, commit, request, concern, warn, or assert "
            'for no stance, found act ""',
        ),
        (
            {"polarty": "favor"},
            "expected one of pattern, pos, act, polarity, strength, target, addressee, cameo, plover, frame, "
            'subtype, example, note, found the column "polarty"',
        ),
    ],
)
def test_a_wrong_value_is_named(row, message):
    rows = [OWN[0], {"pattern": "back", "act": "support", **row}]
    check(nv.NotaverbaleError, rows, f"expressions, row 1 (counted from 0): {message}")


@pytest.mark.parametrize(
    ("expressions", "message"),
    [
        (3, "expressions: expected a list of dicts or a table, found int"),
        ("back", "expressions: expected a list of dicts or a table, found str"),
        (OWN[0], "expressions: expected a list of dicts or a table, found dict"),
        (["back"], "expressions, row 0 (counted from 0): expected a dict, found str"),
        (
            [OWN[0], {3: "back"}],
            "expressions, row 1 (counted from 0): expected str for the name of a column, found int",
        ),
        (
            [{**OWN[0], "cameo": 51}],
            "expressions, row 0 (counted from 0), cameo: expected str or a missing value, found int",
        ),
    ],
)
def test_a_wrong_type_is_named(expressions, message):
    check(TypeError, expressions, message)


def test_a_lone_surrogate_is_named():
    with pytest.raises(
        nv.NotaverbaleError, match=r"row 0 \(counted from 0\), note: a lone surrogate at code point 1 "
    ):
        nv.analyze(TEXT, expressions=[{**OWN[0], "note": "a\ud800"}])
