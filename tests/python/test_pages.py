"""The README's Python example runs and prints what its comments say."""

import contextlib
import io
import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def test_python_examples_print_their_comments():
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(blocks) > 1
    names = {}  # A later block goes on with the names of those before.
    for block in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(block, names)
        expected = re.findall(r"^# (.*)$", block, flags=re.MULTILINE)
        assert expected
        assert printed.getvalue().splitlines() == expected
