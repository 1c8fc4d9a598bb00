"""What people look at: the HTML of a corpus, and a document's page in a file."""

from __future__ import annotations

import tempfile
import webbrowser
from collections import Counter
from html import escape
from pathlib import Path

from ._native import _html_style

TYPE_CHECKING = False  # `typing` takes longer to import than all the rest.
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from typing import Any

    from ._native import Corpus

#: How many speakers, holders and targets are shown.
MOST = 8


def show(page: str, path: Any | None) -> str:
    """Writes a page to ``path``, or to a temporary file that is opened in the browser; says where it is."""
    if path is None:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="notaverbale-", suffix=".html", delete=False
        ) as file:
            file.write(page)
        webbrowser.open(Path(file.name).as_uri())
        return file.name
    Path(path).write_text(page, encoding="utf-8")
    return str(path)


def corpus(corpus: Corpus) -> str:
    """The HTML of a corpus: its counts, who speaks most, and who is for and against what."""
    statements, stances = corpus.statements.to_pydict(), corpus.stances.to_pydict()
    counts = [
        (len(corpus), "texts"),
        (len(corpus.missing), "missing"),
        (len(statements["speaker"]), "statements"),
        (len(stances["holder"]), "stances"),
    ]
    key = "".join(f"<li>{number:,} {name}</li>" for number, name in counts)
    parts = [
        f'<style>\n{_html_style()}</style>\n<article class="notaverbale">\n<ul class="key">{key}</ul>\n',
        _speakers(statements),
        _matrix("What holders do", stances, "act"),
        _matrix("What holders are for and against, more than once", stances, "target", least=2),
        "</article>\n",
    ]
    return "".join(parts)


def _speakers(statements: dict[str, list[Any]]) -> str:
    pairs = zip(statements["speaker"], statements["party"], strict=True)
    speakers = Counter(pair for pair in pairs if pair[0] is not None)
    rows = [
        f"<td>{number:,}</td><td>{escape(speaker)}</td><td>{_or_none(party)}</td>"
        for (speaker, party), number in speakers.most_common(MOST)
    ]
    return _table(_title("Speakers", len(speakers)), ["statements", "speaker", "party"], rows)


def _matrix(title: str, stances: dict[str, list[Any]], across: str, least: int = 1) -> str:
    """A row for each holder, a column for each value of ``across`` that comes ``least`` times or more."""
    columns = (stances[name] for name in ("holder", across, "polarity"))
    cells = [cell for cell in zip(*columns, strict=True) if cell[0] is not None and cell[1] is not None]
    often = Counter(cell[1] for cell in cells)
    cells = [cell for cell in cells if often[cell[1]] >= least]
    holders, heads = (_frequent(cell[place] for cell in cells) for place in (0, 1))
    counts = Counter(cells)
    rows = []
    for holder in holders:
        row = [f"<th>{escape(holder)}</th>"]
        for head in heads:
            favor, against = (counts[holder, head, polarity] for polarity in ("favor", "against"))
            kind = "favor" if favor and not against else "against" if against and not favor else "none"
            numbers = [f"{favor} for"] * bool(favor) + [f"{against} against"] * bool(against)
            row.append(f'<td class="{kind}">{", ".join(numbers)}</td>')
        if any("></td>" not in cell for cell in row[1:]):
            rows.append("".join(row))
    return _table(title, ["", *heads], rows, kind="matrix")


def _frequent(names: Iterable[Hashable]) -> list[Any]:
    return [name for name, _ in Counter(names).most_common(MOST)]


def _title(what: str, number: int) -> str:
    return what if number <= MOST else f"{what}, the first {MOST} of {number:,}"


def _or_none(value: str | None) -> str:
    return '<span class="none">–</span>' if value is None else escape(value)


def _table(title: str, heads: list[str], rows: list[str], kind: str = "rows") -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return (
        f'<div class="scroll"><table class="{kind}"><caption>{title}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n"
    )
