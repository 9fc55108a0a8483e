"""Navigator: which article is open, where in it one is, and the ways from one place to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.model import Span
from digest.ui.telling import head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.ui.screens.main import MainScreen

KEPT_JUMPS = 100
"""How many jumps one can go back: the length of a browser's memory, and of no use beyond."""


class Place(NamedTuple):
    """A place one can come back to."""

    article: str
    span: Span
    """The clean text on the top row."""
    reading: bool
    """Whether the keys went to the text, and not to the list."""
    again: Callable[[], None] | None = None
    """Opens the view one went from, if it was one."""


class Navigator:
    """Moves the main screen from article to article and from place to place."""

    def __init__(self, screen: MainScreen) -> None:
        """Be nowhere yet."""
        self._screen = screen
        self._jumps: list[Place] = []
        self._asked_to_go_on = False
        self._has_returned = self._has_gone = False
        self._shown_at = Span(0, 0)

    @property
    def article_id(self) -> str:
        """The article that is open; empty if none is."""
        opened = self._screen.desk.opened
        return opened.article.id if opened else ""

    @property
    def has_place(self) -> bool:
        """Whether what is open was chosen, now or the last time, and not merely the first."""
        begun = self.has_moved or self._screen.is_reading or self._screen.articles.cursor > 0
        return self._has_returned or begun

    @property
    def has_moved(self) -> bool:
        """Whether the reader has gone anywhere since the program was opened."""
        reader = self._screen.reader
        return self._has_gone or reader.current is not None or reader.place != self._shown_at

    def go(self) -> None:
        """Remember that the reader has gone somewhere."""
        self._has_gone = True

    def restore(self) -> None:
        """Stand where one was when the program was last left; `show` lays the text open."""
        desk = self._screen.desk
        at = desk.index(desk.recall("article"))
        self._has_returned = at is not None
        self._screen.articles.fill(len(desk.listings), at or 0)
        self._screen.focus_pane(reading=at is not None and desk.recall("pane") == "reader")

    def show(self, index: int, place: Span | None = None) -> None:
        """Lay the article of a row open, where reading it stopped or at a place."""
        desk, reader = self._screen.desk, self._screen.reader
        listing = desk.listings[index]
        self.keep_place()
        self._screen.search.query = ""
        complaint = desk.renew_dictionary()
        opened = desk.open(listing.id)
        reader.look = desk.look
        reader.show(opened.article, opened.figures, head(desk, listing), desk.place(listing.id))
        self._shown_at = reader.place
        if place is not None:
            reader.reveal(place)
        self._asked_to_go_on = False
        self._screen.audit.renew()
        self._screen.search.light(self._screen.sifting.query, self._screen.sifting.words)
        self._screen.teller.place()
        if complaint:
            self._screen.teller.say(complaint)

    def read(self, index: int, place: Span | None = None) -> None:
        """Read the article of a row: open it, mark it read, give the keys to the text."""
        desk = self._screen.desk
        if not 0 <= index < len(desk.listings):
            return
        self.go()
        listing = desk.listings[index]
        self._screen.articles.put_cursor(index)
        if listing.id != self.article_id or place is not None:
            self.show(index, place)
        desk.set_read([listing.id], read=True, undoable=False)
        self._screen.refresh_list()
        self.enter_text()

    def arrive(self, articles: Iterable[str]) -> None:
        """Go to the first of these in the list, and read it if it is the only one."""
        rows = sorted({row for each in articles if (row := self._index(each)) is not None})
        if len(rows) == 1:
            self.read(rows[0])
        elif rows:
            self._screen.articles.put_cursor(rows[0])
            self.show(rows[0])
            self._screen.focus_pane(reading=False)

    def enter_text(self) -> None:
        """Give the keys to the text."""
        self._screen.focus_pane(reading=True)

    def leave_text(self) -> None:
        """Give the keys to the list."""
        self.keep_place()
        self._screen.focus_pane(reading=False)

    def step_article(self, by: int) -> None:
        """To the article so many rows away, read if one is reading."""
        index = self._screen.articles.cursor + by
        if not 0 <= index < len(self._screen.desk.listings):
            self._screen.teller.say(self._screen.desk.say("list.no_more"))
        elif self._screen.is_reading:
            self.read(index)
        else:
            self._screen.articles.move(by)

    def step_unread(self, step: int) -> None:
        """To the nearest unread article after this one, or before it."""
        desk = self._screen.desk
        index = desk.next_unread(self._screen.articles.cursor, step)
        if index is None:
            self._screen.teller.say(desk.say("list.no_unread"))
        else:
            self.read(index)

    def go_on(self) -> None:
        """At the end of a text: stop once, then read the next unread article."""
        if not self._screen.advances:
            return
        if self._asked_to_go_on:
            self.step_unread(1)
        else:
            self._asked_to_go_on = True
            self._screen.teller.say(self._screen.desk.say("keep.end"))

    def jump(self, article_id: str, place: Span, again: Callable[[], None] | None = None) -> None:
        """Go to a place of an article and mark it; `jump_back` returns.

        Args:
            article_id: where to go.
            place: in its clean text.
            again: opens the view one goes from, if it is one, after the return.
        """
        index = self._index(article_id)
        if index is None:
            return
        self._screen.uncover()
        self._remember(again)
        self.read(index, place)
        self._screen.reader.light((), place)
        self._screen.teller.place()

    def jump_back(self) -> bool:
        """Go back to where the last jump began; whether there was one."""
        while self._jumps:
            place = self._jumps.pop()
            index = self._index(place.article)
            if index is None:
                continue
            self._screen.articles.put_cursor(index)
            self.show(index)
            self._screen.reader.stand_at(place.span)
            self._screen.teller.place()
            self._screen.focus_pane(reading=place.reading)
            if place.again is not None:
                place.again()
            return True
        return False

    def keep_place(self) -> None:
        """Keep where one is, for the next time this article or the program is opened."""
        if not self.article_id:
            return
        self._screen.desk.keep_place(self.article_id, self._screen.reader.place)
        self._screen.desk.keep(
            article=self.article_id, pane="reader" if self._screen.is_reading else "list"
        )

    def _index(self, article_id: str) -> int | None:
        """Where an article stands in the list, which shows all again if it does not in it."""
        index = self._screen.desk.index(article_id)
        if index is None and self._screen.sifting.query:
            self._screen.sifting.widen()
            index = self._screen.desk.index(article_id)
        if index is None and self._screen.desk.unfold(article_id):
            self._screen.articles.fill(len(self._screen.desk.listings), 0)
            index = self._screen.desk.index(article_id)
        return index

    def _remember(self, again: Callable[[], None] | None) -> None:
        if self.article_id:
            reader = self._screen.reader
            place = Place(self.article_id, reader.place, self._screen.is_reading, again)
            self._jumps = [*self._jumps[1 - KEPT_JUMPS :], place]
