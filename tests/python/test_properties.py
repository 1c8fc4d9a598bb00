"""Laws that hold for any string whatever."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import notaverbale as nv
from conftest import HARD, check_document, needs

WORDS = [" thanked ", " said ", "Peru", "Chile", "“", "”", "\n\n", ". ", "Mr. ", *HARD]
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3))).map("".join))
#: Strings as Python may hold them, half a surrogate pair too.
STRINGS = st.text(st.characters(exclude_categories=()))


@given(TEXTS)
def test_any_text_is_read(text):
    document = nv.analyze(text)
    check_document(document, text)
    assert nv.analyze(text) == document
    assert nv.sentences(text) == document.sentences
    assert pickle.loads(pickle.dumps(document)) == document


@given(STRINGS)
def test_any_string_is_read_or_refused(text):
    lone = next((at for at, char in enumerate(text) if "\ud800" <= char <= "\udfff"), None)
    if lone is None:
        check_document(nv.analyze(text), text)
        return
    for call in (nv.analyze, nv.sentences, lambda text: nv.analyze_many([text])):
        with pytest.raises(nv.NotaverbaleError, match=f"surrogate at code point {lone} "):
            call(text)


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), TEXTS)))
def test_tables_are_those_of_the_documents(texts):
    corpus = nv.analyze_many(texts)
    assert len(corpus) == len(texts)
    assert corpus.missing == [row for row, text in enumerate(texts) if text is None]
    found = []
    for row, text in enumerate(texts):
        if text is not None:
            found += [(str(row), s.index, s.target_text, s.expression_text) for s in nv.analyze(text).stances]
    names = ("id", "stance", "target", "expression")
    assert [tuple(row[name] for name in names) for row in corpus.to_dicts()] == found


@needs("pyarrow")
@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), TEXTS)))
def test_arrow_strings_are_python_strings(texts):
    import pyarrow as pa

    expected = nv.analyze_many(texts)
    for dtype in (pa.string(), pa.large_string(), pa.string_view()):
        assert nv.analyze_many(pa.array(texts, dtype)) == expected
