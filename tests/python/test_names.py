"""What a caller knows of names: aliases and parties."""

import pickle

import pytest

import notaverbale as nv
from conftest import needs

TEXT = "EAM thanked Peru. Ruritanian envoy Rudolf Elphberg said that talks had begun."
ALIASES = {"EAM": "Ravi Menon"}
PARTIES = {"Ruritanian": "Ruritania", "Ravi Menon": "India"}
FOUND = [("Ravi Menon", "India"), ("Rudolf Elphberg", "Ruritania")]


def speakers(statements):
    return [(statement.speaker, statement.party) for statement in statements]


def cells(rows):
    return [(row["speaker"], row["party"]) for row in rows]


def test_one_text():
    document = nv.analyze(TEXT, aliases=ALIASES, parties=PARTIES)
    assert speakers(document.statements) == FOUND
    assert [(one.name, one.party) for one in document.speakers] == FOUND
    assert speakers(nv.analyze(TEXT).statements) != FOUND


def test_many_texts():
    corpus = nv.analyze_many([TEXT, None, TEXT], aliases=ALIASES, parties=PARTIES, threads=2)
    assert cells(corpus.statements.to_dicts()) == FOUND * 2


def test_nothing_is_remembered():
    before = nv.analyze(TEXT)
    nv.analyze(TEXT, aliases=ALIASES, parties=PARTIES)
    assert nv.analyze(TEXT) == before
    assert nv.analyze(TEXT, aliases=None, parties=None) == nv.analyze(TEXT, aliases={}, parties={}) == before


def test_a_change_of_the_dictionary_comes_too_late():
    names = dict(ALIASES)
    document = nv.analyze(TEXT, aliases=names)
    names.clear()
    assert pickle.loads(pickle.dumps(document)) == document


def test_they_travel_with_a_pickle():
    document = nv.analyze(TEXT, aliases=ALIASES, parties=PARTIES)
    for thing in (document, document.statements[0], document.speakers[1]):
        assert pickle.loads(pickle.dumps(thing)) == thing
    assert speakers(pickle.loads(pickle.dumps(document)).statements) == FOUND


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"aliases": ["EAM"]}, "aliases must map names to names: got list"),
        ({"aliases": "EAM"}, "aliases must map names to names: got str"),
        ({"aliases": {"EAM": 3}}, 'aliases must map names to names: got int for "EAM"'),
        ({"parties": {"Ana Lima": None}}, 'parties must map names to parties: got NoneType for "Ana Lima"'),
        ({"parties": {3: "Peru"}}, "parties must map names to parties: got int"),
        ({"parties": 3}, "parties must map names to parties: got int"),
    ],
)
def test_a_wrong_type_is_named(options, message):
    for analyze in (lambda: nv.analyze(TEXT, **options), lambda: nv.analyze_many([TEXT], **options)):
        with pytest.raises(TypeError) as caught:
            analyze()
        assert str(caught.value) == message


def test_a_name_has_letters():
    for names in ({"EAM": ""}, {" ": "Ravi Menon"}):
        with pytest.raises(nv.NotaverbaleError, match="aliases: expected strings that are not empty, found"):
            nv.analyze(TEXT, aliases=names)
    with pytest.raises(nv.NotaverbaleError, match="parties: a lone surrogate at code point 1 "):
        nv.analyze(TEXT, parties={"A\ud800": "Peru"})


@needs("pandas")
def test_pandas_frames_take_them():
    import pandas as pd

    import notaverbale.pandas  # noqa: F401

    frame = pd.DataFrame({"text": [TEXT]})
    for rows in (
        frame.nv.statements(aliases=ALIASES, parties=PARTIES),
        frame["text"].nv.statements(aliases=ALIASES, parties=PARTIES),
    ):
        assert cells(rows.to_dict("records")) == FOUND


@needs("polars")
def test_polars_frames_take_them():
    import polars as pl

    import notaverbale.polars  # noqa: F401

    frame = pl.DataFrame({"text": [TEXT]})
    assert cells(frame.nv.statements(aliases=ALIASES, parties=PARTIES).to_dicts()) == FOUND
    lists = frame.lazy().select(pl.col("text").nv.statements(aliases=ALIASES, parties=PARTIES)).collect()
    assert cells(lists["text"][0].to_list()) == FOUND


@needs("pyarrow")
def test_batches_take_them():
    import pyarrow as pa

    from notaverbale import batches

    texts = pa.RecordBatch.from_pydict({"text": [TEXT]})
    [found] = batches.statements([texts], aliases=ALIASES, parties=PARTIES)
    assert cells(found.to_pylist()) == FOUND
