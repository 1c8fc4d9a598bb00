"""Memory and time of long runs: the command line and `notaverbale.batches` over more and more documents.

    python stream.py [--documents 1000 10000 100000 400000] [--threads 2]

A document is fifteen paragraphs from `tests/texts`, drawn by lot, with people, places, countries and numbers
changed, so that no two are alike and new words never end; 400,000 documents are about a gigabyte. Each run is
a process of its own. What a word costs is processor time, so that other work on the machine counts little; it
has to be the same for few documents and for many. The exit status says whether all runs keep to the memory.
"""

import argparse
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXTS = Path(__file__).parents[3] / "tests" / "texts"
#: What no run may take at its peak, in MiB; one of Python beside what its imports take.
MOST = 300
PARAGRAPHS = 15

NAMES = """
    Anna Bold Duarte Gao Hallgrimsson Helsinki Ingrid Jon Lisbon Okello Oslo Petursdottir Porto Ratu Reykjavik
    Sarnai Semi Seydisfjordur Solheim Tallinn Tavares Ulaanbaatar Vakatora Viegas Wenlin Xiamen
""".split()
COUNTRIES = """
    Brazil Chile China Denmark Estonia Fiji Finland Ghana Iceland India Japan Kenya Mongolia Norway Peru
    Portugal Spain Turkey Uruguay Vietnam
""".split()
SYLLABLES = "ba do fen gar hul ik jo kel lam mir nov or pet rus san tov ul vash wen yar zim".split()
#: Splits a paragraph so that every second piece is one that changes.
CHANGES = re.compile(rf"\b({'|'.join(NAMES + COUNTRIES)}|\d+)\b")

TO_PARQUET = """
import sys
from pyarrow import json, parquet
parquet.write_table(json.read_json(sys.argv[1]), sys.argv[2], row_group_size=10_000)
"""
#: As in `docs/machines.md`; prints the peak memory of its imports, in KiB.
BATCHES = """
import resource, sys
from pyarrow import parquet
from notaverbale import batches
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
pages, target, threads = parquet.ParquetFile(sys.argv[1]).iter_batches(1_000), sys.argv[2], int(sys.argv[3])
with parquet.ParquetWriter(target, batches.schema("stances")) as table:
    for found in batches.stances(pages, id="id", threads=threads):
        table.write_batch(found)
"""


def documents(seed=0):
    """Documents without end, the same for the same seed."""
    lot = random.Random(seed)
    paragraphs = [
        CHANGES.split(paragraph)
        for file in sorted(TEXTS.glob("*.txt"))
        for paragraph in file.read_text(encoding="utf-8").split("\n\n")
    ]
    while True:
        changed = {}
        pieces = []
        for paragraph in lot.choices(paragraphs, k=PARAGRAPHS):
            for place, piece in enumerate(paragraph):
                if place % 2:
                    piece = changed.get(piece) or changed.setdefault(piece, another(piece, lot))
                pieces.append(piece)
            pieces.append("\n\n")
        yield "".join(pieces)


def another(piece, lot):
    if piece.isdigit():
        return str(lot.randrange(10 ** len(piece)))
    if piece in COUNTRIES:
        return lot.choice(COUNTRIES)
    return "".join(lot.choices(SYLLABLES, k=lot.randint(2, 4))).capitalize()


def write(path, count):
    """Writes ``count`` documents, a line each; returns how many bytes and words of text they have."""
    size = words = 0
    with open(path, "w", encoding="utf-8") as lines:
        for number, text in enumerate(itertools.islice(documents(), count)):
            size += len(text.encode())
            words += len(text.split())
            lines.write(json.dumps({"id": f"n-{number}", "text": text}, ensure_ascii=False) + "\n")
    return size, words


def measured(command):
    """Seconds, by the clock and of processors, and peak memory in MiB beside what the command prints."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    before = process.stdout.read() or 0
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{command}: exit status {os.waitstatus_to_exitcode(status)}")
    seconds = time.perf_counter() - started
    return seconds, usage.ru_utime + usage.ru_stime, (usage.ru_maxrss - int(before)) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000, 400_000])
    parser.add_argument("--threads", default="2")
    arguments = parser.parse_args()
    program = str(Path(sys.executable).with_name("notaverbale"))
    held = True
    print("documents   MB  run              seconds  CPU µs a word  peak MiB  load")
    for count in arguments.documents:
        with tempfile.TemporaryDirectory() as folder:
            lines, columns, target = (f"{folder}/{name}" for name in ("in.jsonl", "in.parquet", "out"))
            size, words = write(lines, count)
            # By a process of its own: the peak of a child begins with its parent's.
            subprocess.run([sys.executable, "-c", TO_PARQUET, lines, columns], check=True)
            analyze = [
                program,
                "analyze",
                lines,
                "--threads",
                arguments.threads,
                "--output",
                target,
                "--format",
            ]
            runs = {
                "analyze, jsonl": [*analyze, "jsonl"],
                "analyze, csv": [*analyze, "csv"],
                "batches.stances": [sys.executable, "-c", BATCHES, columns, target, arguments.threads],
            }
            for name, command in runs.items():
                seconds, processor, peak = measured(command)
                held &= peak < MOST
                figures = f"{seconds:>7.1f}  {1e6 * processor / words:>13.2f}  {peak:>8.0f}"
                load = os.getloadavg()[0]
                print(f"{count:>9,} {size / 1e6:>4.0f}  {name:<15}  {figures}  {load:>4.1f}", flush=True)
    print("holds" if held else "MISSED", f"at most {MOST} MiB")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
