"""Tables as frames of other libraries, each imported only here and only when asked for.

The methods of ``Table`` call these, and have their types.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._native import Table


def to_arrow(table: Table) -> Any:
    """The table as a pyarrow table."""
    import pyarrow as pa

    return pa.table(table)


def to_polars(table: Table) -> Any:
    """The table as a polars frame."""
    import polars as pl

    return pl.DataFrame(table)


def to_pandas(table: Table) -> Any:
    """The table as a pandas frame: through Arrow where pyarrow is installed, else by columns."""
    import pandas as pd

    try:
        import pyarrow as pa
    except ImportError:
        return _by_columns(table)
    frame = pa.table(table).to_pandas(types_mapper={pa.uint32(): pd.UInt32Dtype()}.get)
    return frame.astype(dict.fromkeys(_counts(table), "uint32"))


def _by_columns(table: Table) -> Any:
    """The frame that pyarrow would give."""
    import pandas as pd

    codes = table._codes()

    def column(name: str, values: list[Any]) -> Any:
        if name in codes:
            return pd.Categorical(values, categories=codes[name], ordered=name == "strength")
        return pd.Series(values, dtype=_dtype(name, table))

    return pd.DataFrame({name: column(name, values) for name, values in table.to_pydict().items()})


def _counts(table: Table) -> list[str]:
    """The columns of numbers that are always there; an offset may be missing."""
    return [name for name in table.columns if name in ("statement", "stance")]


def _dtype(name: str, table: Table) -> Any:
    import pandas as pd

    if name in _counts(table):
        return "uint32"
    if name.endswith(("_start", "_end")):
        return "UInt32"
    if name in ("continued", "negated"):
        return "bool"
    if name == "confidence":
        return "float32"
    # pandas 3 has a dtype of its own for strings; before, they were objects.
    return "str" if int(pd.__version__.partition(".")[0]) >= 3 else "object"
