"""What Python costs: tables to pandas, strings from pandas, the module over the Rust core, two threads.

Each figure stands beside its bar; the exit status says whether all of them hold. Every pair is run in turns,
so that other work on the machine slows both, and the best of the rounds counts. Run it where cargo finds the
workspace.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time

import pandas as pd
import pyarrow as pa

import notaverbale as nv

ROWS = 1_000_000
STRINGS = 100_000
#: Prints how long the Rust core takes for PolNeAR dev.
RUST = "cargo run --release --quiet -p notaverbale-dev -- speed --whole".split()


def best(rounds, *works, clock=time.perf_counter):
    """The shortest time of each, in seconds, over rounds in which they take turns."""
    shortest = [float("inf")] * len(works)
    for _ in range(rounds):
        for place, work in enumerate(works):
            started = clock()
            work()
            shortest[place] = min(shortest[place], clock() - started)
    return shortest


def table_to_pandas(rounds):
    """CPU time of `to_pandas` over that of pyarrow on the bare Arrow stream."""
    text = "Peru thanked Chile for its help.\n\n" * 1_000
    stances = nv.analyze_many([text] * (ROWS // 1_000), attribution="rules").stances
    assert len(stances) == ROWS
    ours, bare = best(
        rounds, stances.to_pandas, lambda: pa.table(stances).to_pandas(), clock=time.process_time
    )
    print(f"{ROWS:,} stances to pandas: {1e3 * ours:.1f} ms of CPU; by bare Arrow {1e3 * bare:.1f} ms")
    return bar("to pandas over bare Arrow", ours / bare, "times", 2)


def strings_from_pandas(rounds):
    """CPU time of a pandas column less that of its Arrow array; of blank texts, only reading counts."""
    series = pd.Series([" " * 140] * STRINGS)
    array = pa.chunked_array(series)

    def read(texts):
        return lambda: nv.analyze_many(texts, attribution="rules", threads=1)

    ours, bare = best(3 * rounds, read(series), read(array), clock=time.process_time)
    print(f"{STRINGS:,} blank texts from pandas: {1e3 * ours:.1f} ms of CPU; from Arrow {1e3 * bare:.1f} ms")
    return bar("strings from pandas over Arrow", 1e3 * (ours - bare), "ms", 5)


def python_over_rust(rounds, texts):
    """CPU time of `analyze_many` on one thread over that of the Rust core, which builds no tables."""
    python = rust = float("inf")
    for _ in range(rounds):
        python = min(python, *best(3, lambda: nv.analyze_many(texts, threads=1), clock=time.process_time))
        printed = subprocess.run(RUST, capture_output=True, text=True, check=True).stdout
        rust = min(rust, float(re.search(r"in ([\d.]+) s", printed)[1]))
    print(f"PolNeAR dev, {len(texts)} texts: {1e3 * python:.0f} ms in Python; in Rust {1e3 * rust:.0f} ms")
    return bar("Python over Rust", 100 * (python / rust - 1), "% more", 5)


def two_threads(rounds, texts):
    """Time on one thread over that on two; there is no bar, since it depends on the machine."""
    one, two = best(rounds, *(lambda n=n: nv.analyze_many(texts, threads=n) for n in (1, 2)))
    print(f"two threads: {1e3 * two:.0f} ms; one {1e3 * one:.0f} ms: {one / two:.2f} times as fast")


def bar(what, found, unit, most):
    """Says whether a figure is within its bar."""
    held = found <= most
    print(f"  {'holds ' if held else 'MISSED'}  {what}: {found:.2f} {unit}, at most {most}")
    return held


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", help="PolNeAR dev")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    with open(arguments.texts, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    load = ", ".join(f"{number:.2f}" for number in os.getloadavg())
    print(f"{os.cpu_count()} processors, load over 1, 5 and 15 minutes: {load}")
    held = [
        table_to_pandas(arguments.rounds),
        strings_from_pandas(arguments.rounds),
        python_over_rust(arguments.rounds, texts),
    ]
    two_threads(arguments.rounds, texts)
    print(f"load at the end: {os.getloadavg()[0]:.2f}")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
