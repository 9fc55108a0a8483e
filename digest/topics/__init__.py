"""Topics: the names and terms that articles share, mined from the articles themselves.

Words are cut (segment), strings that the segmenter does not know are mined, phrases are collected
with what speaks for them (candidates, per article and storable), and over all articles they become
topics: kinds, aliases, rank. Mentions are looked up last, for the forms that were kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Mention, Topic
from digest.topics.candidates import Candidate, Told, candidates, told_words, unknown_words
from digest.topics.mentions import Finder
from digest.topics.own import Own
from digest.topics.rank import Ranked, rank
from digest.topics.segment import Mined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import Article

__all__ = [
    "Candidate",
    "Finder",
    "Mined",
    "Own",
    "Ranked",
    "Told",
    "candidates",
    "find_topics",
    "finder_of",
    "rank",
    "told_words",
    "unknown_words",
]


def find_topics(articles: Sequence[Article], own: Own = Own.EMPTY) -> tuple[Topic, ...]:
    """The topics of `articles`, best first, each with every place where it is mentioned.

    Args:
        articles: what they are mined from and looked for in.
        own: what the reader says of topics.
    """
    mined = unknown_words(articles)
    ranked = own.applied(rank((each.id, candidates(each, mined)) for each in articles))
    finder = finder_of(ranked)
    found: dict[str, list[Mention]] = {}
    for article in articles:
        for topic, span in finder.mentions(article):
            found.setdefault(topic, []).append(Mention(article.id, span))
    return tuple(_topic(topic, found[topic.key]) for topic in ranked if topic.key in found)


def finder_of(topics: Sequence[Ranked]) -> Finder:
    """What finds the mentions of some topics."""
    return Finder(
        _keys(topic for topic in topics if not topic.nested),
        _keys(topic for topic in topics if topic.nested),
    )


def _keys(topics: Iterable[Ranked]) -> dict[str, str]:
    return {form: topic.key for topic in topics for form in topic.forms}


def _topic(ranked: Ranked, places: Sequence[Mention]) -> Topic:
    aliases = ranked.surfaces[1:]
    return Topic(ranked.key, ranked.name, aliases, ranked.kind, ranked.score, tuple(places))
