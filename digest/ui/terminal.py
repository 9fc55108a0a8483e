"""The terminal: asked before it is used, read as people type, and left as it was found."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser

from digest.ui.keys import is_committed_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.driver import Driver
    from textual.message import Message

SIGNAL_BASE = 128
"""Exit codes of a program ended by a signal begin here, as shells count."""

PASTE_BEGIN, PASTE_END = "\x1b[200~", "\x1b[201~"


class CommitParser(XTermParser):
    """The toolkit's parser, to which words an input method commits are words and not keys.

    A committed run reaches the terminal in one piece; it is handed on as a paste, which an input
    takes and which nothing else listens to.
    """

    _pasting = False

    def feed(self, data: str) -> Iterable[Message]:
        """Parse input as it arrived in one piece."""
        if not self._pasting and is_committed_run(data):
            return (events.Paste(data),)
        begun, ended = data.rfind(PASTE_BEGIN), data.rfind(PASTE_END)
        if begun != ended:
            self._pasting = begun > ended
        return super().feed(data)


def driver_class(usual: type[Driver]) -> type[Driver]:
    """The driver to use: the usual one, reading with `CommitParser` where that is a POSIX one."""
    if sys.platform == "win32":
        return usual
    from textual.drivers import linux_driver  # noqa: PLC0415 - it exists on POSIX alone

    # The driver makes its parser itself and by this name; there is no other place to give it one.
    linux_driver.XTermParser = CommitParser  # type: ignore[attr-defined] # imported there by name
    return usual


def exit_on_signals(leave: Callable[[int], None]) -> None:
    """Leave in good order when the system asks: the terminal is put back before the program ends.

    Args:
        leave: called inside the running loop with the exit code.
    """
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(name, leave, SIGNAL_BASE + name)


def silence_lost_terminal() -> None:
    """Keep the interpreter's own closing words from failing on a terminal that has gone."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
