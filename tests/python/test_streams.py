"""Long runs: memory that does not grow with the number of texts, and streams that are closed or full."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PERU, needs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are measured otherwise on Windows")

READOUT = (Path(__file__).parents[1] / "texts" / "readout.txt").read_text(encoding="utf-8")
PROGRAM = [sys.executable, "-m", "notaverbale"]
#: Runs a command and prints its peak memory in KiB: by a process of its own, as a child's begins with its
#: parent's.
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def texts(count):
    """Readouts of as many people, whose names are not alike."""
    for number in range(count):
        name = "".join("bdfklmrstv"[int(digit)] + "ae"[number % 2] for digit in str(number)).capitalize()
        yield READOUT.replace("Viegas", name)


def peak(command):
    """The peak memory of a command in MiB."""
    done = subprocess.run([sys.executable, "-c", PEAK, *command], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


#: How many MiB three times the texts may take more, which are nine megabytes more or sixty. The first run has
#: more than the four that wait between reading and analysis.
MORE = 6


@pytest.mark.parametrize(
    ("command", "count"),
    [
        (["analyze", "--attribution=rules", "--format=jsonl"], 3_000),
        (["analyze", "--attribution=rules", "--format=csv"], 3_000),
        (["sentences"], 10_000),
    ],
    ids=["jsonl", "csv", "sentences"],
)
def test_memory_of_the_command_line(command, count, tmp_path):
    archive, found = tmp_path / "archive.jsonl", tmp_path / "found"
    peaks = []
    for times in (1, 3):
        with open(archive, "w", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"text": text}) + "\n" for text in texts(times * count))
        peaks.append(peak([*PROGRAM, *command, "--threads=2", f"--output={found}", str(archive)]))
    assert peaks[1] - peaks[0] < MORE


BATCHES = """
import sys
import pyarrow as pa
from notaverbale import batches
sys.path.insert(0, sys.argv[1])
from test_streams import texts
def pages(size=500):
    for _ in range(int(sys.argv[2])):
        yield pa.RecordBatch.from_pydict({"text": list(texts(size))})
for found in batches.stances(pages(), threads=2, attribution="rules"):
    assert found.num_rows
"""


@needs("pyarrow")
def test_memory_of_batches():
    folder = str(Path(__file__).parent)
    one, three = (peak([sys.executable, "-c", BATCHES, folder, str(times)]) for times in (4, 12))
    assert three - one < MORE


def shell(line, **options):
    """Runs a line of shell, in which `notaverbale` is this module's command line."""
    program = shlex.join(PROGRAM)
    line = f'notaverbale() {{ {program} "$@"; }}; {line}'
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, **options)


def test_a_closed_stream_is_not_taken_for_a_file(tmp_path):
    """Where standard error is closed, its number is free for the next file: it must not be the output."""
    (tmp_path / "a.txt").write_text(PERU, encoding="utf-8")
    done = shell("notaverbale analyze none.txt a.txt --output found.jsonl 2>&-", cwd=tmp_path)
    assert done.returncode == 1
    [line] = (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == "a.txt"


def test_a_disk_that_fills_up(tmp_path):
    """What was written before stays, and one line says why there is no more."""
    with open(tmp_path / "archive.jsonl", "w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text}) + "\n" for text in texts(200))
    for output in ("--output found.jsonl", "> found.jsonl"):
        name = "found.jsonl" if "--output" in output else "standard output"
        done = shell(f"ulimit -f 128; notaverbale analyze archive.jsonl {output}", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, f"error: {name}: file too large\n")
        assert (tmp_path / "found.jsonl").read_bytes().startswith(b'{"id":"1",')


def test_an_end_by_ctrl_c(tmp_path):
    """The program dies by the signal, so that a shell's loop around it ends, too."""
    with subprocess.Popen(
        [*PROGRAM, "analyze", "--input=jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdin.write(json.dumps({"text": PERU}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "1"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"")
        assert process.returncode == -signal.SIGINT
