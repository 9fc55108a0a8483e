"""`digest` and `python -m digest`: the shortest way to what was asked for.

Asking for the version costs an interpreter, and opening the app does not wait for the machinery of
the command line; everything else goes through `digest.cli.root`.
"""

from __future__ import annotations

import os
import sys

from digest import __version__

TYPE_CHECKING = False
"""Type checkers take it as true; importing it from typing would cost a third of `--version`."""

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPLETION = "_DIGEST_COMPLETE"
"""Set by the shell's completion script, which calls the program without arguments."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv`, that of the process if None; the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:
        print(f"digest {__version__}")  # noqa: T201 - the streams' owner is not worth its import
        return 0
    try:
        from digest.cli import terminal  # noqa: PLC0415 - not for --version
        from digest.cli.guard import guarded  # noqa: PLC0415 - not for --version
    except KeyboardInterrupt:
        return 130
    terminal.prepare()
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    """Open the app at once if nothing was said, else understand what was."""
    if not arguments and COMPLETION not in os.environ:
        from digest.cli.opening import open_app  # noqa: PLC0415 - each way pays for itself

        return open_app(None, ())
    from digest.cli.root import run  # noqa: PLC0415 - as above

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
