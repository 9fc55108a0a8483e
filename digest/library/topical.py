"""Topical: what a library is asked about topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import articles as kept
from digest.library import topics
from digest.library.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.library.records import Subject
    from digest.model import Article, Mention, Span, Topic


class Topical(Opened):
    """The part of `Store` that knows topics."""

    def topics(self, limit: int | None = None, *, articles: int | None = None) -> tuple[Topic, ...]:
        """Topics with their mentions, best first."""
        with self._reading() as connection:
            return topics.topics(connection, limit, articles)

    def mentions(self, article: str) -> tuple[tuple[str, Mention], ...]:
        """Keys of the topics that stand in an article and where, by place."""
        with self._reading() as connection:
            return topics.mentions(connection, article)

    def subjects(self, limit: int | None = None, offset: int = 0) -> list[Subject]:
        """Topics without their mentions, best first."""
        with self._reading() as connection:
            return topics.subjects(connection, limit, offset)

    def known_subjects(self) -> list[Subject]:
        """All topics without their mentions, also those without any, in no order."""
        with self._reading() as connection:
            return topics.known(connection)

    def texts_of(self, articles: Sequence[str]) -> list[Article]:
        """These articles without their paragraphs, in their order; without those not here."""
        with self._reading() as connection:
            return kept.texts_of(connection, articles)

    def identities(self) -> tuple[str, ...]:
        """Ids of all articles, newest first."""
        with self._reading() as connection:
            return topics.identities(connection)

    def subject(self, key: str) -> Subject | None:
        """One topic without its mentions; None if there is none of this key."""
        with self._reading() as connection:
            return topics.subject(connection, key)

    def subjects_of(self, article: str) -> list[tuple[Subject, tuple[Span, ...]]]:
        """The topics of an article and their places in it, by the first place."""
        with self._reading() as connection:
            return topics.subjects_of(connection, article)

    def passages(
        self, key: str, limit: int | None = None, offset: int = 0
    ) -> list[tuple[str, tuple[Span, ...]]]:
        """Ids of the articles that mention a topic, newest first, and its places in each."""
        with self._reading() as connection:
            return topics.passages(connection, key, limit, offset)
