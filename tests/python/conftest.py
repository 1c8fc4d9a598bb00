"""What the tests share: texts written for the project, and laws that hold for any document."""

import importlib.util

import pytest

PERU = "Peru thanked Chile for its help."
CHILE = "Chile said that talks had begun."
NOTHING = "It rained."

#: Characters of two to four bytes, a line end of two, a mark that combines, and one that does not show.
HARD = "’é中😀\r\ne\u0301\ufeff"


def needs(name: str) -> pytest.MarkDecorator:
    """Skips a test, and says so, where an optional library is not installed."""
    return pytest.mark.skipif(importlib.util.find_spec(name) is None, reason=f"{name} is not installed")


def spans_of(document):
    """Every span of a document."""
    yield from document.sentences
    if document.dateline is not None:
        yield document.dateline
    for statement in document.statements:
        yield from (*statement.source, *statement.cue, *statement.content)
    for stance in document.stances:
        yield from (*stance.expression, *stance.target)


def check_document(document, text):
    """The laws: the text is unchanged, spans slice it, indices lead back."""
    assert document.text == text
    for span in spans_of(document):
        assert 0 <= span.start_char <= span.end_char <= len(text)
        assert text[span.start_char : span.end_char] == span.text
    for index, statement in enumerate(document.statements):
        assert statement.index == index
        assert statement.content
        assert statement.stances == [s for s in document.stances if s.statement == index]
    for index, stance in enumerate(document.stances):
        assert stance.index == index
        assert stance.expression
