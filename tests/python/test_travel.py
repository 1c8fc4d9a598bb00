"""What the module gives can be copied, pickled and sent to other processes."""

import copy
import os
import pickle
import signal
import threading

import pytest

import notaverbale as nv
from conftest import CHILE, PERU, needs

TEXTS = [PERU, CHILE, None] * 20
CLASSES = [name for name in nv.__all__ if isinstance(getattr(nv, name), type) and name != "NotaverbaleError"]


@pytest.fixture(scope="module")
def things():
    """One of each class, by its name."""
    document, corpus = nv.analyze(PERU, id="a"), nv.analyze_many(TEXTS)
    found = [
        document,
        corpus,
        corpus.stances,
        nv.SentenceSplitter(abbreviations=["Verw."]),
        document.cast[0],
        document.cast[0].mentions[0],
        document.sentences[0],
        document.statements[0],
        document.statements[0].content[0],
        document.stances[0],
        document.tokens[0],
    ]
    return {type(thing).__name__: thing for thing in found}


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_is_copied_and_pickled(name, things):
    thing = things[name]
    for again in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert type(again) is type(thing)
        assert again == thing
    assert copy.deepcopy({"a": [thing]}) == {"a": [thing]}


def test_an_error_is_pickled():
    with pytest.raises(nv.NotaverbaleError) as caught:
        nv.analyze("\ud800")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (nv.NotaverbaleError, str(caught.value))


@needs("joblib")
@pytest.mark.parametrize("backend", ["loky", "multiprocessing", "threading"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_joblib(backend):
    from joblib import Parallel, delayed

    documents, corpus = [nv.analyze(text) for text in (PERU, CHILE)], nv.analyze_many(TEXTS, threads=2)
    # The threads of this process have started; a forked child does not have them.
    run = Parallel(n_jobs=2, backend=backend, timeout=60)
    assert run(delayed(nv.analyze)(text) for text in (PERU, CHILE)) == documents
    assert run(delayed(nv.analyze_many)(TEXTS, threads=2) for _ in range(3)) == [corpus] * 3


@needs("joblib")
@needs("sklearn")
def test_the_transformer_goes_to_workers():
    from joblib import Parallel, delayed

    from notaverbale.sklearn import StanceCounts

    counts = StanceCounts(threads=2)
    found = Parallel(n_jobs=2, timeout=60)(delayed(counts.transform)([text]) for text in (PERU, CHILE))
    assert [rows.tolist() for rows in found] == [counts.transform([text]).tolist() for text in (PERU, CHILE)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_while_another_thread_works():
    expected = len(nv.analyze_many(TEXTS, threads=2).stances)
    stop = threading.Event()

    def work():
        while not stop.is_set():
            nv.analyze_many(TEXTS * 5, threads=2)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for _ in range(5):
            child = os.fork()
            if child == 0:
                signal.alarm(30)  # ends a child that hangs
                os._exit(0 if len(nv.analyze_many(TEXTS, threads=2).stances) == expected else 1)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        stop.set()
        thread.join(60)
    assert not thread.is_alive()
