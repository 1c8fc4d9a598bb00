"""Laws that hold for any string whatever."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import notaverbale as nv
from conftest import HARD, PERU, check_document, needs

WORDS = [" thanked ", " said ", "Peru", "Chile", "“", "”", "\n\n", ". ", "Mr. ", *HARD]
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3))).map("".join))
#: Strings as Python may hold them, half a surrogate pair too.
STRINGS = st.text(st.characters(exclude_categories=()))

#: Marks that hold what stands between them.
PAIRS = ["“”", "‘’", "«»", "„“", '""', "''", "()", "[]", "{}", "<>"]


def nested(pairs: list[str], words: str) -> str:
    return "".join(pair[0] for pair in pairs) + words + "".join(pair[1] for pair in reversed(pairs))


#: What nobody writes but a crawl may hold.
HOSTILE = st.one_of(
    st.text(st.characters(min_codepoint=0x10000), max_size=30),
    st.text(st.sampled_from("ea\u0301\u0327\u0308\u20dd\ufe0f\u200d "), max_size=60),
    st.text(st.sampled_from("אבגعغ .\u200f\u202b\u202e\u2066\u2069"), max_size=60),
    st.text(st.sampled_from("a\0\x01\x1b.\n "), max_size=60),
    st.builds(str.__mul__, st.text(min_size=1, max_size=3), st.integers(500, 5000)),
    st.builds(nested, st.lists(st.sampled_from(PAIRS), max_size=200), st.sampled_from(["", "so", "No. Go."])),
)
#: Such strings among words that the stages look for.
AMONG_WORDS = st.lists(st.one_of(HOSTILE, st.sampled_from(WORDS)), max_size=8).map("".join)


@given(TEXTS)
def test_any_text_is_read(text):
    document = nv.analyze(text)
    check_document(document, text)
    assert nv.analyze(text) == document
    assert nv.sentences(text) == document.sentences
    assert pickle.loads(pickle.dumps(document)) == document


def check_tokens(document, text):
    """The laws of tokens: in order, each within its sentence, only white space outside them."""
    end, sentences = 0, document.sentences
    for token in document.tokens:
        assert not text[end : token.start_char].strip()
        assert text[token.start_char : token.end_char] == token.text
        sentence = sentences[token.sentence]
        assert sentence.start_char <= token.start_char < token.end_char <= sentence.end_char
        end = token.end_char
    assert not text[end:].strip()


@settings(deadline=None)
@given(AMONG_WORDS)
def test_hostile_texts_are_read(text):
    document = nv.analyze(text)
    check_document(document, text)
    check_tokens(document, text)
    assert nv.analyze(text) == document
    assert pickle.loads(pickle.dumps(document)) == document


@settings(deadline=None)
@given(st.lists(AMONG_WORDS, max_size=4), st.integers(min_value=0), st.sampled_from(["\ud800", "so \udfff."]))
def test_a_row_that_has_no_utf8_is_named_and_the_others_can_be_read(texts, place, lone):
    place %= len(texts) + 1
    at = next(at for at, char in enumerate(lone) if "\ud800" <= char <= "\udfff")
    with pytest.raises(nv.NotaverbaleError, match=rf"texts, row {place} .*surrogate at code point {at} "):
        nv.analyze_many([*texts[:place], lone, *texts[place:]])
    corpus = nv.analyze_many([*texts[:place], None, *texts[place:]])
    assert corpus.missing == [place]
    ids = [str(row) for row in range(len(texts) + 1) if row != place]
    assert corpus.to_dicts() == nv.analyze_many(texts, ids=ids).to_dicts()


def test_a_sentence_of_a_hundred_thousand_tokens():
    text = "The port “is” open (and " * 16_666 + "so on."
    document = nv.analyze(text)
    check_document(document, text)
    assert len(document.sentences) == 1
    assert len(document.tokens) > 100_000
    check_tokens(document, text)
    corpus = nv.analyze_many([PERU, text, None])
    assert [row["id"] for row in corpus.to_dicts()] == ["0", *["1"] * len(document.stances)]


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
