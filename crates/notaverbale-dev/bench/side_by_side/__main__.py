"""Sets notaverbale beside other tools, on one machine: speed, memory, time to load.

    python side_by_side [--texts TEXTS.jsonl] [--seconds 8] [--write] [--only WORKLOAD ...]
    python side_by_side --render

TEXTS.jsonl holds an object with a "text" a line, and is PolNeAR dev where it is there, else the project's own
texts. Every tool gets texts of 1 kB, 100 kB and 10 MB, and the articles as they are, on one thread and on
two: the median of three to seven rounds counts, and the fastest and slowest are kept beside it. One that has
not read a text after the limit is said to take longer.

`--write` keeps the figures in `results.json` and puts them into the pages that show them; `--render` does the
latter alone. `--only` measures these workloads again, and leaves the kept figures of the others.
"""

import argparse
import datetime
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from pages import render
from tools import TOOLS

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[3]
#: Seconds after which a tool is ended that can't be stopped on the way.
LIMIT = 120


def texts_of(file):
    if file is None:
        return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/texts").glob("*.txt"))]
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def workloads(texts):
    """Lists of texts and numbers of threads, by name."""
    # What stands before a colon and comes again would be the label of a turn, whose words nobody reports.
    lines = (line for text in texts for line in text.splitlines() if line.strip() and ":" not in line)
    whole = "\n\n".join(lines) + "\n\n"

    def one(size):
        return [(whole * (size // len(whole) + 1))[:size]]

    articles = texts * (2_000_000 // len(whole) + 1)
    return {
        "1 kB": (one(1_000), 1),
        "100 kB": (one(100_000), 1),
        "10 MB": (one(10_000_000), 1),
        "articles": (articles, 1),
        "articles, two threads": (articles, 2),
    }


def measure(number, file, threads, seconds):
    """The figures of a tool; none where it took too long."""
    command = [sys.executable, str(FOLDER / "measure.py"), str(number), file, str(threads), str(seconds)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        sys.exit(f"{TOOLS[number].name}: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout)


def machine():
    cpus = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in cpus.read_text().splitlines() if "model name" in line]
    processor = names[0] if names else platform.processor()
    return f"{os.cpu_count()} processors, {processor}, Python {platform.python_version()}"


def versions():
    packages = (FOLDER / "requirements.txt").read_text().splitlines()
    names = [line.split("==")[0] for line in packages if "==" in line]
    return {name: importlib.metadata.version(name) for name in ["notaverbale", *names]}


def run(texts, seconds, only):
    tokens_of = [len(tokens) for tokens in map(tokens_in, texts)]
    characters = sum(map(len, texts)) / sum(tokens_of)
    results = {
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "load": os.getloadavg()[0],
        "characters a token": characters,
        "limit": LIMIT,
        "versions": versions(),
        "figures": [],
    }
    with tempfile.TemporaryDirectory() as folder:
        for workload, (pieces, threads) in workloads(texts).items():
            if only and workload not in only:
                continue
            file = Path(folder) / "texts.json"
            file.write_text(json.dumps(pieces), encoding="utf-8")
            for number, tool in enumerate(TOOLS):
                if threads > 1 and not tool.threads:
                    continue
                found = measure(number, str(file), threads, seconds)
                figure = {"task": tool.task, "tool": tool.name, "workload": workload}
                if found:
                    rates = [rate / characters for rate in found["rates"]]
                    figure |= {
                        "tokens a second": round(statistics.median(rates)),
                        "slowest": round(min(rates)),
                        "fastest": round(max(rates)),
                        "rounds": len(rates),
                        "load": round(found["load"], 3),
                        "memory": round(found["memory"]),
                    }
                print(json.dumps(figure), file=sys.stderr)
                results["figures"].append(figure)
    return results


def tokens_in(text):
    return importlib.import_module("notaverbale").analyze(text, attribution="rules").tokens


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts")
    parser.add_argument("--seconds", type=float, default=8.0, help="the most for one round")
    parser.add_argument("--only", nargs="+", help="measure these workloads alone")
    parser.add_argument("--write", action="store_true", help="keep the figures")
    parser.add_argument("--render", action="store_true", help="only put kept figures into the pages")
    options = parser.parse_args()
    file = FOLDER / "results.json"
    if not options.render:
        results = run(texts_of(options.texts), options.seconds, options.only)
        if options.only:
            kept = json.loads(file.read_text(encoding="utf-8"))["figures"]
            results["figures"][:0] = [figure for figure in kept if figure["workload"] not in options.only]
        if options.write:
            file.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if options.render or options.write:
        render(ROOT, json.loads(file.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
