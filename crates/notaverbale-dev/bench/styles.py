"""Scores of readouts by style and by kind of statement, by the shipped model and by rules alone.

usage: styles.py SCORE_READOUTS.PY GOLD.jsonl ...
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import notaverbale as nv


def read(paths):
    return [
        json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line
    ]


def found(texts, attribution):
    """What the analyzer finds in the texts, in the form of the gold."""
    return [
        nv.analyze(text["text"], author=text["author"], id=text["id"], attribution=attribution).to_dict()
        for text in texts
    ]


def scores(scorer, gold, predicted):
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        for path, documents in zip(files, (gold, predicted), strict=True):
            path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
        return json.loads(subprocess.check_output([sys.executable, scorer, *files, "--json"]))


def of_kind(documents, kind):
    """The documents with their statements of that kind alone."""
    return [
        {**document, "statements": [one for one in document["statements"] if one["kind"] == kind]}
        for document in documents
    ]


def row(*cells):
    print("|", " | ".join(map(str, cells)), "|")


def main(scorer, *paths):
    texts = read(map(Path, paths))
    predicted = {way: found(texts, way) for way in ("learned", "rules")}

    row("style", "texts", "statements", "stances", "content, joint, who-what, stance, position F1; by rules")
    for style in dict.fromkeys(text["style"] for text in texts):
        gold = [text for text in texts if text["style"] == style]
        ids = {text["id"] for text in gold}
        cells = []
        for documents in predicted.values():
            score = scores(scorer, gold, [document for document in documents if document["id"] in ids])
            statements, stances = score["statements"], score["stances"]
            cells += [statements[name]["f1"] for name in ("content", "joint", "who-what")]
            cells += [stances[name]["f1"] for name in ("stance", "position")]
        row(style, len(gold), statements["gold"], stances["gold"], *cells)

    row("kind", "statements", "joint precision, recall; by rules")
    for kind in ("direct", "indirect", "mixed"):
        gold = of_kind(texts, kind)
        cells = []
        for documents in predicted.values():
            precision = scores(scorer, texts, of_kind(documents, kind))["statements"]["joint"]["p"]
            cells += [precision, scores(scorer, gold, documents)["statements"]["joint"]["r"]]
        row(kind, sum(len(text["statements"]) for text in gold), *cells)


if __name__ == "__main__":
    main(*sys.argv[1:])
