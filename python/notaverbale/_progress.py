"""Progress: what ``analyze_many`` calls after each chunk of texts."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def reporter(
    progress: bool | Callable[[int, int], object] | None,
) -> Callable[[int, int], object] | None:
    """Makes a callable of a caller's ``progress``.

    Args:
        progress: A callable is returned as it is; True gives a bar, False and None give nothing.

    Returns:
        What to call with the number of texts done and of all texts; None for nothing.

    Raises:
        TypeError: It is something else.
    """
    if progress is None or progress is False:
        return None
    if progress is True:
        try:
            from tqdm.auto import tqdm
        except ImportError:
            return _message
        return _Bar(tqdm)
    if callable(progress):
        return progress
    raise TypeError(f"progress: expected a bool or a callable, found {type(progress).__name__}")


class _Bar:
    """A tqdm bar that opens with the first chunk and closes with the last."""

    def __init__(self, tqdm: Any) -> None:
        self._tqdm = tqdm
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = self._tqdm(total=total, unit=" texts")
        self._bar.update(done - self._bar.n)
        if done == total:
            self._bar.close()


def _message(done: int, total: int) -> None:
    """A line that is written over, for who has no tqdm."""
    end = "\n" if done == total else ""
    print(
        f"\rnotaverbale: {done} of {total} texts (install tqdm for a bar)",
        end=end,
        file=sys.stderr,
        flush=True,
    )
