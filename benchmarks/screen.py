"""A program in a pseudo-terminal, as benchmarks look at it: what it sent, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self

LIMIT_SECONDS = 120.0
"""How long anything is waited for."""

QUIET_SECONDS = 0.3
"""A picture is whole when nothing came for so long: what is asked in a thread comes later."""


class Screen:
    """A running program; use it as a context manager."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it in a terminal of 120 columns and 40 rows."""
        self.begun = time.perf_counter()
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - what is measured

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)

    def until(self, wanted: str) -> float:
        """Wait for words; seconds from the start to their arrival."""
        seen = b""
        while wanted.encode() not in seen:
            seen += self._more(LIMIT_SECONDS)
        return time.perf_counter() - self.begun

    def press(self, keys: str) -> float:
        """Press keys; seconds to the last byte of what they bring."""
        while self._waiting(0):
            os.read(self._terminal, 65536)
        pressed = last = time.perf_counter()
        os.write(self._terminal, keys.encode())
        self._more(LIMIT_SECONDS)
        last = time.perf_counter()
        while self._waiting(QUIET_SECONDS):
            os.read(self._terminal, 65536)
            last = time.perf_counter()
        return last - pressed

    def rest(self, seconds: float) -> None:
        """Look on until nothing comes for so long."""
        while self._waiting(seconds):
            os.read(self._terminal, 65536)

    def _waiting(self, seconds: float) -> bool:
        return bool(select.select([self._terminal], [], [], seconds)[0])

    def _more(self, seconds: float) -> bytes:
        if not self._waiting(seconds):
            raise TimeoutError("the program shows nothing")
        return os.read(self._terminal, 65536)
