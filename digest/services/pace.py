"""Pace: how fast a long piece of work goes, and how long it will take."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

OVER_SECONDS = 10.0
"""What the rate is taken over: long enough to be calm, short enough to follow the work."""

FIRST_SECONDS = 1.0
"""Before so long nothing is said of the time left."""


class Pace:
    """Follows one piece of work."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin now.

        Args:
            clock: seconds from any beginning.
        """
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque(((clock(), 0),))
        self._total = 0

    def at(self, done: int, total: int) -> None:
        """Say how much of how much is done."""
        now = self._clock()
        self._total = total
        # Ten marks a second are enough for a rate over ten seconds.
        if len(self._marks) > 1 and now - self._marks[-2][0] < OVER_SECONDS / 100:
            self._marks.pop()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[1][0] > OVER_SECONDS:
            self._marks.popleft()

    @property
    def rate(self) -> float:
        """Pieces a second; 0 while it is too early to tell."""
        (begun, before), (now, done) = self._marks[0], self._marks[-1]
        return (done - before) / (now - begun) if now - begun >= FIRST_SECONDS else 0.0

    @property
    def seconds_left(self) -> int | None:
        """Seconds until all is done at this pace; None while it is too early to tell."""
        return round((self._total - self._marks[-1][1]) / self.rate) if self.rate else None


def in_words(seconds: int) -> str:
    """A time left as a clock has it: `0:45`, `12:03`, `1:02:03`."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
