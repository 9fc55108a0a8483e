"""Asking the terminal how wide it draws a character whose width the standards leave open.

Quotation marks, dashes and ellipses (East Asian Width: Ambiguous) take one cell in most terminals
and two in those set up for Chinese; a program that guesses wrong shears every line. The terminal
alone knows: one such character is drawn, and the cursor's column is asked for (CSI 6 n).
"""

from __future__ import annotations

import os
import re
import sys
import time

from digest.cli.terminal import is_terminal

AMBIGUOUS = "\u201c"
"""The left double quotation mark: the ambiguous character that Chinese news uses most."""

TIMEOUT_SECONDS = 0.5
"""How long an answer is waited for; over a slow line one takes about 0.2 s."""

_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
_QUESTION = f"\r{AMBIGUOUS}\x1b[6n".encode()
_WIPE = b"\r  \r"


def ambiguous_cells() -> int | None:
    """Cells that the terminal takes for an ambiguous character; None if it does not say."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return None
    try:
        import termios  # noqa: PLC0415 - not on every system
        import tty  # noqa: PLC0415 - as above
    except ImportError:
        return None
    keyboard, drawn = sys.stdin.fileno(), sys.stdout.fileno()
    sys.stdout.flush()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(drawn, _QUESTION)
        answer = _read_answer(keyboard)
    finally:
        os.write(drawn, _WIPE)
        termios.tcsetattr(keyboard, termios.TCSANOW, before)
    return width_from(answer)


def width_from(answer: bytes) -> int | None:
    """The width that a cursor report tells, the character having been drawn at the line's start."""
    found = _ANSWER.search(answer)
    column = int(found.group(1)) if found else 0
    return column - 1 if column in {2, 3} else None


def _read_answer(keyboard: int) -> bytes:
    """What the terminal sends until its report is complete or the time is up."""
    import select  # noqa: PLC0415 - for a terminal alone

    answer, end = b"", time.monotonic() + TIMEOUT_SECONDS
    while _ANSWER.search(answer) is None:
        ready, _, _ = select.select([keyboard], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            break
        got = os.read(keyboard, 64)
        if not got:
            break
        answer += got
    return answer
