"""Teller: keeps the three bars true, and says for a while what has just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.ui.actions import Scope
from digest.ui.beside import Beside
from digest.ui.draw import Text
from digest.ui.telling import banner, hints, hits_told, place_told
from digest.ui.widgets.bars import Banner, KeyLine, StatusLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from digest.ui.inks import Inks
    from digest.ui.screens.main import MainScreen

LEAST = (40, 12)
"""Columns and rows of the smallest terminal on which everything can be used; on a smaller one it is
drawn and said."""

MESSAGE_SECONDS = 4.0
"""How long the status line says what has just happened: time to read a line twice."""


class Teller:
    """The bars of the main screen."""

    def __init__(self, screen: MainScreen, inks: Inks) -> None:
        """Make the bars; they say nothing yet."""
        self.banner, self.status, self.keys = Banner(inks), StatusLine(inks), KeyLine(inks)
        self.busy = ""
        """What the program is at, in words; empty if nothing."""
        self.is_cramped = False
        """Whether the terminal is too small."""
        self._screen = screen
        self._beside = Beside(screen)
        self._message: Timer | None = None

    @property
    def is_saying(self) -> bool:
        """Whether a message is on the status line."""
        return self._message is not None

    def say(self, message: str) -> None:
        """Say for a while what has just happened."""
        self.status.say([Text(f" {message}", "message")])
        if self._message is not None:
            self._message.stop()
        self._message = self._screen.set_timer(MESSAGE_SECONDS, self.place)

    def place(self) -> None:
        """Say what one is on and how far one has read."""
        if self._message is not None:
            self._message.stop()
            self._message = None
        desk, reader = self._screen.desk, self._screen.reader
        total = len(desk.opened.article.text) if desk.opened else 0
        fraction = reader.seen.end / total if total else 0
        current = self._screen.reader.current_figure
        left, right = place_told(
            desk, reader.figures, current, fraction, self._beside.words(current)
        )
        if self._screen.search.query:
            left = self._hits()
        elif self._screen.audit.is_on:
            left = self._screen.audit.told()
        elif not self._screen.is_reading and desk.folding.is_on and self._screen.selected:
            left = self._story() or left
        if not left and self.is_cramped:
            least = desk.say("tiny", width=LEAST[0], height=LEAST[1])
            left, right = [Text(f" {least}", "message")], []
        self.status.say(left, right)

    def _story(self) -> list[Text]:
        """Why the articles are one story that the cursor of the list is on; empty for a single."""
        listing = self._screen.selected
        members = self._screen.desk.folding.members(listing.id) if listing else ()
        if len(members) < 2:
            return []
        from digest.ui.grounds import grounds_told  # noqa: PLC0415 - the first picture has none

        return [Text(f" {grounds_told(self._screen.desk, members)}", "quiet")]

    def hits(self) -> None:
        """Say how many hits of a search there are."""
        self.status.say(self._hits())

    def _hits(self) -> list[Text]:
        reader = self._screen.reader
        hits = list(reader.hits)
        number = hits.index(reader.current) + 1 if reader.current in hits else 0
        return hits_told(self._screen.desk, self._screen.search.query, number, len(hits))

    def counts(self) -> None:
        """Say how much there is to read."""
        self.banner.say(*banner(self._screen.desk, self.busy))

    def offer(self) -> None:
        """Show the keys that matter where the reader is."""
        here = Scope.READER if self._screen.is_reading else Scope.LIST
        self.keys.offer(hints(self._screen.keymap, here, self._screen.desk.language))
