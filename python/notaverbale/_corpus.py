"""Many texts at once."""

from __future__ import annotations

from . import _native
from ._progress import reporter

TYPE_CHECKING = False  # `typing` takes longer to import than all the rest.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Literal

    from ._native import Corpus


def analyze_many(
    texts: Iterable[Any],
    *,
    ids: Iterable[Any] | None = None,
    authors: Iterable[Any] | None = None,
    dates: Iterable[Any] | None = None,
    progress: bool | Callable[[int, int], object] | None = False,
    threads: int | None = None,
    attribution: Literal["learned", "rules"] = "learned",
    min_confidence: float = 0.0,
    aliases: dict[str, str] | None = None,
    parties: dict[str, str] | None = None,
    expressions: object = None,
) -> Corpus:
    """Finds who said what in many texts, and with what stance.

    Each argument that holds a column may be a list, a tuple, any iterator, a numpy array, a pandas or polars
    Series, or a pyarrow array. A missing text (None, NaN, NA) keeps its place and its id but gives no row.
    Other threads run meanwhile, and Ctrl-C stops the work.

    Args:
        texts: The texts.
        ids: A name for each text, made a string by ``str()``. By default the index of a pandas Series, else
            the position, counted from 0; the position also stands in for a missing id. They need not differ,
            but rows are only told apart by them.
        authors: Who wrote each text, for texts in the first person.
        dates: When each was published: strings, kept as they are, or dates. A date and time at midnight
            counts as a date.
        progress: True shows a bar by tqdm where it is installed, else a line on standard error. A callable is
            called with the number of texts done and the number of all texts, from time to time.
        threads: How many threads to use; by default one for each processor.
        attribution: How statements are found: ``"learned"``, by a model that was learned from annotated news
            and readouts, or by ``"rules"`` over lexicons alone, which is faster and finds less.
        min_confidence: Statements of less confidence are left out, from 0 to 1: the higher, the fewer
            statements, and the more of them right. What goes on with a statement that is left out is left out
            too.
        aliases: Other names of people, each with the name that the tables show: ``{"EAM": "Ravi Menon"}`` for
            a minister whom texts call by the office alone. A name counts where it stands in these letters, as
            a phrase of its own.
        parties: The parties of people and bodies, whatever the texts say (``{"Ravi Menon": "India"}``), and
            of single words (``{"Ruritanian": "Ruritania"}``).
        expressions: Entries for the lexicon of stances, as dictionaries or a pandas, polars or pyarrow table:
            ``[{"pattern": "stand tall with", "act": "support"}]``. An entry replaces all of the same pattern;
            the act ``"assert"`` makes the pattern silent. Pattern and act are enough; ``polarity``,
            ``strength``, ``frame``, ``target``, ``addressee``, ``cameo``, ``plover`` and ``pos`` are as in
            the project's ``stance.tsv``, whose header explains them.

    Returns:
        The table of statements and the table of stances. Offsets count code points.

    Raises:
        TypeError: An argument is no column, or a value in it is of a wrong type; the message names the row.
            ``aliases`` or ``parties`` is no dictionary of strings, or a row of ``expressions`` none.
        NotaverbaleError: A string holds a lone surrogate, an argument has more or fewer values than there are
            texts, ``threads`` is out of range, an option has a value that it does not know, or a row of
            ``expressions`` a key or a value that no entry can have; the message names the row.

    Examples:
        >>> import notaverbale as nv
        >>> corpus = nv.analyze_many(["Peru thanked Chile for its help.", None], ids=["a", "b"])
        >>> [(row["id"], row["holder"], row["act"]) for row in corpus.to_dicts()]
        [('a', 'Peru', 'praise')]
        >>> len(corpus), corpus.missing
        (2, [1])

        A pandas frame gets its rows back by its index::

            stances = nv.analyze_many(frame["text"]).to_pandas()
            stances.merge(frame, left_on="id", right_on=frame.index.astype(str))
    """
    return _native._analyze_many(
        texts,
        ids,
        authors,
        dates,
        reporter(progress),
        threads,
        attribution,
        min_confidence,
        aliases,
        parties,
        expressions,
    )
