"""Store: all that anything above may ask of the place where articles are kept.

`Library` is the home every reader has. The protocol is narrow, so that one for libraries that
outgrow a machine can stand behind it without a change above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from digest.library.asked import Across, Topics
from digest.library.records import ALL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from digest.library.entries import Added, Analysis, Entry, Original, Removed
    from digest.library.marks import Marks
    from digest.library.packing import Packed, Ready
    from digest.library.records import (
        Counts,
        Found,
        Holders,
        Listing,
        Narrow,
        Recent,
        Sized,
        State,
        Subject,
    )
    from digest.library.roll import Roll
    from digest.model import Article, Figure, Span, Topic


class Answering(Across, Topics, Protocol):
    """A home of articles, as far as it can be asked.

    Every method may be called from any thread. Every method raises `LibraryError` where the home
    cannot be read or written; those that take one id raise `NotFoundError` where there is no such
    article. Ids are whole ids; `resolve` makes one from a prefix.
    """

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed; methods that would, raise `LibraryError`."""
        ...

    @property
    def revision(self) -> int:
        """Grows with every change of articles or topics that this program makes.

        Who keeps something made from all of them, makes it anew when this has changed.
        """
        ...

    def edition(self) -> str:
        """Names what articles and topics there are; empty where that is not known.

        After any change of them, by whatever program, it is another that never was before.
        """
        ...

    def close(self) -> None:
        """Let go of everything; nothing else may be called afterwards."""
        ...

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def listings(self, limit: int | None = None, offset: int = 0, since: str = "") -> list[Listing]:
        """What a list shows, newest first: by date published, then by date added, then as added.

        Articles without a date come last.

        Args:
            limit: how many at most.
            offset: how many to leave out before.
            since: ISO 8601; those published then or later alone. A year counts as its beginning.
        """
        ...

    def roll(self, limit: int | None = None, beside: Sequence[str] = ()) -> Roll:
        """The same as `listings` for a list that stays, of any length: packed closely.

        Args:
            limit: how many at most.
            beside: ids of articles that are put behind these if they are not among them.
        """
        ...

    def listing(self, article: str) -> Listing:
        """What a list shows of one article."""
        ...

    def resolve(self, prefix: str) -> str:
        """The id that begins with `prefix`; `NotFoundError` if none does, or several do."""
        ...

    def known(self, digests: Collection[bytes]) -> dict[bytes, str]:
        """Of these content digests, those of articles that are here, with their ids."""
        ...

    def article(self, article: str) -> Article:
        """An article with its clean text."""
        ...

    def articles(self, limit: int | None = None) -> Iterator[Article]:
        """Articles with their texts, newest first, read as they are asked for."""
        ...

    def figures(self, article: str) -> tuple[Figure, ...]:
        """The figures of an article, by place."""
        ...

    def original(self, article: str) -> Original:
        """An article as it came."""
        ...

    def repaired(self, article: str) -> tuple[Span, ...]:
        """In the clean text: what was restored from damage."""
        ...

    def state(self, article: str) -> State:
        """What the reader did with an article."""
        ...

    def session(self) -> dict[str, str]:
        """What the program remembers of itself from one start to the next."""
        ...

    def headings(self) -> Iterator[tuple[str, str, str, str]]:
        """Id, title, source or else author, and date of every article, newest first.

        Read as they are asked for, so that a hundred thousand cost no memory.
        """
        ...

    def recent(self, limit: int) -> list[Recent]:
        """The articles that were open last, the latest first."""
        ...

    def search(self, query: str, limit: int = 200, narrow: Narrow = ALL) -> Found:
        """Articles whose title or text holds the words of a query, in whatever script.

        Words apart must all stand in an article; `"..."` keeps words together, `-word` leaves
        articles out, `OR` between words asks for either.
        """
        ...

    def sized(self, least: float, most: float, limit: int, narrow: Narrow = ALL) -> Sized:
        """Figures whose number lies between two others, those of the newest articles.

        The ends of ranges count by their middle. Ends soon: when `limit` figures are found, or
        after a tenth of a second.
        """
        ...

    def holders(self, query: str) -> Holders:
        """Every article that `search` would find, in no order."""
        ...

    def stale(self, version: int) -> tuple[str, ...]:
        """Ids of the articles whose analysis is of an older version, last come first."""
        ...

    def check(self) -> tuple[str, ...]:
        """What is unsound, one sentence each; empty if all is well. Reads everything."""
        ...


class Store(Answering, Protocol):
    """A home of articles: what it can be asked, and how it is changed. Each change is whole."""

    def add(self, entries: Sequence[Entry | Ready], added: str = "") -> list[Added]:
        """Keep articles, all or none; content that is here already is left as it is.

        Args:
            entries: what to keep; packed where another process made it.
            added: the time of their arrival in UTC, now if empty; one import has one time.
        """
        ...

    def replace(self, article: str, analysis: Analysis | Packed) -> None:
        """Put a new analysis in the place of an old one; what the reader did stays."""
        ...

    def set_topics(self, topics: Sequence[Topic]) -> None:
        """Put new topics, with their mentions, in the place of all old ones."""
        ...

    def put_subjects(self, subjects: Sequence[Subject]) -> None:
        """Keep topics; those that are here already keep their mentions."""
        ...

    def drop_other_subjects(self, keys: Collection[str], limit: int | None = None) -> int:
        """Let go of topics of other keys, so many at most; how many there were."""
        ...

    def set_mentions(self, found: Mapping[str, Marks]) -> None:
        """Put new mentions, as `marked` makes them, in the place of those that articles have.

        Mentions of topics that are not here, and articles that are not here, are passed over. Many
        are written one part after another: who is cut off between them gives all again.
        """
        ...

    def remove(self, articles: Sequence[str]) -> Removed:
        """Take articles out with all that belongs to them; ids that are not here are passed over.

        Returns:
            enough for `restore` to put them back as they were.
        """
        ...

    def restore(self, removed: Removed) -> None:
        """Put back what `remove` took out; what has been added again meanwhile stays."""
        ...

    def set_read(self, articles: Sequence[str], read: bool) -> tuple[str, ...]:
        """Mark as read or unread; returns the ids that were not so before, for undo."""
        ...

    def set_starred(self, articles: Sequence[str], starred: bool) -> tuple[str, ...]:
        """Star or unstar; returns the ids that were not so before, for undo."""
        ...

    def set_place(self, article: str, place: Span) -> None:
        """Keep where the reader is, as a span of the clean text, and that it was open now."""
        ...

    def set_derived(self, name: str, version: int, data: Mapping[str, bytes]) -> None:
        """Keep something made of articles under a name, by article id.

        It goes with its article, and when the article is analysed anew. Does not count as a change
        of articles in `revision`. Articles that are not here are passed over.
        """
        ...

    def decide(
        self, pairs: Mapping[tuple[str, str], bool | None]
    ) -> dict[tuple[str, str], bool | None]:
        """Keep pairs of articles together (True) or apart; None forgets what was decided.

        Returns:
            what was decided about these pairs before; deciding that takes it back.
        """
        ...

    def filling(self) -> AbstractContextManager[None]:
        """Within it, many changes of this thread cost less, and 32 MB of memory.

        For hundreds of articles and more. Others read and write meanwhile as they always do.
        """
        ...

    def remember(self, values: Mapping[str, str]) -> None:
        """Keep these values of the session; the others stay as they are."""
        ...
