"""Beside: what the status line says of a figure from other articles, and of years in doubt.

How figures stand to each other is worked out in a thread when it is first asked for, and again when
the library has changed; until it is known nothing is said, and no key waits for it.
"""

from __future__ import annotations

import time
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING

from digest.model import FigureKind, LibraryError
from digest.ui.attended import LeftError, attended

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.model import Figure, Span
    from digest.services.comparing import Standing
    from digest.ui.screens.main import MainScreen
    from digest.ui.shelf import Opened

MOST = 2000
"""Articles that are held against each other for the status line, the newest: half a second of
work in a thread beside somebody who reads."""


REST = 20
"""While articles come in, comparing takes a twentieth of the time at most."""


class Beside:
    """What other articles say to the figures of the one at hand."""

    def __init__(self, screen: MainScreen) -> None:
        """Know nothing yet.

        Args:
            screen: where figures are read.
        """
        self._screen = screen
        self._revision: int | None = None
        self._is_comparing = False
        self._not_before = 0.0
        self._known: Mapping[str, Mapping[int, Standing]] = {}
        self._doubted: tuple[Opened | None, Mapping[Span, int | None]] = (None, {})

    def words(self, figure: Figure | None) -> list[str]:
        """What there is to say of a figure of the open article, besides what it is."""
        opened, desk = self._screen.desk.opened, self._screen.desk
        if figure is None or opened is None:
            return []
        if figure.kind is FigureKind.DATE:
            doubts = self._doubts(opened)
            if figure.span not in doubts:
                return []
            likely = doubts[figure.span]
            if likely is None:
                return [desk.say("beside.doubt")]
            return [desk.say("beside.doubt.likely", year=likely)]
        self._keep_fresh()
        standing = self._known.get(opened.article.id, {}).get(figure.span.start)
        if standing is None:
            return []
        agreeing = standing.elsewhere - len({article for article, _ in standing.conflicts})
        said = [desk.say("beside.elsewhere", count=agreeing)] if agreeing else []
        if standing.conflicts:
            count = standing.elsewhere - agreeing
            said.append(desk.say("beside.conflict", count=count))
        return said

    def _doubts(self, opened: Opened) -> Mapping[Span, int | None]:
        """The dates of the open article that cannot be meant, with the year that may be."""
        if self._doubted[0] is not opened:
            from digest.briefing.anachronism import anachronisms  # noqa: PLC0415 - slow to load

            found = anachronisms(opened.article, opened.figures)
            self._doubted = opened, {one.span: one.likely for one in found}
        return self._doubted[1]

    def _keep_fresh(self) -> None:
        revision = self._screen.desk.library.revision
        due = revision != self._revision and time.monotonic() >= self._not_before
        if due and not self._is_comparing:
            self._revision, self._is_comparing = revision, True
            self._screen.app.run_worker(self._compare, thread=True, group="beside")

    # In a thread

    def _compare(self) -> None:
        try:
            self._compare_now()
        finally:
            self._is_comparing = False

    def _compare_now(self) -> None:
        app = self._screen.app
        with suppress(LibraryError):
            from digest.services.comparing import standings  # noqa: PLC0415 - slow to load

            began = time.monotonic()
            known = standings(attended(self._screen.desk.library, lambda: not app.is_running), MOST)
            ended = time.monotonic()
            self._not_before = ended + (ended - began) * REST
            try:
                app.call_from_thread(self._compared, known)
            except (RuntimeError, CancelledError):
                if app.is_running:
                    raise
                raise LeftError("the app has been left") from None

    # In the app's loop

    def _compared(self, known: Mapping[str, Mapping[int, Standing]]) -> None:
        self._known = known
        teller = self._screen.teller
        if self._screen.app.is_running and not teller.is_saying:
            teller.place()
