"""A transformer for scikit-learn: how often a text takes each stance.

Examples:
    >>> from notaverbale.sklearn import StanceCounts
    >>> counts = StanceCounts()
    >>> counts.fit_transform(["Peru thanked Chile.", "It rained."]).sum(axis=1).tolist()
    [1.0, 0.0]
    >>> counts.get_feature_names_out()[:3].tolist()
    ['support_favor', 'support_against', 'oppose_favor']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from ._corpus import analyze_many

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["StanceCounts"]


class StanceCounts(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Counts the stances of each text by act and polarity.

    It learns nothing, so ``fit`` only returns it. ``set_output(transform="pandas")`` gives a frame.

    Args:
        min_confidence: Stances of less confidence are not counted.
        threads: How many threads to use; by default one for each processor.
    """

    def __init__(self, *, min_confidence: float = 0.0, threads: int | None = None) -> None:
        self.min_confidence = min_confidence
        self.threads = threads

    def fit(self, X: Iterable[Any], y: object = None) -> StanceCounts:
        """Returns the transformer itself; ``X`` and ``y`` are not looked at."""
        return self

    def transform(self, X: Iterable[Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
        """The counts: a row for each text, a column for each act with each polarity.

        Args:
            X: A column of texts; a missing one counts nothing.

        Raises:
            TypeError: A value is no text; the message names the row.
        """
        texts = list(X)
        stances = analyze_many(texts, ids=range(len(texts)), threads=self.threads).stances
        places = {pair: place for place, pair in enumerate(_pairs(stances._codes()))}
        columns = stances.to_pydict()
        counts = np.zeros((len(texts), len(places)))
        rows = zip(*(columns[name] for name in ("id", "act", "polarity", "confidence")), strict=True)
        for text, act, polarity, confidence in rows:
            if confidence >= self.min_confidence:
                counts[int(text), places[act, polarity]] += 1
        return counts

    def get_feature_names_out(self, input_features: object = None) -> np.ndarray[Any, np.dtype[Any]]:
        """The names of the columns, ``support_favor`` to ``warn_against``."""
        pairs = _pairs(analyze_many([]).stances._codes())
        return np.asarray([f"{act}_{polarity}" for act, polarity in pairs], dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return True


def _pairs(codes: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(act, polarity) for act in codes["act"] for polarity in codes["polarity"]]
