"""The cases that Rust and Python share: what Python returns is what the guideline says of each text."""

import json
from pathlib import Path

import pytest

import notaverbale as nv

CASES = Path(__file__).parents[1] / "cases"


def read():
    for path in sorted(CASES.glob("*.jsonl")):
        # Not `splitlines`, which would also split at the line separators that some texts hold.
        lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        assert lines, f"{path.name} is empty"
        for number, line in enumerate(lines, 1):
            yield pytest.param(json.loads(line), id=f"{path.stem}:{number}")


def spans(pieces):
    """Spans as the cases write them: null for none, else code points with their words."""
    return [[span.start_char, span.end_char, span.text] for span in pieces] or None


def row(item, expected):
    """The values of a statement or stance that a case names."""
    found = {}
    for key in expected:
        value = item.statement if key == "statement" else getattr(item, key)
        found[key] = spans(value) if isinstance(value, (tuple, list)) else value
    return found


def words(pieces):
    """The words of a content, as tables have them."""
    return " … ".join(span.text for span in pieces)


def speaker(statement, expected):
    """Whose words a statement is, in the shape of the case."""
    found = {"content": expected["content"], "speaker": statement.speaker, "party": statement.party}
    if "holder" in expected:
        found["holder"] = statement.stances[0].holder if statement.stances else None
    return found


@pytest.mark.parametrize("case", list(read()))
def test_case(case):
    document = nv.analyze(case["text"], author=case.get("author"))
    right = True
    if "tokens" in case:
        right &= spans(document.tokens) == case["tokens"]
    if "tree" in case:
        right &= case["tree"] == [
            [token.text, token.lemma, token.upos, 0 if token.head is None else token.head + 1, token.deprel]
            for token in document.tokens
        ]
    for name in ("sentences", "statements", "stances"):
        if name not in case:
            continue
        found = getattr(document, name)
        expected = case[name]
        if name == "sentences":
            right &= spans(found) == (expected or None)
        else:
            right &= len(found) == len(expected) and all(
                row(item, one) == one for item, one in zip(found, expected, strict=True)
            )
    for expected in case.get("speakers", []):
        found = [one for one in document.statements if words(one.content) == expected["content"]]
        right &= bool(found) and speaker(found[0], expected) == expected
    # A case that goes wrong today says why, and has to go wrong, so that a cure is noticed.
    assert right != ("fixme" in case), case
