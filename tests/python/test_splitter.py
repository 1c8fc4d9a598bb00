"""The sentence splitter and its options."""

import copy
import json
import pickle
from pathlib import Path

import pytest

import notaverbale as nv
from conftest import HARD, needs

TEXT = 'Ask Verw. Lind. "It is late. We go," she said.\nNo\n- one came.'
CASES = Path(__file__).parents[1] / "cases" / "sentences.jsonl"


def texts(sentences):
    return [sentence.text for sentence in sentences]


def test_without_options_it_is_sentences():
    assert nv.SentenceSplitter().split(TEXT) == nv.sentences(TEXT)
    assert texts(nv.sentences(TEXT)) == [
        "Ask Verw.",
        "Lind.",
        '"It is late.',
        'We go," she said.',
        "No",
        "- one came.",
    ]


def test_quotations_whole():
    assert '"It is late. We go," she said.' in texts(nv.SentenceSplitter(quotations="whole").split(TEXT))


def test_line_breaks():
    text = "Minister\nLind spoke.\n- She left."
    split = {
        policy: texts(nv.SentenceSplitter(line_breaks=policy).split(text))
        for policy in ("layout", "always", "never")
    }
    assert split["layout"] == ["Minister\nLind spoke.", "- She left."]
    assert split["always"] == ["Minister", "Lind spoke.", "- She left."]
    assert split["never"] == ["Minister\nLind spoke.", "- She left."]
    assert texts(nv.SentenceSplitter(line_breaks="never").split("No\n- one")) == ["No\n- one"]
    assert texts(nv.SentenceSplitter(line_breaks="never").split("No\n\none")) == ["No", "one"]


def test_own_abbreviations():
    for form in ("Verw.", "Verw"):
        assert texts(nv.SentenceSplitter(abbreviations=[form]).split(TEXT))[0] == "Ask Verw. Lind."


def test_options_can_be_read():
    splitter = nv.SentenceSplitter(quotations="whole", line_breaks="never", abbreviations=["Verw."])
    assert (splitter.quotations, splitter.line_breaks) == ("whole", "never")
    assert splitter.abbreviations == ["Verw."]
    assert (
        repr(splitter) == "SentenceSplitter(quotations='whole', line_breaks='never', abbreviations=['Verw.'])"
    )


def test_pickles_and_copies():
    splitter = nv.SentenceSplitter(quotations="whole", line_breaks="always", abbreviations=["Verw."])
    for other in (pickle.loads(pickle.dumps(splitter)), copy.copy(splitter), copy.deepcopy(splitter)):
        assert other == splitter
        assert hash(other) == hash(splitter)
        assert other.split(TEXT) == splitter.split(TEXT)
    assert splitter != nv.SentenceSplitter()


def test_what_options_do_not_know():
    with pytest.raises(nv.NotaverbaleError, match="quotations: expected 'split' or 'whole', found \"no\""):
        nv.SentenceSplitter(quotations="no")
    with pytest.raises(nv.NotaverbaleError, match="line_breaks: expected 'layout', 'always' or 'never'"):
        nv.SentenceSplitter(line_breaks="no")
    with pytest.raises(TypeError):
        nv.SentenceSplitter(abbreviations="Verw.")
    with pytest.raises(TypeError):
        nv.SentenceSplitter("whole")


@pytest.mark.parametrize("threads", [None, 1, 2])
def test_many_texts(threads):
    splitter = nv.SentenceSplitter(quotations="whole")
    many = [TEXT, None, "", HARD, float("nan"), *[TEXT] * 3000]
    found = splitter.split_many(many, threads=threads)
    assert len(found) == len(many)
    for text, sentences in zip(many, found, strict=True):
        assert sentences == (splitter.split(text) if isinstance(text, str) else [])


def test_many_texts_refuse_what_is_none():
    with pytest.raises(TypeError, match="row 1"):
        nv.SentenceSplitter().split_many(["a", 1])
    with pytest.raises(TypeError, match="one str"):
        nv.SentenceSplitter().split_many("a")
    with pytest.raises(nv.NotaverbaleError, match="threads"):
        nv.SentenceSplitter().split_many(["a"], threads=0)


@needs("pandas")
def test_many_texts_of_a_series():
    import pandas as pd

    assert nv.SentenceSplitter().split_many(pd.Series([TEXT, None])) == [nv.sentences(TEXT), []]


def test_every_case_alone():
    """The splitter alone finds the sentences that the document has, offsets and all."""
    for line in CASES.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        case = json.loads(line)
        found = [[s.start_char, s.end_char, s.text] for s in nv.sentences(case["text"])]
        assert (found == case["sentences"]) != ("fixme" in case), case["name"]


def test_a_sentence_knows_its_paragraph():
    assert [s.paragraph for s in nv.sentences("One. Two.\n\nThree.\n- Four")] == [0, 0, 1, 2]
