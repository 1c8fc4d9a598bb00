"""What the accessors of all frames share."""

from __future__ import annotations

from ._corpus import analyze_many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._native import Table

#: What a caller's column gets behind its name where the table has one of that name.
SUFFIX = "_frame"


def table(kind: str, texts: Any, options: dict[str, Any]) -> Table:
    """The table of ``"statements"`` or ``"stances"``; each ``id`` is the place of the text."""
    corpus = analyze_many(texts, ids=range(len(texts)), **options)
    return corpus.statements if kind == "statements" else corpus.stances
