"""Store: all that anything above may ask of the place where articles are kept.

`Library` is the home every reader has. The protocol is narrow, so that one for libraries that
outgrow a machine can stand behind it without a change above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from digest.library.entries import Added, Analysis, Entry, Original, Removed
    from digest.library.records import Counts, Dated, Found, Listing, State
    from digest.model import Article, Figure, Mention, Span, Topic


class Across(Protocol):
    """What can be asked about many articles at once.

    Whoever asks by ids asks for as many as are shown or worked on together, so that memory stays
    bounded in a large library; ids that are not here are passed over.
    """

    def listings_of(self, articles: Sequence[str]) -> list[Listing]:
        """What a list shows of these articles, in their order; without those not here."""
        ...

    def articles_of(self, articles: Sequence[str]) -> list[Article]:
        """These articles with their clean texts, in their order; without those not here."""
        ...

    def figures_of(self, articles: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures of these articles, by id in their order; without those not here."""
        ...

    def dated(
        self, since: str = "", until: str = "", limit: int | None = None, *, latest: bool = False
    ) -> list[Dated]:
        """The dates that stand in texts, by the first day they stand for.

        Args:
            since: the first day of the range, ISO 8601 to any precision; empty for no bound.
            until: the day after its last; empty for no bound.
            limit: how many at most.
            latest: the last ones first.
        """
        ...

    def day_counts(self, since: str = "", until: str = "") -> dict[str, int]:
        """How many of these dates begin on each day, days in order."""
        ...

    def derived(
        self, name: str, version: int, articles: Collection[str] | None = None
    ) -> dict[str, bytes]:
        """What is kept under a name in this version, by article id.

        Args:
            name: what is asked for.
            version: what is of any other counts as not there.
            articles: of these alone; of all if None.
        """
        ...

    def underived(self, name: str, version: int) -> tuple[str, ...]:
        """Ids of the articles that lack it, newest first."""
        ...


class Answering(Across, Protocol):
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

    def topics(self, limit: int | None = None) -> tuple[Topic, ...]:
        """Topics with their mentions, best first."""
        ...

    def mentions(self, article: str) -> tuple[tuple[str, Mention], ...]:
        """Keys of the topics that stand in an article and where, by place."""
        ...

    def state(self, article: str) -> State:
        """What the reader did with an article."""
        ...

    def session(self) -> dict[str, str]:
        """What the program remembers of itself from one start to the next."""
        ...

    def search(self, query: str, limit: int = 200) -> Found:
        """Articles whose title or text holds the words of a query, in whatever script.

        Words apart must all stand in an article; `"..."` keeps words together, `-word` leaves
        articles out, `OR` between words asks for either.
        """
        ...

    def stale(self, version: int) -> tuple[str, ...]:
        """Ids of the articles whose analysis is of an older version, last come first."""
        ...

    def check(self) -> tuple[str, ...]:
        """What is unsound, one sentence each; empty if all is well. Reads everything."""
        ...


class Store(Answering, Protocol):
    """A home of articles: what it can be asked, and how it is changed. Each change is whole."""

    def add(self, entries: Sequence[Entry], added: str = "") -> list[Added]:
        """Keep articles, all or none; content that is here already is left as it is.

        Args:
            entries: what to keep.
            added: the time of their arrival in UTC, now if empty; one import has one time.
        """
        ...

    def replace(self, article: str, analysis: Analysis) -> None:
        """Put a new analysis in the place of an old one; what the reader did stays."""
        ...

    def set_topics(self, topics: Sequence[Topic]) -> None:
        """Put new topics in the place of all old ones."""
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

    def remember(self, values: Mapping[str, str]) -> None:
        """Keep these values of the session; the others stay as they are."""
        ...
