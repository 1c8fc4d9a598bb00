"""One text: analyze and sentences."""

import json
import pickle

import pytest

import notaverbale as nv
from conftest import HARD, PERU, check_document


def test_a_short_text():
    document = nv.analyze(PERU)
    check_document(document, PERU)
    [statement] = document.statements
    [stance] = document.stances
    assert (statement.speaker, statement.source_text, statement.cue_text) == ("Peru", "Peru", "thanked")
    assert statement.kind in {"direct", "indirect", "mixed"}
    assert (statement.continued, statement.continues) == (False, None)
    assert 0 < statement.confidence <= 1
    assert (stance.holder, stance.act, stance.polarity) == ("Peru", "praise", "favor")
    assert stance.strength in {"weak", "plain", "strong"}
    assert stance.negated is False
    assert (stance.expression_text, stance.statement) == ("thanked", 0)
    assert stance.addressee is None or isinstance(stance.addressee, str)
    assert stance.cameo is None or stance.cameo.isdigit()
    assert stance.plover is None or stance.plover.isupper()


def test_what_the_caller_knows():
    document = nv.analyze(PERU, id="a", author="Ana Lima", date="2024-05-01")
    assert (document.id, document.author, document.date) == ("a", "Ana Lima", "2024-05-01")
    document = nv.analyze(PERU)
    assert (document.id, document.author, document.date) == (None, None, None)


def test_dates_and_ids_become_strings():
    import datetime

    assert nv.analyze(PERU, date=datetime.date(2024, 5, 1)).date == "2024-05-01"
    assert nv.analyze(PERU, date=datetime.datetime(2024, 5, 1)).date == "2024-05-01"
    assert nv.analyze(PERU, date=datetime.datetime(2024, 5, 1, 9, 30)).date == "2024-05-01T09:30:00"
    assert nv.analyze(PERU, id=7).id == "7"
    assert nv.analyze(PERU, id=float("nan"), author=float("nan"), date=float("nan")) == nv.analyze(PERU)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", HARD, HARD * 100, "\0", "“", "thanked ", " said "]
)
def test_any_text_is_read(text):
    check_document(nv.analyze(text), text)


@pytest.mark.parametrize("prefix", [*HARD, HARD, HARD * 50])
def test_offsets_are_code_points(prefix):
    text = f"{prefix} Peru’s envoy 😀 thanked Chile."
    document = nv.analyze(text)
    check_document(document, text)
    assert document.to_dict()["sentences"] == [[s.start_char, s.end_char] for s in document.sentences]
    for sentence in nv.sentences(text):
        assert text[sentence.start_char : sentence.end_char] == sentence.text


def test_sentences():
    [sentence] = nv.sentences("  Peru agreed. ")
    assert (sentence.start_char, sentence.end_char, sentence.paragraph) == (2, 14, 0)
    assert sentence.text == "Peru agreed."
    assert nv.sentences(PERU) == nv.analyze(PERU).sentences
    assert nv.sentences("") == []


@pytest.mark.parametrize("function", [nv.analyze, nv.sentences])
def test_a_text_is_a_str(function):
    for wrong in (None, 3, b"Peru", ["Peru"], float("nan")):
        with pytest.raises(TypeError):
            function(wrong)
    with pytest.raises(nv.NotaverbaleError, match="text: a lone surrogate at code point 2 "):
        function("ab\ud800c")
    with pytest.raises(ValueError, match="surrogate"):
        function("\udfff")


def test_metadata_of_a_wrong_type():
    with pytest.raises(TypeError, match="author: expected str or a missing value, found int"):
        nv.analyze(PERU, author=3)
    with pytest.raises(TypeError, match="date: expected str, a date or a missing value, found int"):
        nv.analyze(PERU, date=20240501)
    with pytest.raises(nv.NotaverbaleError, match="author: a lone surrogate at code point 0 "):
        nv.analyze(PERU, author="\ud800")


def test_options_are_keywords():
    with pytest.raises(TypeError):
        nv.analyze(PERU, "Ana Lima")


def test_json_and_dict_agree():
    document = nv.analyze(f"{HARD} Peru thanked Chile.", id="a", date="2024-05-01")
    as_dict = document.to_dict()
    assert json.loads(document.to_json()) == as_dict
    assert "\n" not in document.to_json()
    assert (as_dict["id"], as_dict["date"]) == ("a", "2024-05-01")
    for record, statement in zip(as_dict["statements"], document.statements, strict=True):
        assert record["content"] == [[s.start_char, s.end_char] for s in statement.content]
        assert record["kind"] == statement.kind
        # The confidence is the same number everywhere, not its nearest double.
        assert record["confidence"] == statement.confidence
        for inner, stance in zip(record["stances"], statement.stances, strict=True):
            assert (inner["holder"], inner["act"]) == (stance.holder, stance.act)


def test_reprs():
    document = nv.analyze(PERU, id="a")
    assert repr(document) == f"Document('a', 1 sentence, 1 statement, 1 stance: {PERU!r})"
    assert repr(nv.analyze("x" * 100)).endswith(f"{'x' * 60}…')")
    assert repr(document.statements[0]).startswith("Statement(speaker='Peru', party=")
    assert repr(document.stances[0]).startswith(
        "Stance(holder='Peru', act='praise', polarity='favor', target='"
    )
    span = document.statements[0].source[0]
    assert repr(span) == "Span(0, 4, 'Peru')"
    assert eval(repr(span), {"Span": nv.Span}) == span
    sentence = document.sentences[0]
    assert eval(repr(sentence), {"Sentence": nv.Sentence}) == sentence


def test_html_is_escaped():
    page = nv.analyze("<script>alert(1)</script> & Peru thanked Chile.")._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_equality_and_hash():
    one, other = nv.analyze(PERU), nv.analyze(PERU)
    assert one == other
    assert hash(one) == hash(other)
    assert one.statements == other.statements
    assert len({*one.statements, *other.statements}) == len(one.statements)
    assert len({*one.stances, *other.stances}) == len(one.stances)
    assert one != nv.analyze(PERU, id="a")
    assert one.stances[0] != nv.analyze(PERU, id="a").stances[0]
    assert one != PERU
    assert one.statements[0] != one.stances[0]
    assert len({*one.sentences, *other.sentences}) == 1


def test_nothing_can_be_changed():
    document = nv.analyze(PERU)
    for thing in (document, document.statements[0], document.stances[0], document.sentences[0]):
        with pytest.raises(AttributeError):
            thing.text = "x"
        with pytest.raises(AttributeError):
            thing.anything = "x"


def test_a_pickle_that_does_not_fit():
    restore, (document, index) = nv.analyze(PERU).stances[0].__reduce__()
    with pytest.raises(nv.NotaverbaleError, match="does not fit this version"):
        restore(document, index + 1)
    restore, (document, index) = nv.analyze(PERU).statements[0].__reduce__()
    with pytest.raises(nv.NotaverbaleError, match="does not fit this version"):
        restore(document, index + 1)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_and_copy(protocol):
    import copy

    document = nv.analyze(f"{HARD} Peru thanked Chile.", id="a", author="Ana Lima", date="2024-05-01")
    things = [document, *document.statements, *document.stances, *spans_and_sentences(document)]
    for thing in things:
        again = pickle.loads(pickle.dumps(thing, protocol))
        assert again == thing
        assert type(again) is type(thing)
        assert copy.copy(thing) == thing
        assert copy.deepcopy(thing) == thing
        assert copy.deepcopy([thing]) == [thing]


def spans_and_sentences(document):
    return [*document.sentences, *document.statements[0].content]


NEWS = (
    "“We will go,” Ana Lima said. Analysts doubt that she will. The minister, who spoke late, told "
    "reporters that the talks were over. Critics say the port is a mistake."
)


def test_attribution_by_rules_alone():
    learned, rules = nv.analyze(NEWS), nv.analyze(NEWS, attribution="rules")
    assert learned.statements
    assert rules.statements
    assert learned == nv.analyze(NEWS, attribution="learned")
    assert {statement.confidence for statement in rules.statements} != {
        statement.confidence for statement in learned.statements
    }


def test_less_confidence_is_left_out():
    statements = nv.analyze(NEWS).statements
    confidences = sorted({statement.confidence for statement in statements})
    assert len(confidences) > 1
    for least in confidences:
        kept = nv.analyze(NEWS, min_confidence=least).statements
        assert [one.content_text for one in kept] == [
            one.content_text for one in statements if one.confidence >= least
        ]
    rows = [
        row for row in nv.analyze_many([NEWS]).statements.to_dicts() if row["confidence"] >= confidences[-1]
    ]
    numbered = [{**row, "statement": number} for number, row in enumerate(rows)]
    assert nv.analyze_many([NEWS], min_confidence=confidences[-1]).statements.to_dicts() == numbered


def test_a_sentence_that_goes_on_falls_with_the_one_before():
    text = "“We will go. We will stay,” Ana Lima said."
    everything = nv.analyze(text).statements
    assert [one.continued for one in everything] == [True, False]
    cued = everything[everything[0].continues].confidence
    assert nv.analyze(text, min_confidence=min(1.0, cued + 0.01)).statements == []


def test_options_travel_with_a_pickle():
    document = nv.analyze(NEWS, attribution="rules", min_confidence=0.8)
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert len(again.statements) == len(document.statements)


@pytest.mark.parametrize(
    "options", [{"attribution": "model"}, {"min_confidence": 1.5}, {"min_confidence": float("nan")}]
)
def test_an_unknown_option_is_named(options):
    [name] = options
    with pytest.raises(nv.NotaverbaleError, match=f"{name}: expected"):
        nv.analyze(NEWS, **options)
    with pytest.raises(nv.NotaverbaleError, match=f"{name}: expected"):
        nv.analyze_many([NEWS], **options)


def test_show_writes_a_page(tmp_path):
    document = nv.analyze(PERU, id="note <1>")
    path = tmp_path / "note.html"
    assert document.show(path) == str(path)
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>note &lt;1&gt;</title>" in page
    with pytest.raises(FileNotFoundError):
        document.show(tmp_path / "nowhere" / "note.html")


def test_show_opens_the_browser(monkeypatch):
    from pathlib import Path

    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    path = Path(nv.analyze(PERU).show())
    assert opened == [path.as_uri()]
    assert "thanked" in path.read_text(encoding="utf-8")
    path.unlink()
