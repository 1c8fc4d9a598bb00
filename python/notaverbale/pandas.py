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

from ._frames import SUFFIX, FrameTables, table

__all__ = ["FrameAccessor", "SeriesAccessor"]


@pd.api.extensions.register_series_accessor("nv")
class SeriesAccessor:
    """A column of texts: ``series.nv``."""

    def __init__(self, texts: pd.Series) -> None:
        self._texts = texts

    def statements(self, **options: Any) -> pd.DataFrame:
        """A row for each statement, under the index of its text.

        Args:
            options: ``authors``, ``progress``, ``threads``, ``attribution``, ``min_confidence``, ``aliases``,
                ``parties`` and ``expressions``, as for ``notaverbale.analyze_many``.

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
class FrameAccessor(FrameTables[pd.DataFrame]):
    """A frame with a column of texts: ``frame.nv``."""

    def _beside(self, kind: str, text: str, options: dict[str, Any]) -> pd.DataFrame:
        frame: pd.DataFrame = self._frame
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
