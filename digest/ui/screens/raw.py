"""The raw text: an article as it came, with what was taken out of it and what was mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.screen import Screen

from digest.model import DigestError, Span, View
from digest.services.raw import Raw, raw
from digest.ui.actions import Scope
from digest.ui.draw import Text
from digest.ui.widgets.bars import StatusLine
from digest.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from digest.ui.screens.main import MainScreen


class RawText(Screen[None], inherit_bindings=False):
    """An article before it was cleaned."""

    AUTO_FOCUS = None

    class Loaded(Message):
        """The original has been read, or could not be."""

        def __init__(self, found: Raw | DigestError) -> None:
            super().__init__()
            self.found = found

    def __init__(self, main: MainScreen, article: str, place: Span) -> None:
        """Show an article as it came.

        Args:
            main: the screen it lies over.
            article: its id.
            place: where one is in the clean text.
        """
        super().__init__()
        self._main, self._desk = main, main.desk
        self._article_id, self._place = article, place
        look = main.desk.look._replace(view=View.ORIGINAL)
        self._reader = Reader(look, main.inks)
        self._status = StatusLine(main.inks)
        self._changes: list[Span] = []

    def compose(self) -> ComposeResult:
        """The text, and what it is."""
        yield self._reader
        yield self._status

    def on_mount(self) -> None:
        """Read the original in a thread: finding out what was changed takes a moment."""
        self._reader.focus(scroll_visible=False)
        self.run_worker(self._load, thread=True, group="raw")

    def _load(self) -> None:
        try:
            found: Raw | DigestError = raw(self._desk.library, self._article_id)
        except DigestError as error:
            found = error
        self.post_message(self.Loaded(found))

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        found, desk = event.found, self._desk
        if isinstance(found, DigestError):
            self._status.say([Text(f" {found}", "message")])
            return
        notes = [(span, "removed") for span in found.removed]
        notes += [(span, "repaired") for span in found.mended]
        notes.sort()
        self._changes = [span for span, _ in notes]
        self._reader.show(found.article, (), [found.name]).annotate(notes)
        if self._place.start:
            self._reader.stand_at(found.alignment.to_source(self._place))
        counts = desk.say("raw.counts", removed=len(found.removed), mended=len(found.mended))
        self._status.say(
            [Text(f" {desk.say('raw.title')}", "name"), Text(f"  {counts}", "quiet")],
            [Text(f"{found.encoding} ", "quiet")],
        )

    def on_key(self, event: events.Key) -> None:
        """Move, go from change to change, or go back to the text."""
        action = self._main.keymap.action(Scope.READER, event.key, event.character)
        height = self._reader.size.height
        rows = {"down": 1, "up": -1, "page_down": height - 2, "page_up": 2 - height}
        rows |= {"half_down": height // 2, "half_up": -(height // 2)}
        if action in rows:
            self._reader.scroll(rows[action])
        elif action == "top":
            self._reader.go_top()
        elif action == "end":
            self._reader.go_end()
        elif action in {"next_figure", "previous_figure"}:
            self._step(1 if action == "next_figure" else -1)
        elif action in {"back", "leave", "raw"}:
            self.dismiss(None)
        elif action == "quit":
            self._main.leave()
        else:
            return
        event.stop()

    def _step(self, by: int) -> None:
        """To the next change, or the one before."""
        reader = self._reader
        at = reader.current
        if at is None or not at.overlaps(reader.seen):
            at = Span(reader.seen.start, reader.seen.start)
        ahead = [span for span in self._changes if (span > at if by > 0 else span < at)]
        if ahead:
            span = ahead[0 if by > 0 else -1]
            reader.reveal(span).light((), span)
