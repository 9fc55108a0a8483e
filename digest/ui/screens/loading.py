"""Loading: what a screen shows, read in a thread while the screen goes on being used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from digest.model import DigestError
from digest.ui.draw import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from digest.ui.screens.view import View

BUSY_SECONDS = 0.1
"""How long reading may take before it is said that one waits; below that nobody does."""


class Loaded(Message):
    """What a view shows has been read, or could not be."""

    def __init__(self, turn: int, what: object) -> None:
        super().__init__()
        self.turn = turn
        self.what = what


class Loading:
    """Reads what one view shows; of several readings only the last one counts."""

    def __init__(self, view: View) -> None:
        """Read nothing yet."""
        self._view = view
        self._turn = 0
        self._revision: int | None = None
        self._busy: Timer | None = None
        self.is_on = False
        """Whether something is being read."""
        self.choose_next = False
        """Whether Enter was pressed before there was anything to choose."""

    @property
    def is_stale(self) -> bool:
        """Whether the library has changed since it was last read."""
        return self._revision != self._view.desk.library.revision

    def spoil(self) -> None:
        """Read anew what is shown, now or when it is shown again."""
        self._revision = None
        if self._view.is_current:
            self._view.reload()

    def start(self, load: Callable[[], object]) -> None:
        """Read in a thread; what was being read is dropped."""
        self._turn += 1
        self.is_on = True
        self._revision = self._view.desk.library.revision
        view, turn = self._view, self._turn

        def read() -> None:
            try:
                what: object = load()
            except DigestError as error:
                what = error
            view.post_message(Loaded(turn, what))

        view.run_worker(read, thread=True, group="view")
        if self._busy is not None:
            self._busy.stop()
        self._busy = view.set_timer(BUSY_SECONDS, self._say_busy)

    def ended(self, event: Loaded) -> bool:
        """Whether what has been read is what was wanted last."""
        if event.turn != self._turn:
            return False
        self.is_on = False
        if self._busy is not None:
            self._busy.stop()
        return True

    def _say_busy(self) -> None:
        if self.is_on:
            self._view.status.say([Text(f" {self._view.desk.say('view.busy')}", "quiet")])
