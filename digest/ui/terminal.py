"""The terminal: asked before it is used, and left as it was found."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

SIGNAL_BASE = 128
"""Exit codes of a program ended by a signal begin here, as shells count."""


WIDTH_QUESTION = "\x1b[2;1H\u201c\x1b[6n"
"""Draws a character of ambiguous width and asks where the cursor is (CSI 6 n); the first picture
covers it. In the second row, since an answer for the first would look like the key F3."""


def ambiguous_from(x: int, y: int) -> int | None:
    """The cells of an ambiguous character, from where the cursor was; None if it was elsewhere."""
    return x if y == 1 and x in {1, 2} else None


def driver_class(usual: type[Driver]) -> type[Driver]:
    """The driver to use in place of the usual one: ours, where that is the one for POSIX."""
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415 - it exists on POSIX alone

    from digest.ui.driver import TerminalDriver  # noqa: PLC0415 - as above

    return TerminalDriver if usual is LinuxDriver else usual


def exit_on_signals(leave: Callable[[int], None]) -> None:
    """Leave in good order when the system asks: the terminal is put back before the program ends.

    Args:
        leave: called inside the running loop with the exit code.
    """
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        loop.add_signal_handler(name, leave, SIGNAL_BASE + name)


def silence_lost_terminal() -> None:
    """Keep the interpreter's own closing words from failing on a terminal that has gone."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
