"""Search: finding in the text at hand, while it is being typed and from hit to hit afterwards."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article
    from digest.text.aligned import AlignedText
    from digest.ui.screens.main import MainScreen


def hits_in(folded: AlignedText, query: str) -> list[Span]:
    """Every place of a text, in its clean coordinates, where a folded query stands.

    Args:
        folded: the text's search key, aligned to its clean text.
        query: as typed, in either script.
    """
    from digest.text.fold import key  # noqa: PLC0415 - loaded with the first search

    wanted = key(query)
    hits: list[Span] = []
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        hits.append(folded.alignment.to_source(Span(at, at + len(wanted))))
        at = folded.text.find(wanted, at + len(wanted))
    return hits


class TextSearch:
    """The search of the reader's screen."""

    def __init__(self, screen: MainScreen) -> None:
        """Find nothing yet."""
        self._screen = screen
        self.is_open = False
        """Whether something is being typed."""
        self._folded: tuple[str, AlignedText] | None = None
        self._begun_at = Span(0, 0)
        self.query = ""
        """What is searched for; empty while nothing is."""

    def open(self) -> None:
        """Ask what to find."""
        if not self.is_open and self._screen.desk.opened is not None:
            self._begun_at = self._screen.reader.seen
            self.is_open = True
            self._screen.line.open()

    def typed(self, query: str) -> None:
        """Light what has been typed so far and go to the first place from where one was."""
        opened = self._screen.desk.opened
        if opened is None:
            return
        self.query = query
        hits = hits_in(self._folded_text(opened.article), query)
        at = bisect_left(hits, self._begun_at)
        current = hits[at % len(hits)] if hits else None
        if current is not None:
            self._screen.reader.reveal(current)
        self._screen.reader.light(hits, current)
        self._screen.teller.hits()

    def light(self, query: str, words: Sequence[str]) -> None:
        """Light some words in a text that has just been opened, and stay where it opened.

        Args:
            query: as typed, where the words come from; empty to light nothing.
            words: what of it to light.
        """
        opened = self._screen.desk.opened
        if opened is None or not words:
            return
        self.query = query
        folded = self._folded_text(opened.article)
        found = {hit for word in words for hit in hits_in(folded, word)}
        self._screen.reader.light(sorted(found), self._screen.reader.current)

    def accept(self) -> None:
        """Keep the hits and give the keys back to the text."""
        self._close()

    def cancel(self) -> None:
        """Forget the hits and go back to where one was."""
        self._close()
        self.forget()
        self._screen.reader.reveal(self._begun_at)

    def forget(self) -> None:
        """Search for nothing any more."""
        self.query = ""
        self._screen.reader.light((), None)
        self._screen.teller.place()

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before, round the ends of the text."""
        reader = self._screen.reader
        hits = list(reader.hits)
        if not hits:
            return
        if reader.current in hits:
            at = hits.index(reader.current) + by
        else:
            at = bisect_left(hits, reader.seen) - (by < 0)
        current = hits[at % len(hits)]
        reader.reveal(current).light(hits, current)
        self._screen.teller.place()

    def _folded_text(self, article: Article) -> AlignedText:
        """The search key of the text at hand, made once."""
        if self._folded is None or self._folded[0] != article.id:
            from digest.text.fold import fold  # noqa: PLC0415 - loaded with the first search

            self._folded = (article.id, fold(article.text))
        return self._folded[1]

    def _close(self) -> None:
        self.is_open = False
        self._screen.line.close()
        self._screen.navigator.enter_text()
