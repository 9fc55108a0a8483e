"""Progress: one line on a terminal that tells how far a long import has come."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from digest.services.pace import Pace, in_words

if TYPE_CHECKING:
    from digest.services.ingest import Stage

PAUSE_SECONDS = 0.1
"""Between two tellings."""

WIDTH = 72
"""Cells of the line: the longest telling, and none is left of a longer one."""

WORTH_TELLING = 20
"""Articles from which progress is told: fewer are done before one could read it."""


class Progress:
    """Tells of the files, and then of each stage that follows."""

    def __init__(self) -> None:
        """Nothing is told yet."""
        self._stage = ""
        self._begin()

    def files(self, done: int, total: int) -> None:
        """How many files of how many are in."""
        self._at(done, total)

    def after(self, stage: Stage, done: int, total: int) -> None:
        """How many articles of how many a stage has done."""
        if stage != self._stage:
            self._stage = stage
            self._begin()
        self._at(done, total)

    def _begin(self) -> None:
        self._pace = Pace()
        self._told = -PAUSE_SECONDS

    def _at(self, done: int, total: int) -> None:
        self._pace.at(done, total)
        now = time.monotonic()
        if total < WORTH_TELLING or (done < total and now - self._told < PAUSE_SECONDS):
            return
        self._told = now
        words = f"{self._stage}: " if self._stage else ""
        words += f"{done:,} of {total:,}"
        if self._pace.seconds_left is not None:
            words += f", {self._pace.rate:.0f} a second, {in_words(self._pace.seconds_left)} left"
        sys.stderr.write(f"\r{words:{WIDTH}}" if done < total else f"\r{'':{WIDTH}}\r")
        sys.stderr.flush()
