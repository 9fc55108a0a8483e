"""Answers: everything a library can be asked without changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import articles, editions, fulltext, headings, sizes, soundness, states
from digest.library.many import Many
from digest.library.records import ALL
from digest.library.topical import Topical

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from digest.library.entries import Original
    from digest.library.records import (
        Counts,
        Found,
        Holders,
        Listing,
        Narrow,
        Recent,
        Sized,
        State,
    )
    from digest.library.roll import Roll
    from digest.model import Article, Figure, Span


class Answers(Many, Topical):
    """The half of `Store` that reads."""

    def edition(self) -> str:
        """Names what articles and topics there are; empty where that is not known."""
        with self._reading() as connection:
            found = editions.edition(connection)
        if not found and not self.read_only:
            with self._writing() as connection:
                editions.renew(connection)
                found = editions.edition(connection)
        return found

    def counts(self) -> Counts:
        """How much there is."""
        with self._reading() as connection:
            return articles.counts(connection)

    def listings(self, limit: int | None = None, offset: int = 0, since: str = "") -> list[Listing]:
        """What a list shows, newest first; those published since a date alone if one is given."""
        with self._reading() as connection:
            return articles.listings(connection, limit, offset, since)

    def roll(self, limit: int | None = None, beside: Sequence[str] = ()) -> Roll:
        """The list, newest first, packed closely; and articles that must be there."""
        with self._reading() as connection:
            return articles.roll(connection, limit, beside)

    def listing(self, article: str) -> Listing:
        """What a list shows of one article."""
        with self._reading() as connection:
            return articles.listing(connection, article)

    def resolve(self, prefix: str) -> str:
        """The id that begins with `prefix`; `NotFoundError` if none does, or several do."""
        with self._reading() as connection:
            return articles.resolve(connection, prefix)

    def known(self, digests: Collection[bytes]) -> dict[bytes, str]:
        """Of these content digests, those of articles that are here, with their ids."""
        with self._reading() as connection:
            return articles.known(connection, digests)

    def article(self, article: str) -> Article:
        """An article with its clean text."""
        with self._reading() as connection:
            return articles.article(connection, article)

    def articles(self, limit: int | None = None) -> Iterator[Article]:
        """Articles with their texts, newest first, read as they are asked for."""
        with self._reading() as connection:
            yield from articles.articles(connection, limit)

    def figures(self, article: str) -> tuple[Figure, ...]:
        """The figures of an article, by place."""
        with self._reading() as connection:
            return articles.figures(connection, article)

    def original(self, article: str) -> Original:
        """An article as it came."""
        with self._reading() as connection:
            return articles.original(connection, article)

    def repaired(self, article: str) -> tuple[Span, ...]:
        """In the clean text: what was restored from damage."""
        with self._reading() as connection:
            return articles.repaired(connection, article)

    def state(self, article: str) -> State:
        """What the reader did with an article."""
        with self._reading() as connection:
            return states.state(connection, article)

    def session(self) -> dict[str, str]:
        """What the program remembers of itself from one start to the next."""
        with self._reading() as connection:
            return states.session(connection)

    def headings(self) -> Iterator[tuple[str, str, str, str]]:
        """Id, title, source or else author, and date of every article, newest first."""
        with self._reading() as connection:
            yield from headings.headings(connection)

    def recent(self, limit: int) -> list[Recent]:
        """The articles that were open last, the latest first."""
        with self._reading() as connection:
            return states.recent(connection, limit)

    def search(self, query: str, limit: int = 200, narrow: Narrow = ALL) -> Found:
        """Articles whose title or text holds the words of a query, in whatever script."""
        with self._reading() as connection:
            return fulltext.search(connection, query, limit, narrow)

    def sized(self, least: float, most: float, limit: int, narrow: Narrow = ALL) -> Sized:
        """Figures whose number lies between two others, those of the newest articles."""
        with self._reading() as connection:
            return sizes.sized(connection, least, most, limit, narrow)

    def holders(self, query: str) -> Holders:
        """Every article that `search` would find, in no order."""
        with self._reading() as connection:
            return fulltext.holders(connection, query)

    def stale(self, version: int) -> tuple[str, ...]:
        """Ids of the articles whose analysis is of an older version, last come first."""
        with self._reading() as connection:
            return articles.stale(connection, version)

    def check(self) -> tuple[str, ...]:
        """What is unsound, one sentence each; empty if all is well. Reads everything."""
        with self._reading() as connection:
            return tuple(soundness.problems(connection, self.read_only))
