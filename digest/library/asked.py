"""Asked: what a home of articles is asked about many articles, and about topics; parts of `Store`.

They stand apart because whoever asks them must say how much is wanted: all there is would be more
than memory holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from digest.library.records import Dated, Listing, Subject
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

    def underived(self, name: str, version: int, newest: int | None = None) -> tuple[str, ...]:
        """Ids of the articles that lack it, newest first.

        Args:
            name: what is lacking.
            version: of it.
            newest: how many come so; after them the others come as they stand in the file, last
                come first, where it costs much less to write of many. All come newest first if
                None.
        """
        ...

    def decisions(self) -> dict[tuple[str, str], bool]:
        """Pairs of ids that the reader keeps together (True) or apart, the smaller one first."""
        ...


class Topics(Protocol):
    """What can be asked about topics.

    A topic's mentions may be many; who shows topics asks for them without, and for the passages of
    one by the page.
    """

    def topics(self, limit: int | None = None, *, articles: int | None = None) -> tuple[Topic, ...]:
        """Topics with their mentions, best first.

        Args:
            limit: so many topics at most.
            articles: those of the newest so many articles of each; of all if None, for libraries
                that fit into memory.
        """
        ...

    def mentions(self, article: str) -> tuple[tuple[str, Mention], ...]:
        """Keys of the topics that stand in an article and where, by place."""
        ...

    def subjects(self, limit: int | None = None, offset: int = 0) -> list[Subject]:
        """Topics that are mentioned, without their mentions, best first."""
        ...

    def known_subjects(self) -> list[Subject]:
        """All topics without their mentions, also those without any, in no order."""
        ...

    def texts_of(self, articles: Sequence[str]) -> list[Article]:
        """These articles without their paragraphs, in their order; without those not here."""
        ...

    def identities(self) -> tuple[str, ...]:
        """Ids of all articles, newest first."""
        ...

    def subject(self, key: str) -> Subject | None:
        """One topic without its mentions; None if there is none of this key."""
        ...

    def subjects_of(self, article: str) -> list[tuple[Subject, tuple[Span, ...]]]:
        """The topics of an article and their places in it, by the first place."""
        ...

    def passages(
        self, key: str, limit: int | None = None, offset: int = 0
    ) -> list[tuple[str, tuple[Span, ...]]]:
        """Ids of the articles that mention a topic, newest first, and its places in each."""
        ...
