"""From record batches to record batches, for engines such as Spark that spread work over machines.

Each function takes an iterator of ``pyarrow.RecordBatch`` and yields one batch for each, so that memory stays
flat. Columns are the table's, with the plain types that every engine knows (``string``, ``int64``, ``bool``,
``float32``); ``schema`` names them. Importing this module needs pyarrow.

Examples:
    >>> import pyarrow as pa
    >>> from notaverbale import batches
    >>> texts = pa.RecordBatch.from_pydict({"key": ["a", "b"], "text": ["Peru thanked Chile.", None]})
    >>> [batch.select(["id", "holder", "act"]).to_pylist() for batch in batches.stances([texts], id="key")]
    [[{'id': 'a', 'holder': 'Peru', 'act': 'praise'}]]

    In Spark::

        from functools import partial

        stances = partial(batches.stances, id="key")
        frame.select("key", "text").mapInArrow(stances, batches.ddl("stances"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ._corpus import analyze_many
from ._frames import pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ._native import Table

__all__ = ["ddl", "schema", "stances", "statements"]

#: The names that Spark's language for schemas has for our types.
_DDL = {pa.string(): "string", pa.int64(): "bigint", pa.bool_(): "boolean", pa.float32(): "float"}


def statements(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str | None = None,
    author: str | None = None,
    date: str | None = None,
    threads: int | None = 1,
    **options: Any,
) -> Iterator[pa.RecordBatch]:
    """Yields a batch of statements for each batch of texts.

    Args:
        batches: Batches with a column of texts.
        text: The name of that column.
        id: The column that names each text; without one, ``id`` is null, as a place in a batch names nothing.
        author: The column that says who wrote each text, for texts in the first person.
        date: The column that says when each was published.
        threads: How many threads each batch may use. The engine has its own workers, so by default one.
        options: ``attribution``, ``min_confidence``, ``aliases``, ``parties`` and ``expressions``, as for
            ``notaverbale.analyze_many``.

    Raises:
        KeyError: A batch has no such column.
        TypeError: A value of the column is no text; the message names its row in the batch.
    """
    return _tables("statements", batches, text, id, author, date, {"threads": threads, **options})


def stances(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    id: str | None = None,
    author: str | None = None,
    date: str | None = None,
    threads: int | None = 1,
    **options: Any,
) -> Iterator[pa.RecordBatch]:
    """Yields a batch of stances for each batch of texts; else as ``statements``."""
    return _tables("stances", batches, text, id, author, date, {"threads": threads, **options})


def schema(kind: str) -> pa.Schema:
    """The Arrow schema of ``"statements"`` or ``"stances"``.

    Raises:
        ValueError: There is no such table.
    """
    if kind not in ("statements", "stances"):
        raise ValueError(f'kind: {kind!r}, expected "statements" or "stances"')
    return _plain(pick(analyze_many([]), kind), named=True).schema


def ddl(kind: str) -> str:
    """The same schema as Spark writes it: ``id string, date string, …``."""
    return ", ".join(f"{field.name} {_DDL[field.type]}" for field in schema(kind))


def _tables(
    kind: str,
    batches: Iterable[pa.RecordBatch],
    text: str,
    id: str | None,
    author: str | None,
    date: str | None,
    options: dict[str, Any],
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        ids, authors, dates = (None if name is None else batch.column(name) for name in (id, author, date))
        corpus = analyze_many(batch.column(text), ids=ids, authors=authors, dates=dates, **options)
        yield _plain(pick(corpus, kind), named=id is not None)


def _plain(table: Table, *, named: bool) -> pa.RecordBatch:
    """The table with plain types; without ids where the caller gave none."""
    arrow = pa.table(table)
    fields = [pa.field(field.name, _plain_type(field.type)) for field in arrow.schema]
    arrow = arrow.cast(pa.schema(fields))
    if not named:
        arrow = arrow.set_column(0, fields[0], pa.nulls(arrow.num_rows, pa.string()))
    return pa.RecordBatch.from_arrays(
        [column.combine_chunks() for column in arrow.columns], schema=arrow.schema
    )


def _plain_type(data_type: pa.DataType) -> pa.DataType:
    if pa.types.is_dictionary(data_type):
        return data_type.value_type
    return pa.int64() if pa.types.is_integer(data_type) else data_type
