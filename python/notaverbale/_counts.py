"""Rows of a table to count: what pictures and the HTML of a corpus share."""

from __future__ import annotations

from collections import Counter

TYPE_CHECKING = False  # `typing` takes longer to import than all the rest.
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def cells(table: Any, *names: str) -> list[tuple[Any, ...]]:
    """The cells of these columns of a table or a pandas frame, row by row; what is missing is None."""
    if hasattr(table, "to_pydict"):
        columns = table.to_pydict()
        return list(zip(*(columns[name] for name in names), strict=True))
    frame = table[list(names)].astype(object)
    return list(frame.where(frame.notna(), None).itertuples(index=False, name=None))


def frequent(names: Iterable[Any], most: int) -> list[Any]:
    """The most frequent names, at most this many."""
    return [name for name, _ in Counter(names).most_common(most)]
