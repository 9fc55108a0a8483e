"""Sifting: narrowing the list to the articles that hold what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import DigestError
from digest.ui.draw import Text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from digest.library import Holders
    from digest.ui.screens.main import MainScreen


class Sifting:
    """The filter of the list; looking goes on in a thread, and only the last answer counts."""

    def __init__(self, screen: MainScreen) -> None:
        """Leave the list whole."""
        self._screen = screen
        self.is_open = False
        """Whether something is being typed."""
        self._is_looking = False
        self._before: tuple[str, str] = ("", "")
        self.query = ""
        """What the articles of the list hold; empty for all."""
        self.words: tuple[str, ...] = ()
        """The same as folded words."""

    def open(self) -> None:
        """Ask what the articles should hold."""
        if not self.is_open:
            here = self._screen.selected
            self._before = (here.id if here else "", self.query)
            self.is_open = True
            self._screen.line.open(self.query)

    def typed(self, query: str) -> None:
        """Look for the articles that hold this."""
        self.query = query
        # What is typed meanwhile is looked for when the answer is there: two questions at once
        # would both take twice as long, and nobody waits for the first.
        if not self._is_looking:
            self._is_looking = True
            self._screen.run_worker(lambda: self._look(query), thread=True, group="sifting")

    def accept(self) -> None:
        """Keep the list as it is, and give the keys back to it."""
        self._close()
        if self._screen.desk.listings:
            self._screen.navigator.show(self._screen.articles.cursor)

    def cancel(self) -> None:
        """Show the list as it was before, on the article one was at."""
        self._close()
        self.query = self._before[1]
        if self.query:
            self.typed(self.query)
        else:
            self.forget(self._before[0])

    def forget(self, article: str = "") -> None:
        """Show all articles again, with the cursor where it is or on a given one."""
        if self.query or self.words:
            here = self._screen.selected
            self.query, self.words = "", ()
            self._show(None, article or (here.id if here else ""))
            self._screen.teller.place()

    def widen(self) -> None:
        """Show all articles again because one is gone to that is not among those shown."""
        self.query, self.words = "", ()
        self._screen.desk.narrow(None)
        self._screen.articles.fill(len(self._screen.desk.listings), 0)

    def found(self, query: str, answer: Holders) -> None:
        """Show the articles that were found, unless something else has been typed meanwhile."""
        if not self._is_wanted(query):
            return
        self.words = answer.words
        here = self._screen.selected
        self._show(answer.numbers if answer.words else None, here.id if here else self._before[0])
        self._tell(answer)

    def _look(self, query: str) -> None:
        """In a thread: ask the library."""
        screen = self._screen
        try:
            answer = screen.desk.library.holders(query)
        except DigestError as error:
            screen.app.call_from_thread(self._refused, query, str(error))
        else:
            screen.app.call_from_thread(self.found, query, answer)

    def _is_wanted(self, query: str) -> bool:
        """Whether it is still asked what was just answered; looks for what is asked instead."""
        self._is_looking = False
        if query != self.query and (self.query or self.is_open):
            self.typed(self.query)
        return query == self.query

    def _refused(self, query: str, problem: str) -> None:
        if self._is_wanted(query):
            self._screen.teller.say(problem)

    def _show(self, numbers: NDArray[np.int64] | None, article: str) -> None:
        desk, rows = self._screen.desk, self._screen.articles
        desk.narrow(numbers)
        rows.fill(len(desk.listings), desk.index(article) or 0)
        self._screen.refresh_list()
        here = self._screen.selected
        if here is None or self.is_open:
            return
        # What lies open already, with nothing lit in it, need not be laid out again.
        if here.id != self._screen.navigator.article_id or self.words or self._screen.reader.hits:
            self._screen.navigator.show(rows.cursor)

    def _tell(self, answer: Holders) -> None:
        desk = self._screen.desk
        problem = desk.say(f"query.{answer.problem}") if answer.problem else ""
        key = "sift.count" if desk.listings else "search.none"
        told = desk.say(key, count=len(desk.listings), query=self.query) if self.query else ""
        self._screen.teller.status.say([Text(f" {problem or told}", "message")])

    def _close(self) -> None:
        self.is_open = False
        self._screen.line.close()
        self._screen.navigator.leave_text()
