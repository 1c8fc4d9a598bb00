"""Times notaverbale's sentence splitter beside others, on one thread, over the same texts.

    python sentences.py TEXTS.jsonl [--seconds 5]

TEXTS.jsonl holds an object with a "text" a line. Each splitter takes the texts one after the other, as a
caller has them, until they are all split or its time is up; the best of three rounds counts. A splitter that
is not installed is named and skipped. What each returns is its own usual answer: strings, spans or objects.
"""

import argparse
import importlib
import json
import sys
import time


def notaverbale():
    return importlib.import_module("notaverbale").sentences


def notaverbale_many():
    """All texts in one call, on one thread."""
    splitter = importlib.import_module("notaverbale").SentenceSplitter()
    return lambda texts: splitter.split_many(texts, threads=1)


def sentencex():
    segment = importlib.import_module("sentencex").segment
    return lambda text: segment("en", text)


def sentencex_boundaries():
    boundaries = importlib.import_module("sentencex").get_sentence_boundaries
    return lambda text: boundaries("en", text)


def nupunkt():
    return importlib.import_module("nupunkt").sent_tokenize


def blingfire():
    return importlib.import_module("blingfire").text_to_sentences


def punkt():
    return importlib.import_module("punkt").sent_tokenize


def syntok():
    process = importlib.import_module("syntok.segmenter").process
    return lambda text: [list(paragraph) for paragraph in process(text)]


def yasbd():
    detector = importlib.import_module("yasbd").BoundaryDetector("en")
    return lambda text: list(detector.segment(text))


def pysbd():
    return importlib.import_module("pysbd").Segmenter(language="en", clean=False).segment


ONE_BY_ONE = {
    "notaverbale.sentences": notaverbale,
    "sentencex.segment": sentencex,
    "sentencex.get_sentence_boundaries": sentencex_boundaries,
    "nupunkt": nupunkt,
    "blingfire": blingfire,
    "punkt": punkt,
    "syntok": syntok,
    "yasbd": yasbd,
    "pysbd": pysbd,
}
AT_ONCE = {"notaverbale.SentenceSplitter.split_many": notaverbale_many}


def rate(split, pieces, seconds):
    """Million characters a second, by the best of three rounds of at most so many seconds.

    `pieces` are what the splitter is called with, one after the other, each with its number of characters.
    """
    best = 0.0
    for _ in range(3):
        done = 0
        started = time.perf_counter()
        for piece, characters in pieces:
            split(piece)
            done += characters
            if time.perf_counter() - started > seconds:
                break
        best = max(best, done / (time.perf_counter() - started) / 1e6)
    return best


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("texts")
    arguments.add_argument("--seconds", type=float, default=5.0, help="for one round of a splitter")
    options = arguments.parse_args()
    with open(options.texts, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    print(f"{len(texts)} texts, {sum(map(len, texts)) / 1e6:.2f} million characters, one thread")
    one_by_one = [(text, len(text)) for text in texts]
    at_once = [(texts, sum(map(len, texts)))]
    rates = {}
    for name, load in {**AT_ONCE, **ONE_BY_ONE}.items():
        try:
            split = load()
        except ImportError as error:
            print(f"{name}: not installed ({error})", file=sys.stderr)
            continue
        rates[name] = rate(split, at_once if name in AT_ONCE else one_by_one, options.seconds)
    ours = rates["notaverbale.sentences"]
    print(f"{'splitter':<40}{'million characters/s':>22}{'notaverbale.sentences is':>26}")
    for name, value in sorted(rates.items(), key=lambda item: -item[1]):
        print(f"{name:<40}{value:>22.2f}{ours / value:>20.2f} times")


if __name__ == "__main__":
    main()
