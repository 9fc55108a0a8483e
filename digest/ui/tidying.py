"""Tidying: when Python's garbage collector may work, and when the system gets memory back.

Going through all that a large library's list is made of takes a tenth of a second, which holds up
whoever presses a key. So the collector looks at what is young at any time, which takes a few
milliseconds, and at the rest only in a pause of the reader's; and what will live as long as the
program it need not look at again.
"""

from __future__ import annotations

import gc
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.ui.app import DigestApp

PAUSE_SECONDS = 2.0
"""Without a key for so long, nobody notices a tenth of a second."""

NEVER = 1_000_000
"""So many times what is young is looked through before everything is: more than a session has."""


class Tidying:
    """The collector of the program, as long as an app is open."""

    def __init__(self, app: DigestApp) -> None:
        """Leave it as it is until the first picture."""
        self._app = app
        self._was = gc.get_threshold()
        self._pressed = 0.0
        self._is_waiting = False

    def begin(self) -> None:
        """Let it work, after the first picture."""
        if gc.isenabled():
            # Whoever opened the app has been at work before, and left something to collect.
            gc.collect()
        self.spare()
        gc.set_threshold(*self._was[:2], NEVER)
        gc.enable()

    def end(self) -> None:
        """Leave it to Python again."""
        gc.set_threshold(*self._was)

    def spare(self) -> None:
        """What lives now lives on: let it not be looked at again."""
        gc.freeze()

    @staticmethod
    def give_back() -> None:
        """Let the system have what a large work in a thread has left; called by that thread.

        An index made of a hundred thousand titles leaves 60 MB, which the C library keeps for what
        may come. It is given back without holding up others; elsewhere than there, nothing is done.
        """
        if sys.platform == "linux":
            import ctypes  # noqa: PLC0415 - not for the first picture

            with suppress(AttributeError, OSError):
                ctypes.CDLL(None).malloc_trim(0)

    def key_pressed(self) -> None:
        """Wait for a pause."""
        self._pressed = time.monotonic()
        if not self._is_waiting:
            self._is_waiting = True
            self._app.set_timer(PAUSE_SECONDS, self._look)

    def _look(self) -> None:
        is_pause = time.monotonic() - self._pressed >= PAUSE_SECONDS
        if is_pause and not any(worker.is_running for worker in self._app.workers):
            self._is_waiting = False
            gc.collect()
        else:
            self._app.set_timer(PAUSE_SECONDS, self._look)
