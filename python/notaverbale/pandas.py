"""The accessor ``nv`` of pandas frames and series, there once this module is imported.

Examples:
    >>> import pandas as pd
    >>> import notaverbale.pandas
    >>> texts = ["Peru thanked Chile.", "It rained."]
    >>> frame = pd.DataFrame({"text": texts, "year": [2024, 2025]}, index=["a", "b"])
    >>> frame.nv.stances("text")[["year", "holder", "act", "target"]]
       year holder     act target
    a  2024   Peru  praise  Chile
    >>> frame["text"].nv.statements().index.tolist()
    ['a']
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ._frames import SUFFIX, table

__all__ = ["FrameAccessor", "SeriesAccessor"]


@pd.api.extensions.register_series_accessor("nv")
class SeriesAccessor:
    """A column of texts: ``series.nv``."""

    def __init__(self, texts: pd.Series) -> None:
        self._texts = texts

    def statements(self, **options: Any) -> pd.DataFrame:
        """A row for each statement, under the index of its text.

        Args:
            options: ``authors``, ``progress`` and ``threads``, as for ``notaverbale.analyze_many``.

        Returns:
            The columns of the table of statements, but for ``id`` and ``date``: the index tells the text.
            A text without statements, or a missing one, has no row.

        Raises:
            TypeError: A value of the column is no text; the message names the row.
        """
        return _rows(self._texts, "statements", options)

    def stances(self, **options: Any) -> pd.DataFrame:
        """A row for each stance, under the index of its text; else as ``statements``."""
        return _rows(self._texts, "stances", options)


@pd.api.extensions.register_dataframe_accessor("nv")
class FrameAccessor:
    """A frame with a column of texts: ``frame.nv``."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def statements(self, text: str = "text", *, author: str | None = None, **options: Any) -> pd.DataFrame:
        """A row for each statement, with the index and the other columns of its text.

        Args:
            text: The column of texts; it is left out of the result.
            author: The column that says who wrote each text, for texts in the first person.
            options: ``progress`` and ``threads``, as for ``notaverbale.analyze_many``.

        Returns:
            The frame's columns, then those of the table of statements, but for ``id`` and ``date``. A column
            of the frame with a name of the table's gets the suffix ``_frame``. A text without statements, or
            a missing one, has no row.

        Raises:
            KeyError: The frame has no such column.
            TypeError: A value of the column is no text; the message names the row.
        """
        return self._join("statements", text, author, options)

    def stances(self, text: str = "text", *, author: str | None = None, **options: Any) -> pd.DataFrame:
        """A row for each stance, with the index and the other columns of its text; else as ``statements``."""
        return self._join("stances", text, author, options)

    def _join(self, kind: str, text: str, author: str | None, options: dict[str, Any]) -> pd.DataFrame:
        frame = self._frame
        if author is not None:
            options["authors"] = frame[author]
        rows, places = _table(frame[text], kind, options)
        beside = frame.drop(columns=text).take(places)
        rows.index = beside.index
        beside = beside.rename(columns={name: name + SUFFIX for name in rows.columns})
        return pd.concat([beside, rows], axis=1)


def _rows(texts: pd.Series, kind: str, options: dict[str, Any]) -> pd.DataFrame:
    rows, places = _table(texts, kind, options)
    rows.index = texts.index.take(places)
    return rows


def _table(texts: pd.Series, kind: str, options: dict[str, Any]) -> tuple[pd.DataFrame, Any]:
    """The rows, and for each the place of its text."""
    frame = table(kind, texts, options).to_pandas()
    return frame.drop(columns=["id", "date"]), frame["id"].astype("int64").to_numpy()
