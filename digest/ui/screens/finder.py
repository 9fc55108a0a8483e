"""The finder: one line to type in, everything that matches below it, the place beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from digest.model import DigestError, Hit, HitKind
from digest.ui.actions import Scope
from digest.ui.draw import Text
from digest.ui.telling import head
from digest.ui.widgets.bars import StatusLine
from digest.ui.widgets.hit_list import HitList
from digest.ui.widgets.prompt import Prompt
from digest.ui.widgets.reader import Reader
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from digest.services.finding import Answers
    from digest.ui.actions import Keymap
    from digest.ui.asking import Asking
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks

SHOWN_HITS = 60
"""Hits that are asked for: more than anybody reads before typing another character."""

SHOWN_OFFERS = 9
"""Offers that are named: as many as one line holds."""

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


class Finder(Screen[Hit | None], inherit_bindings=False):
    """Topics, titles, passages and what signs ask for, ranked as one types."""

    AUTO_FOCUS = None

    class Found(Message):
        """A search has ended."""

        def __init__(self, query: str, answers: Answers, offers: Sequence[str]) -> None:
            super().__init__()
            self.query = query
            self.answers = answers
            self.offers = offers

        def can_replace(self, message: Message) -> bool:
            """Only the latest results matter."""
            return isinstance(message, Finder.Found)

    def __init__(
        self,
        desk: Desk,
        keymap: Keymap,
        inks: Inks,
        asking: Asking,
        do: Callable[[str], None],
    ) -> None:
        """Find something.

        Args:
            desk: how what is found is shown.
            keymap: which keys commands have.
            inks: what it is drawn in.
            asking: finds; it is asked in a thread.
            do: does an action on the main screen.
        """
        super().__init__()
        self._desk, self._keymap, self._do = desk, keymap, do
        self._asking = asking
        self._answers: Answers | None = None
        self._query = ""
        self._list = HitList(desk, keymap, inks)
        self._preview = Reader(desk.look, inks, id="preview")
        self._preview.can_focus = False
        self._status = StatusLine(inks)
        self._answered: str | None = None
        """The query whose hits are shown."""
        self._choose_first = False
        """Enter was pressed before the hits of the query were there."""
        self._offers: Sequence[str] = ()
        """Lines that the one typed may become."""
        self._taken = -1
        """Which of them stands there now."""

    def compose(self) -> ComposeResult:
        """The line, the hits with the place beside them, a word on what to do."""
        yield Prompt(self._desk.say("finder.label"))
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
        answers = self._asking.answer(query, SHOWN_HITS)
        offers = self._asking.complete(query, self._desk.language)
        if not worker.is_cancelled:
            self.post_message(self.Found(query, answers, offers))

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.query != self._query:
            return
        self._answered = event.query
        self._list.fill(event.answers.hits)
        if event.offers or not self._is_taken():
            self._offers, self._taken = event.offers, -1
        if self._choose_first and event.answers.hits:
            self._choose(event.answers.hits[0])
            return
        self._choose_first = False
        self._answers = event.answers
        self._tell()

    def _tell(self) -> None:
        if self._answers is not None:
            self._status.say([Text(f" {self._told(self._answers)}", "quiet")])

    def _told(self, answers: Answers) -> str:
        """What is wrong with what was typed, what it may become, or what can be typed."""
        say = self._desk.say
        if answers.problem:
            return say(f"query.{answers.problem}", query=" ".join(answers.request.unread))
        if self._offers:
            # Offers differ from what was typed in the last word alone, which may hold blanks.
            begun = len(re.sub(r"\S*$", "", self._answered or ""))
            words = [offer[begun:].strip() for offer in self._offers]
            return say("finder.offers", offers="  ".join(words[:SHOWN_OFFERS]))
        if not answers.hits and self._query:
            return say("finder.none", query=self._query)
        return say("finder.signs" if not self._query else "finder.title")

    def _is_taken(self) -> bool:
        """Whether one of the offers stands in the line."""
        return 0 <= self._taken < len(self._offers) and self._offers[self._taken] == self._query

    def _complete(self) -> bool:
        """Put the next offer into the line; whether there was one."""
        if not self._offers or (self._answered != self._query and not self._is_taken()):
            return False
        self._taken = (self._taken + 1) % len(self._offers)
        self._query = self._offers[self._taken]
        self.query_one(Prompt).put(self._query)
        return True

    @on(RowList.Moved)
    def _moved(self) -> None:
        hit = self._list.chosen
        listing = None if hit is None else self._desk.listing(hit.article)
        if hit is None or listing is None or not self._preview.display:
            self._preview.close()
            return
        if self._preview.page is None or self._preview.page.article.id != hit.article:
            try:
                article = self._desk.library.article(hit.article)
                figures = tuple(self._desk.library.figures(hit.article))
            except DigestError:  # taken out by another program; the screen below says so
                self._preview.close()
                return
            self._preview.show(article, figures, head(self._desk, listing))
        self._preview.go_top().reveal(hit.place).light((), hit.place)

    def on_key(self, event: events.Key) -> None:
        """Complete a filter, move over the hits, go to one, or go back."""
        if event.key == "tab" and self._complete():
            pass
        elif event.key in MOVES:
            self._list.move(MOVES[event.key])
        elif event.key in {"pagedown", "pageup"}:
            self._list.move(self._list.page_items * (1 if event.key == "pagedown" else -1))
        elif event.key == "escape":
            self.dismiss(None)
        elif not event.is_printable and self._action(event) == "toggle_script":
            self._do("toggle_script")
            self._restyle()
        else:
            return
        event.stop()

    def _action(self, event: events.Key) -> str | None:
        return self._keymap.action(Scope.VIEW, event.key, event.character)

    def _restyle(self) -> None:
        """Show the same in another script."""
        page, desk = self._preview.page, self._desk
        listing = desk.listing(page.article.id) if page is not None else None
        self._preview.restyle(desk.look, head(desk, listing) if listing else ())
        self._list.refresh()
        self._tell()

    @on(Prompt.Submitted)
    def _submitted(self) -> None:
        if self._answered != self._query:
            self._choose_first = True
        elif self._list.chosen is not None:
            self._choose(self._list.chosen)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        if self._list.chosen is not None:
            self._choose(self._list.chosen)

    def _choose(self, hit: Hit) -> None:
        """Go to a hit; of a source, look at what is of it."""
        if hit.kind is HitKind.SOURCE:
            self._choose_first = False
            self.query_one(Prompt).put(f'source:"{hit.text}" ')
        else:
            self.dismiss(hit)

    def on_resize(self, event: events.Resize) -> None:
        """Show the place beside the hits where there is room."""
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        self.set_class(width < WITH_PREVIEW, "small")
