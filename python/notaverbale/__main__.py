"""The command line: ``notaverbale``, or ``python -m notaverbale``."""

import os
import signal
import sys

from . import _native


def main() -> int:
    """Runs the command line with the arguments of the process.

    Returns:
        The exit status.
    """
    # In place of a stream that is closed (`2>&-`), or the next file to be opened would take it.
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # Python would only note Ctrl-C until the compiled code returns; as a program, it ends at once.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native._run_cli(list(sys.argv))


if __name__ == "__main__":
    sys.exit(main())
