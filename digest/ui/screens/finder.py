"""The finder: one line to type in, everything that matches below it, the place beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from digest.model import DigestError, Hit, HitKind
from digest.ui.draw import Mark, Part, Text, marked, row
from digest.ui.inks import PLAIN, Inks
from digest.ui.telling import date_told, head
from digest.ui.widgets.bars import StatusLine
from digest.ui.widgets.prompt import Prompt
from digest.ui.widgets.reader import Reader
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from digest.ui.desk import Desk

SHOWN_HITS = 60
"""Hits that are asked for: more than anybody reads before typing another character."""

WITH_PREVIEW = 100
"""Columns from which the place of a hit is shown beside the list."""

MOVES = {
    "down": 1,
    "up": -1,
    "ctrl+n": 1,
    "ctrl+p": -1,
    "ctrl+j": 1,
    "tab": 1,
    "shift+tab": -1,
}
"""Keys that move over the hits while the letters go to the line that is typed."""


class HitList(RowList):
    """What was found, two rows each: the words, then where they stand."""

    ITEM_HEIGHT = 2

    def __init__(self, desk: Desk, inks: Inks) -> None:
        super().__init__(inks, id="found")
        self.can_focus = False
        self.hits: Sequence[Hit] = ()
        self._desk = desk

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self.hits)

    @property
    def chosen(self) -> Hit | None:
        """The hit the cursor is on."""
        return self.hits[self.cursor] if self.hits else None

    def fill(self, hits: Sequence[Hit]) -> None:
        """Show other hits, from the best on."""
        self.hits = hits
        self.reset()
        self.post_message(self.Moved(self, self.cursor))

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One of the two rows of a hit."""
        hit, desk = self.hits[index], self._desk
        over = self.inks["cursor"] if index == self.cursor else PLAIN
        if line == 1:
            return row([Part(f"    {self._where(hit)}", self.inks["quiet"])], width, self.base)
        text = desk.in_view(hit.text, desk.script_of(hit.article))
        marks = [Mark(span, self.inks["matched"]) for span in hit.matched]
        kind = Part(f" {desk.say(f'hit.{hit.kind}')}  ", self.inks["quiet"] + over)
        parts = marked(text, 0, over, marks)
        return row([kind, *parts], width, self.base)

    def _where(self, hit: Hit) -> str:
        desk = self._desk
        at = desk.index(hit.article)
        if at is None:
            return ""
        listing = desk.listings[at]
        title = desk.in_view(listing.title, listing.script)
        whose = desk.in_view(listing.source or listing.author, listing.script)
        about = (whose if hit.kind is HitKind.ARTICLE else title, date_told(desk, listing))
        return "  ".join(part for part in about if part)


class Finder(Screen[Hit | None], inherit_bindings=False):
    """Topics, titles and passages, ranked as one types."""

    AUTO_FOCUS = None

    class Found(Message):
        """A search has ended."""

        def __init__(self, query: str, hits: Sequence[Hit]) -> None:
            super().__init__()
            self.query = query
            self.hits = hits

        def can_replace(self, message: Message) -> bool:
            """Only the latest results matter."""
            return isinstance(message, Finder.Found)

    def __init__(
        self, desk: Desk, inks: Inks, search: Callable[[str, int], Sequence[Hit]], query: str = ""
    ) -> None:
        """Find with `search`, which is called in a thread with a query and a limit."""
        super().__init__()
        self._desk = desk
        self._search = search
        self._query = query
        self._list = HitList(desk, inks)
        self._preview = Reader(desk.look, inks, id="preview")
        self._preview.can_focus = False
        self._status = StatusLine(inks)
        self._answered: str | None = None
        """The query whose hits are shown."""
        self._choose_first = False
        """Enter was pressed before the hits of the query were there."""

    def compose(self) -> ComposeResult:
        """The line, the hits with the place beside them, a word on what to do."""
        yield Prompt(self._desk.say("finder.label"), self._query)
        yield Horizontal(self._list, self._preview, id="panes")
        yield self._status

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self._fit(self.app.size.width)
        self._status.say([Text(f" {self._desk.say('finder.busy')}", "quiet")])
        self._find(self._query)

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        self._query = event.text
        self._choose_first = False
        self._find(event.text)

    @work(thread=True, exclusive=True, group="find", exit_on_error=True)
    def _find(self, query: str) -> None:
        worker = get_current_worker()
        hits = self._search(query, SHOWN_HITS)
        if not worker.is_cancelled:
            self.post_message(self.Found(query, hits))

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.query != self._query:
            return
        self._answered = event.query
        self._list.fill(event.hits)
        if self._choose_first and event.hits:
            self.dismiss(event.hits[0])
            return
        self._choose_first = False
        nothing = not event.hits and event.query
        words = "finder.none" if nothing else "finder.title"
        self._status.say([Text(f" {self._desk.say(words, query=event.query)}", "quiet")])

    @on(RowList.Moved)
    def _moved(self) -> None:
        hit = self._list.chosen
        if hit is None or not self._preview.display:
            self._preview.close()
            return
        at = self._desk.index(hit.article)
        if at is None:
            return
        if self._preview.page is None or self._preview.page.article.id != hit.article:
            try:
                article = self._desk.library.article(hit.article)
                figures = tuple(self._desk.library.figures(hit.article))
            except DigestError:  # taken out by another program; the screen below says so
                self._preview.close()
                return
            self._preview.show(article, figures, head(self._desk, self._desk.listings[at]))
        self._preview.go_top().reveal(hit.place).light((), hit.place)

    def on_key(self, event: events.Key) -> None:
        """Move over the hits, go to one, or go back."""
        if event.key in MOVES:
            self._list.move(MOVES[event.key])
        elif event.key in {"pagedown", "pageup"}:
            self._list.move(self._list.page_items * (1 if event.key == "pagedown" else -1))
        elif event.key == "escape":
            self.dismiss(None)
        else:
            return
        event.stop()

    @on(Prompt.Submitted)
    def _submitted(self) -> None:
        if self._answered != self._query:
            self._choose_first = True
        elif self._list.chosen is not None:
            self.dismiss(self._list.chosen)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.dismiss(self._list.chosen)

    def on_resize(self, event: events.Resize) -> None:
        """Show the place beside the hits where there is room."""
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        self.set_class(width < WITH_PREVIEW, "small")
