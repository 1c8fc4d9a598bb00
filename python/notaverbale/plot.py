"""Pictures of stances by matplotlib: who stands where, who speaks to whom, and when.

Each function takes a corpus, its table of stances, or a pandas frame with such columns (a part of the table,
say), draws on the axes given or on new ones, and returns them. Green is favor, red is against; numbers and
widths are counts of rows.

Examples:
    >>> import matplotlib
    >>> matplotlib.use("Agg")
    >>> import notaverbale as nv
    >>> import notaverbale.plot
    >>> corpus = nv.analyze_many(["Peru thanked Chile for its help.", "Chile condemned the attack."])
    >>> axes = nv.plot.stance_matrix(corpus)
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['Peru', 'Chile']
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from ._counts import cells, frequent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ._native import Corpus, Table

__all__ = ["over_time", "stance_matrix", "who_to_whom"]

# Of the palette by Okabe and Ito, which people who see no red and green tell apart.
_COLORS = {"favor": "#009E73", "against": "#D55E00"}
_NEUTRAL = "#B0B0B0"
#: Longer names are cut.
_LONGEST = 32


def stance_matrix(
    stances: Corpus | Table | Any,
    *,
    rows: str = "holder",
    columns: str = "act",
    most: int = 12,
    ax: Axes | None = None,
) -> Axes:
    """Draws who takes which stances: a square for each pair of row and column, with its number of stances.

    The colour runs from all in favor to all against. Rows without either cell are left out.

    Args:
        stances: What to draw.
        rows: The column that gives the rows: ``holder``, ``party`` or ``speaker``.
        columns: The column that gives the columns: ``act``, ``addressee`` or ``target``.
        most: How many rows and columns to draw at most, the most frequent first.
        ax: The axes to draw on.

    Raises:
        KeyError: There is no such column.
    """
    cells = _cells(stances, rows, columns, "polarity")
    cells = [cell for cell in cells if cell[0] is not None and cell[1] is not None]
    down = frequent((cell[0] for cell in cells), most)
    across = frequent((cell[1] for cell in cells), most)
    counts = Counter(cells)
    ax = ax or plt.subplots(figsize=(2.5 + 0.5 * len(across), 2.5 + 0.4 * len(down)))[1]
    for y, row in enumerate(down):
        for x, column in enumerate(across):
            favor, against = (counts[row, column, polarity] for polarity in _COLORS)
            if favor + against:
                color = _mixed(favor, against)
                ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, color=color, linewidth=0))
                ax.text(x, y, str(favor + against), ha="center", va="center", color="white")
    ax.set_xlim(-0.5, max(len(across), 1) - 0.5)
    ax.set_ylim(max(len(down), 1) - 0.5, -0.5)
    ax.set_xticks(range(len(across)), [_short(name) for name in across], rotation=45, ha="right")
    ax.set_yticks(range(len(down)), [_short(name) for name in down])
    ax.set_aspect("equal")
    ax.tick_params(length=0)
    _key(ax)
    return ax


def who_to_whom(
    stances: Corpus | Table | Any, *, holder: str = "holder", most: int = 12, ax: Axes | None = None
) -> Axes:
    """Draws an arrow from each holder to whom the stance is addressed.

    A target counts as an addressee where it is itself a holder (``Peru supports Chile``). The more stances,
    the wider the arrow; its colour is that of ``stance_matrix``. Stances without an addressee are left out.

    Args:
        stances: What to draw.
        holder: The column that gives the holders: ``holder``, ``party`` or ``speaker``.
        most: How many names to draw at most, the most frequent first.
        ax: The axes to draw on.

    Raises:
        KeyError: There is no such column.
    """
    cells = _cells(stances, holder, "addressee", "target", "polarity")
    holders = {cell[0] for cell in cells}
    pairs = [
        (one, addressee if addressee is not None else target, polarity)
        for one, addressee, target, polarity in cells
        if one is not None and (addressee is not None or target in holders - {None})
    ]
    shown = frequent((name for one, other, _ in pairs for name in (one, other)), most)
    pairs = [pair for pair in pairs if pair[0] != pair[1] and pair[0] in shown and pair[1] in shown]
    names = [name for name in shown if any(name in pair[:2] for pair in pairs)]
    angle = {name: math.tau * place / len(names) for place, name in enumerate(names)}
    places = {name: (math.sin(turn), math.cos(turn)) for name, turn in angle.items()}
    counts = Counter(pairs)
    ax = ax or plt.subplots(figsize=(7, 6))[1]
    for one, other in dict.fromkeys((one, other) for one, other, _ in pairs):
        favor, against = (counts[one, other, polarity] for polarity in _COLORS)
        style = {
            "arrowstyle": "-|>",
            "color": _mixed(favor, against),
            "linewidth": 1 + math.log2(favor + against),
            "shrinkA": 6,
            "shrinkB": 6,
            "connectionstyle": "arc3,rad=0.12",
        }
        ax.annotate("", places[other], places[one], arrowprops=style)
    for name, (x, y) in places.items():
        ax.plot(x, y, "o", color="#404040")
        side = "center" if abs(x) < 0.1 else "left" if x > 0 else "right"
        ax.annotate(_short(name), (1.1 * x, 1.1 * y), ha=side, va="center")
    ax.set_xlim(-2, 2)
    ax.set_ylim(-1.3, 1.3)
    ax.set_axis_off()
    _key(ax)
    return ax


def over_time(stances: Corpus | Table | Any, *, unit: str = "month", ax: Axes | None = None) -> Axes:
    """Draws how many stances each month or year has: those in favor upwards, those against downwards.

    Args:
        stances: What to draw. Dates that do not begin like ``2024-05`` (or ``2024``, for years) are left out.
        unit: ``"month"`` or ``"year"``.
        ax: The axes to draw on.

    Raises:
        ValueError: The unit is neither.
    """
    if unit not in ("month", "year"):
        raise ValueError(f'unit: {unit!r}, expected "month" or "year"')
    counts: Counter[tuple[int, str]] = Counter()
    for date, polarity in _cells(stances, "date", "polarity"):
        place = _place(date, unit)
        if place is not None:
            counts[place, polarity] += 1
    ax = ax or plt.subplots(figsize=(8, 3.5))[1]
    if counts:
        first, last = min(place for place, _ in counts), max(place for place, _ in counts)
        places = range(first, last + 1)
        for polarity, sign in (("favor", 1), ("against", -1)):
            heights = [sign * counts[place, polarity] for place in places]
            ax.bar(list(places), heights, color=_COLORS[polarity], width=0.8)
        step = max(1, math.ceil(len(places) / 12))
        names = [f"{place // 12}-{place % 12 + 1:02}" if unit == "month" else str(place) for place in places]
        ax.set_xticks(list(places)[::step], names[::step], rotation=45, ha="right")
    ax.axhline(0, color="#404040", linewidth=0.8)
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    ax.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    ax.set_ylabel("stances")
    ax.spines[["top", "right"]].set_visible(False)
    _key(ax)
    return ax


def _cells(stances: Corpus | Table | Any, *names: str) -> list[tuple[Any, ...]]:
    """The cells of these columns of a corpus's stances, of a table or of a frame."""
    return cells(getattr(stances, "stances", stances), *names)


def _place(date: Any, unit: str) -> int | None:
    """The number of the month or year, counted from the year 0."""
    year, _, rest = str(date).partition("-")
    month = rest[:2]
    if not (len(year) == 4 and year.isdecimal()):
        return None
    if unit == "year":
        return int(year)
    return int(year) * 12 + int(month) - 1 if month.isdecimal() and 1 <= int(month) <= 12 else None


def _mixed(favor: int, against: int) -> tuple[float, ...]:
    """The colour of so many in favor and so many against."""
    share = favor / (favor + against)
    ends = to_rgb(_COLORS["against"]), to_rgb(_NEUTRAL), to_rgb(_COLORS["favor"])
    one, other, part = (ends[0], ends[1], 2 * share) if share < 0.5 else (ends[1], ends[2], 2 * share - 1)
    return tuple((1 - part) * a + part * b for a, b in zip(one, other, strict=True))


def _short(name: object) -> str:
    words = str(name)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _key(ax: Axes) -> None:
    """Says what the colours mean."""
    marks = [Line2D([], [], marker="s", linestyle="", color=color) for color in _COLORS.values()]
    ax.legend(marks, list(_COLORS), loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False)
