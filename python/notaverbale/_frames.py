"""What the accessors of all frames share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._corpus import analyze_many

if TYPE_CHECKING:
    from ._native import Corpus, Table

#: What a caller's column gets behind its name where the table has one of that name.
SUFFIX = "_frame"

Frame = TypeVar("Frame")


def pick(corpus: Corpus, kind: str) -> Table:
    """The table of ``"statements"`` or ``"stances"``."""
    return corpus.statements if kind == "statements" else corpus.stances


def table(kind: str, texts: Any, options: dict[str, Any]) -> Table:
    """The same of texts; each ``id`` is the place of the text."""
    return pick(analyze_many(texts, ids=range(len(texts)), **options), kind)


class FrameTables(Generic[Frame]):
    """A frame with a column of texts: ``frame.nv``."""

    def __init__(self, frame: Frame) -> None:
        self._frame: Any = frame

    def statements(self, text: str = "text", *, author: str | None = None, **options: Any) -> Frame:
        """A row for each statement, with the other columns of its text (in pandas, with the index too).

        Args:
            text: The column of texts; it is left out of the result.
            author: The column that says who wrote each text, for texts in the first person.
            options: ``progress``, ``threads``, ``attribution``, ``min_confidence``, ``aliases``,
                ``parties`` and ``expressions``, as for ``notaverbale.analyze_many``.

        Returns:
            The frame's columns, then those of the table of statements, but for ``id`` and ``date``. A column
            of the frame with a name of the table's gets the suffix ``_frame``. A text without statements, or
            a missing one, has no row.

        Raises:
            KeyError: The frame has no such column; in polars a ``polars.exceptions.ColumnNotFoundError``.
            TypeError: A value of the column is no text; the message names the row.
        """
        return self._table("statements", text, author, options)

    def stances(self, text: str = "text", *, author: str | None = None, **options: Any) -> Frame:
        """A row for each stance, with the other columns of its text; else as ``statements``."""
        return self._table("stances", text, author, options)

    def _table(self, kind: str, text: str, author: str | None, options: dict[str, Any]) -> Frame:
        if author is not None:
            options["authors"] = self._frame[author]
        return self._beside(kind, text, options)

    def _beside(self, kind: str, text: str, options: dict[str, Any]) -> Frame:
        """The rows beside the frame's other columns."""
        raise NotImplementedError
