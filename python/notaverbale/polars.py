"""The namespace ``nv`` of polars frames, series and expressions, there once this module is imported.

Examples:
    >>> import polars as pl
    >>> import notaverbale.polars
    >>> frame = pl.DataFrame({"text": ["Peru thanked Chile.", "It rained."], "year": [2024, 2025]})
    >>> frame.nv.stances("text").select("year", "holder", "target").rows()
    [(2024, 'Peru', 'Chile')]
    >>> lists = frame.lazy().select("year", stances=pl.col("text").nv.stances()).collect()
    >>> lists["stances"].list.len().to_list()
    [1, 0]
    >>> lists.explode("stances").unnest("stances").drop_nulls("act").select("year", "holder").rows()
    [(2024, 'Peru')]
"""

from __future__ import annotations

from typing import Any

import polars as pl

from ._frames import SUFFIX, FrameTables, table

__all__ = ["ExprNamespace", "FrameNamespace", "SeriesNamespace"]


@pl.api.register_series_namespace("nv")
class SeriesNamespace:
    """A series of texts: ``series.nv``."""

    def __init__(self, texts: pl.Series) -> None:
        self._texts = texts

    def statements(self, **options: Any) -> pl.Series:
        """The statements of each text, as a list of structs.

        Args:
            options: ``authors``, ``progress``, ``threads``, ``attribution``, ``min_confidence``, ``aliases``,
                ``parties`` and ``expressions``, as for ``notaverbale.analyze_many``.

        Returns:
            As many lists as texts. The fields are the columns of the table of statements, but for ``id`` and
            ``date``. A text without statements has an empty list, a missing one has none.

        Raises:
            TypeError: A value is no text; the message names the row.
        """
        return _lists(self._texts, "statements", options)

    def stances(self, **options: Any) -> pl.Series:
        """The stances of each text, as a list of structs; else as ``statements``."""
        return _lists(self._texts, "stances", options)


@pl.api.register_expr_namespace("nv")
class ExprNamespace:
    """An expression of texts: ``pl.col("text").nv``, in eager and lazy frames."""

    def __init__(self, texts: pl.Expr) -> None:
        self._texts = texts

    def statements(self, **options: Any) -> pl.Expr:
        """The statements of each text, as a list of structs; ``explode`` and ``unnest`` make rows of them.

        Args:
            options: ``progress``, ``threads``, ``attribution``, ``min_confidence``, ``aliases``,
                ``parties`` and ``expressions``, as for ``notaverbale.analyze_many``.
        """
        return self._map("statements", options)

    def stances(self, **options: Any) -> pl.Expr:
        """The stances of each text, as a list of structs; else as ``statements``."""
        return self._map("stances", options)

    def _map(self, kind: str, options: dict[str, Any]) -> pl.Expr:
        dtype = pl.List(pl.Struct(_table([], kind, {})[0].schema))
        return self._texts.map_batches(
            lambda texts: _lists(texts, kind, options), return_dtype=dtype, is_elementwise=True
        )


@pl.api.register_dataframe_namespace("nv")
class FrameNamespace(FrameTables[pl.DataFrame]):
    """A frame with a column of texts: ``frame.nv``."""

    def _beside(self, kind: str, text: str, options: dict[str, Any]) -> pl.DataFrame:
        frame: pl.DataFrame = self._frame
        rows, places = _table(frame[text], kind, options)
        beside = frame.drop(text)[places]
        taken = {name: name + SUFFIX for name in beside.columns if name in rows.columns}
        return beside.rename(taken).hstack(rows)


def _lists(texts: pl.Series, kind: str, options: dict[str, Any]) -> pl.Series:
    rows, places = _table(texts, kind, options)
    found = pl.DataFrame({"place": places, "rows": rows.to_struct()}).group_by("place").agg("rows")
    every = pl.DataFrame(
        {"place": pl.int_range(len(texts), dtype=pl.Int64, eager=True), "text": texts.is_null()}
    )
    lists = every.join(found, on="place", how="left", maintain_order="left")
    empty = pl.lit([], dtype=lists["rows"].dtype)
    filled = pl.when("text").then(None).otherwise(pl.col("rows").fill_null(empty))
    return lists.select(filled.alias(texts.name)).to_series()


def _table(texts: Any, kind: str, options: dict[str, Any]) -> tuple[pl.DataFrame, pl.Series]:
    """The rows, and for each the place of its text."""
    frame = table(kind, texts, options).to_polars()
    return frame.drop("id", "date"), frame["id"].cast(pl.Int64)
