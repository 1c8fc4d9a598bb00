"""Measures polarity on annotated readouts: VADER on the sentence, VADER on the clause, and notaverbale.

    python polarity.py GOLD.jsonl [GOLD.jsonl ...]

A line of GOLD is a document as the annotation guideline has it. Every annotated stance is an item whose label
is its polarity, and every statement without a stance one whose label is none. For each item

- VADER says favor where its compound score is 0.05 or more, against where it is -0.05 or less, and else none:
  of the sentence in which the expression begins (or the content of a statement without a stance), and of the
  clause, which is the cue and the content of the statement;
- notaverbale says the polarity of the stance it finds whose expression shares the most words with the item's,
  each stance taken once, the best pairs first, and none where there is no such stance; of a statement without
  a stance, that of the first stance left over whose expression is in its clause.

Figures are the F1 of each label, and their mean.
"""

import argparse
import json
import re
from pathlib import Path
from typing import NamedTuple

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

import notaverbale as nv

LABELS = ("favor", "against", "none")
COLUMNS = ("VADER, sentence", "VADER, clause", "notaverbale")
#: What VADER's authors take for a neutral compound score.
NEUTRAL = 0.05
WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


class Item(NamedTuple):
    """An annotated stance, or a statement without one."""

    label: str
    #: The words, by where they begin, that a stance found has to share.
    expression: frozenset[int]
    #: Where the sentence is looked for.
    start: int
    clause: list[list[int]]


def words(text, spans):
    return frozenset(word.start() for start, end in spans or () for word in WORD.finditer(text, start, end))


def items(document):
    text = document["text"]
    for statement in document["statements"]:
        clause = sorted([*(statement["cue"] or []), *statement["content"]])
        for stance in statement["stances"]:
            expression = stance["expression"]
            yield Item(stance["polarity"], words(text, expression), expression[0][0], clause)
        if not statement["stances"]:
            yield Item("none", frozenset(), statement["content"][0][0], clause)


def ours(document, found):
    """What notaverbale says of each item."""
    text = document["text"]
    stances = nv.analyze(text, author=document.get("author")).stances
    expressions = [
        words(text, [(one.start_char, one.end_char) for one in stance.expression]) for stance in stances
    ]
    shared = {
        (item, stance): len(one.expression & words) / len(one.expression | words)
        for item, one in enumerate(found)
        for stance, words in enumerate(expressions)
        if one.expression & words
    }
    said, left = {}, dict.fromkeys(range(len(stances)))
    for item, stance in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if item not in said and stance in left:
            said[item] = stances[stance].polarity
            del left[stance]
    for item, one in enumerate(found):
        if not one.expression:
            clause = words(text, one.clause)
            inside = (stances[stance].polarity for stance in left if expressions[stance] & clause)
            said[item] = next(inside, "none")
    return [said.get(item, "none") for item in range(len(found))]


def said_by_vader(vader, text):
    compound = vader.polarity_scores(text)["compound"]
    return "favor" if compound >= NEUTRAL else "against" if compound <= -NEUTRAL else "none"


def read(path, vader):
    """For each item of a corpus its label, and what each column says."""
    with path.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    for document in documents:
        text, found = document["text"], list(items(document))
        sentences = nv.sentences(text)
        for item, polarity in zip(found, ours(document, found), strict=True):
            sentence = next(one.text for one in sentences if item.start < one.end_char)
            clause = " ".join(text[start:end] for start, end in item.clause)
            yield item.label, (said_by_vader(vader, sentence), said_by_vader(vader, clause), polarity)


def f1(pairs, label):
    """Of pairs of what is so and what is said."""
    right = sum(so == said == label for so, said in pairs)
    both = sum(so == label for so, _ in pairs) + sum(said == label for _, said in pairs)
    return 200 * right / both if both else 0.0


def show(name, rows):
    counts = ", ".join(f"{sum(so == label for so, _ in rows)} {label}" for label in LABELS)
    print(f"{name}: {len(rows)} items ({counts})")
    print(f"{'F1':<20}{''.join(f'{label:>9}' for label in LABELS)}{'macro':>9}")
    for place, column in enumerate(COLUMNS):
        pairs = [(so, said[place]) for so, said in rows]
        scores = [f1(pairs, label) for label in LABELS]
        scores.append(sum(scores) / len(scores))
        print(f"{column:<20}{''.join(f'{score:>9.1f}' for score in scores)}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("gold", nargs="+", type=Path)
    paths = arguments.parse_args().gold
    vader = SentimentIntensityAnalyzer()
    corpora = {path.name.removesuffix(".gold.jsonl"): list(read(path, vader)) for path in paths}
    for name, rows in corpora.items():
        show(name, rows)
    show("together", [row for rows in corpora.values() for row in rows])


if __name__ == "__main__":
    main()
