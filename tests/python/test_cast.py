"""Who is in a document: cast, speakers, mentions."""

import copy
import pickle

import pytest

import notaverbale as nv
from conftest import HARD, PERU

NEWS = (
    f"{HARD} Foreign Minister Ana Lima of Brazil met Ravi Menon. “We will go,” she said. "
    "The minister added that talks had begun."
)


def member(document, name):
    [found] = [member for member in document.cast if member.name == name]
    return found


def test_a_person_with_every_mention():
    document = nv.analyze(NEWS)
    lima = member(document, "Ana Lima")
    assert (lima.kind, lima.role, lima.party) == ("person", "Foreign Minister", "Brazil")
    forms = [(mention.text, mention.form) for mention in lima.mentions]
    assert forms[0] == ("Foreign Minister Ana Lima of Brazil", "name")
    assert ("she", "pronoun") in forms
    for mention in lima.mentions:
        assert NEWS[mention.start_char : mention.end_char] == mention.text
    starts = [mention.start_char for mention in lima.mentions]
    assert starts == sorted(starts)


def test_speakers_are_those_with_statements():
    document = nv.analyze(NEWS)
    assert member(document, "Ravi Menon").statements == 0
    assert [one.name for one in document.speakers] == [one.name for one in document.cast if one.statements]
    assert sum(one.statements for one in document.speakers) == len(
        [statement for statement in document.statements if statement.member]
    )
    assert nv.analyze("It rained.").speakers == nv.analyze("").cast == []


@pytest.mark.parametrize("text", [NEWS, PERU, HARD, "The two sides agreed that talks had begun."])
def test_members_lead_back_to_the_cast(text):
    document = nv.analyze(text)
    assert [one.index for one in document.cast] == list(range(len(document.cast)))
    for statement in document.statements:
        if statement.member is None:
            assert statement.speaker is None
            continue
        assert statement.member == document.cast[statement.member.index]
        assert (statement.member.name, statement.member.kind) == (
            statement.speaker,
            document.cast[statement.member.index].kind,
        )


def test_the_words_that_name_a_speaker():
    document = nv.analyze(NEWS)
    [said] = [statement for statement in document.statements if statement.source_text == "she"]
    assert said.mention == nv.Span(
        said.mention.start_char, said.mention.end_char, "Foreign Minister Ana Lima of Brazil"
    )
    assert NEWS[said.mention.start_char : said.mention.end_char] == said.mention.text
    [peru] = nv.analyze(PERU).statements
    assert peru.mention == peru.source[0]


def test_an_author_has_no_mentions():
    document = nv.analyze("I thank Chile.", author="Ana Lima")
    [author] = document.speakers
    assert (author.name, author.mentions) == ("Ana Lima", [])
    assert document.statements[0].mention is None


def test_json_has_the_same_cast():
    document = nv.analyze(NEWS)
    as_dict = document.to_dict()
    for record, one in zip(as_dict["cast"], document.cast, strict=True):
        assert (record["name"], record["kind"], record["role"]) == (one.name, one.kind, one.role)
        assert record["mentions"] == [
            {"span": [mention.start_char, mention.end_char], "form": mention.form} for mention in one.mentions
        ]
    for record, statement in zip(as_dict["statements"], document.statements, strict=True):
        assert record["member"] == (statement.member.index if statement.member else None)


def test_reprs():
    lima = member(nv.analyze(NEWS), "Ana Lima")
    assert repr(lima).startswith(
        "Member(name='Ana Lima', kind='person', role='Foreign Minister', party='Brazil', statements="
    )
    mention = lima.mentions[0]
    assert eval(repr(mention), {"Mention": nv.Mention}) == mention


def test_equality_and_hash():
    one, other = nv.analyze(NEWS), nv.analyze(NEWS)
    assert one.cast == other.cast
    assert len({*one.cast, *other.cast}) == len(one.cast)
    assert one.cast[0] != one.cast[1]
    assert one.cast[0] != nv.analyze(NEWS, id="a").cast[0]
    assert one.cast[0] != one.statements[0]
    assert one.cast[0].mentions == other.cast[0].mentions
    assert len({*one.cast[0].mentions, *other.cast[0].mentions}) == len(one.cast[0].mentions)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_and_copy(protocol):
    document = nv.analyze(NEWS)
    for thing in (*document.cast, *document.cast[0].mentions):
        again = pickle.loads(pickle.dumps(thing, protocol))
        assert again == thing
        assert type(again) is type(thing)
        assert copy.copy(thing) == thing
        assert copy.deepcopy([thing]) == [thing]


def test_a_pickle_that_does_not_fit():
    document = nv.analyze(NEWS)
    restore, (same, _) = document.cast[0].__reduce__()
    with pytest.raises(nv.NotaverbaleError, match="a pickled Member does not fit this version"):
        restore(same, len(document.cast))


def test_nothing_can_be_changed():
    lima = member(nv.analyze(NEWS), "Ana Lima")
    for thing in (lima, lima.mentions[0]):
        with pytest.raises(AttributeError):
            thing.name = "x"
        with pytest.raises(AttributeError):
            thing.form = "x"
