"""The interpreter around the module: forks, threads, signals, progress, the time to import."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import notaverbale as nv
from conftest import CHILE, PERU

TEXTS = [PERU, CHILE] * 100


def rows(texts):
    return len(nv.analyze_many(texts, threads=2).stances)


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_workers_of_multiprocessing(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    expected = rows(TEXTS)  # Starts the threads of this process, which a forked child does not have.
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map_async(rows, [TEXTS] * 4).get(timeout=60) == [expected] * 4
        # Corpora, documents and stances travel between processes.
        corpus = pool.apply_async(nv.analyze_many, [TEXTS]).get(timeout=60)
        assert corpus == nv.analyze_many(TEXTS)
        assert pool.map_async(nv.analyze, [PERU]).get(timeout=60) == [nv.analyze(PERU)]
    assert rows(TEXTS) == expected


def test_threads_at_once():
    expected = nv.analyze_many(TEXTS)
    wrong = []

    def work(threads):
        for _ in range(10):
            if nv.analyze_many(TEXTS, threads=threads) != expected:
                wrong.append(threads)

    workers = [threading.Thread(target=work, args=(1 + number % 3,)) for number in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert not any(worker.is_alive() for worker in workers)
    assert not wrong


LONG = f"{PERU} {CHILE}\n\n" * 2_000


@pytest.mark.parametrize(
    "work",
    [nv.sentences, nv.analyze, lambda text: nv.analyze_many([text], threads=1)],
    ids=["one", "two", "many"],
)
def test_other_threads_run_meanwhile(work):
    ticks, stop = 0, threading.Event()

    def tick():
        nonlocal ticks
        while not stop.is_set():
            ticks += 1
            time.sleep(0.0005)

    thread = threading.Thread(target=tick)
    interval = sys.getswitchinterval()
    try:
        # By itself, the interpreter would switch threads after five milliseconds.
        sys.setswitchinterval(10)
        thread.start()
        before, start = ticks, time.perf_counter()
        while time.perf_counter() - start < 0.25:
            work(LONG)
        taken = ticks - before
    finally:
        sys.setswitchinterval(interval)
        stop.set()
        thread.join(10)
    assert taken >= 3


INTERRUPTED = """
import notaverbale as nv
texts = ["Peru thanked Chile for its help. Chile said that talks had begun.\\n\\n" * 100] * 1_000_000
nv.analyze("")
print("started", flush=True)
try:
    nv.analyze_many(texts, threads=THREADS)
except KeyboardInterrupt:
    print("stopped", flush=True)
else:
    print("finished", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
@pytest.mark.parametrize("threads", [1, 2])
def test_interrupt(threads):
    command = [sys.executable, "-c", INTERRUPTED.replace("THREADS", str(threads))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "started\n"
            time.sleep(0.7)
            process.send_signal(signal.SIGINT)
            start = time.perf_counter()
            output, _ = process.communicate(timeout=60)
            assert output == "stopped\n"
            assert time.perf_counter() - start < 5
        finally:
            process.kill()


def test_progress_callable():
    seen = []
    nv.analyze_many([PERU] * 300, progress=lambda done, total: seen.append((done, total)), threads=1)
    assert seen[-1] == (300, 300)
    assert seen == sorted(set(seen))
    assert len(seen) > 1


def test_progress_that_fails():
    def report(done, total):
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        nv.analyze_many([PERU], progress=report)
    with pytest.raises(TypeError, match="progress: expected a bool or a callable, found str"):
        nv.analyze_many([PERU], progress="yes")


def test_progress_bar(capsys):
    pytest.importorskip("tqdm", reason="tqdm is not installed")
    nv.analyze_many([PERU] * 300, progress=True)
    captured = capsys.readouterr()
    assert "300/300" in captured.err
    assert captured.out == ""


def test_progress_without_tqdm(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    nv.analyze_many([PERU] * 300, progress=True)
    captured = capsys.readouterr()
    assert "300 of 300 texts" in captured.err
    assert captured.out == ""
    nv.analyze_many([PERU] * 300)
    nv.analyze_many([PERU] * 300, progress=None)
    assert capsys.readouterr() == ("", "")


IMPORT = """
import sys, time
start = time.perf_counter()
import notaverbale
took = time.perf_counter() - start
heavy = {"numpy", "pandas", "polars", "pyarrow", "tqdm"} & set(sys.modules)
assert not heavy, heavy
print(took)
"""


def test_import_is_quick_and_light():
    """The best of a few, since the machine may be busy; the budget is 50 milliseconds."""
    command = [sys.executable, "-c", IMPORT]
    runs = [subprocess.run(command, capture_output=True, text=True, timeout=60, check=True) for _ in range(5)]
    assert min(float(run.stdout) for run in runs) < 0.05


def test_entry_points_agree():
    """`python -m notaverbale` and the installed command are the same program."""
    options = {"capture_output": True, "text": True, "timeout": 60, "check": False}
    module = subprocess.run([sys.executable, "-m", "notaverbale", "--version"], **options)
    beside = os.path.join(os.path.dirname(sys.executable), "notaverbale")
    command = subprocess.run([beside, "--version"], **options)
    assert (module.returncode, module.stdout) == (command.returncode, command.stdout)
