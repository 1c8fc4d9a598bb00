"""Measures one tool on one list of texts, and prints what it found as JSON.

    python measure.py NUMBER TEXTS.json THREADS SECONDS

NUMBER is the tool's place in `tools.TOOLS`. Each tool gets a process of its own: loading and memory are its
alone, and one that takes too long can be ended. On one thread the processor's time counts, in which other
work on the machine has no part; on two, that on the wall.
"""

import json
import os
import re
import sys
import time
from pathlib import Path

#: As many rounds as a tool gets, and as few where they are long.
ROUNDS, FEWEST = 7, 3


def characters_a_second(run, texts, seconds, clock):
    """Over the texts, again and again where they are short, in part where they take more than the seconds."""
    done, started, now = 0, clock(), 0.0
    while now < min(0.3, seconds):
        for characters in run(texts):
            done += characters
            now = clock() - started
            if now > seconds:
                break
    return done / now


def peak_memory():
    """The largest resident size of this process, in MB, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) / 1024


def main():
    number, file, threads, seconds = sys.argv[1:]
    # One thread for the arithmetic of spaCy, too; its processes are counted apart.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[variable] = "1"
    texts = json.loads(Path(file).read_text(encoding="utf-8"))
    # Processes of a tool that are left on the way are long in ending: several read all.
    most = float(seconds) if threads == "1" else float("inf")
    clock = time.process_time if threads == "1" else time.perf_counter
    started = clock()
    from tools import TOOLS

    run = TOOLS[int(number)].load(int(threads))
    for _ in run(["Peru thanked Chile. Chile agreed."]):
        pass
    load = clock() - started
    rates, started = [], clock()
    while len(rates) < FEWEST or (len(rates) < ROUNDS and clock() - started < float(seconds)):
        rates.append(characters_a_second(run, texts, most, clock))
    print(json.dumps({"load": load, "rates": rates, "memory": peak_memory()}))


if __name__ == "__main__":
    main()
