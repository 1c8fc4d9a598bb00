"""Reads diplomatic readouts and political news and returns who said what, and with what stance.

One text, for a look at it::

    document = nv.analyze(text)

Many texts, for a table::

    corpus = nv.analyze_many(frame["text"], ids=frame["id"], dates=frame["date"])
    corpus.to_pandas()

Offsets count code points, so that ``text[span.start_char:span.end_char] == span.text``.

Examples:
    >>> import notaverbale as nv
    >>> document = nv.analyze("Peru thanked Chile for its help.")
    >>> [(stance.holder, stance.act, stance.polarity) for stance in document.stances]
    [('Peru', 'praise', 'favor')]
"""

from ._corpus import analyze_many
from ._errors import NotaverbaleError
from ._native import (
    Corpus,
    Document,
    Member,
    Mention,
    Sentence,
    SentenceSplitter,
    Span,
    Stance,
    Statement,
    Table,
    Token,
    __version__,
    analyze,
    sentences,
)

__all__ = [
    "Corpus",
    "Document",
    "Member",
    "Mention",
    "NotaverbaleError",
    "Sentence",
    "SentenceSplitter",
    "Span",
    "Stance",
    "Statement",
    "Table",
    "Token",
    "__version__",
    "analyze",
    "analyze_many",
    "sentences",
]
