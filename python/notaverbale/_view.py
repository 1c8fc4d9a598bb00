"""What people look at: the HTML of a corpus, and a document's page in a file."""

from __future__ import annotations

import tempfile
import webbrowser
from collections import Counter
from html import escape
from pathlib import Path

from ._counts import cells, frequent
from ._native import _html_style

TYPE_CHECKING = False  # `typing` takes longer to import than all the rest.
if TYPE_CHECKING:
    from typing import Any

    from ._native import Corpus, Table

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
    statements, stances = corpus.statements, corpus.stances
    counts = [
        (len(corpus), "texts"),
        (len(corpus.missing), "missing"),
        (len(statements), "statements"),
        (len(stances), "stances"),
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


def _speakers(statements: Table) -> str:
    pairs = cells(statements, "speaker", "party")
    speakers = Counter(pair for pair in pairs if pair[0] is not None)
    rows = [
        f"<td>{number:,}</td><td>{escape(speaker)}</td><td>{_or_none(party)}</td>"
        for (speaker, party), number in speakers.most_common(MOST)
    ]
    return _table(_title("Speakers", len(speakers)), ["statements", "speaker", "party"], rows)


def _matrix(title: str, stances: Table, across: str, least: int = 1) -> str:
    """A row for each holder, a column for each value of ``across`` that comes ``least`` times or more."""
    rows = cells(stances, "holder", across, "polarity")
    named = [row for row in rows if row[0] is not None and row[1] is not None]
    often = Counter(row[1] for row in named)
    counted = [row for row in named if often[row[1]] >= least]
    holders, heads = (frequent((row[place] for row in counted), MOST) for place in (0, 1))
    counts = Counter(counted)
    lines = []
    for holder in holders:
        line = [f"<th>{escape(holder)}</th>"]
        for head in heads:
            favor, against = (counts[holder, head, polarity] for polarity in ("favor", "against"))
            kind = "favor" if favor and not against else "against" if against and not favor else "none"
            numbers = [f"{favor} for"] * bool(favor) + [f"{against} against"] * bool(against)
            line.append(f'<td class="{kind}">{", ".join(numbers)}</td>')
        if any(counts[holder, head, polarity] for head in heads for polarity in ("favor", "against")):
            lines.append("".join(line))
    return _table(title, ["", *heads], lines, kind="matrix")


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
