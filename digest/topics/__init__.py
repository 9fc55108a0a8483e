"""Topics: the names and terms that articles share, mined from the articles themselves.

Words are cut (segment), strings that the segmenter does not know are mined, phrases are collected
with what speaks for them (candidates, per article and storable), and over all articles they become
topics: kinds, aliases, rank. Mentions are looked up last, for the forms that were kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Mention, Span, Topic
from digest.text.fold import key
from digest.topics.bylines import bylines
from digest.topics.candidates import Candidate, candidates, unknown_words
from digest.topics.mentions import Forms, words_of
from digest.topics.rank import Ranked, rank
from digest.topics.segment import Mined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import Article

__all__ = [
    "Candidate",
    "Forms",
    "Mined",
    "Ranked",
    "candidates",
    "find_topics",
    "rank",
    "unknown_words",
    "words_of",
]


def find_topics(articles: Sequence[Article]) -> tuple[Topic, ...]:
    """The topics of `articles`, best first, each with every place where it is mentioned."""
    mined = unknown_words(articles)
    ranked = rank({article.id: candidates(article, mined) for article in articles})
    found = _places(articles, mined, ranked)
    return tuple(_topic(topic, found[topic.key]) for topic in ranked if topic.key in found)


def _places(
    articles: Sequence[Article], mined: Mined, topics: Sequence[Ranked]
) -> dict[str, list[Mention]]:
    """The mentions of each topic.

    Whoever wrote or published an article without being named in it is mentioned at its beginning,
    by an empty span.
    """
    outer = Forms(_keys(topic for topic in topics if not topic.nested))
    nested = Forms(_keys(topic for topic in topics if topic.nested))
    names = _keys(topics)
    found: dict[str, list[Mention]] = {}
    for article in articles:
        words = words_of(article.text, mined)
        here: set[str] = set()
        for layer in (outer, nested):
            for topic, span in layer.places(words):
                found.setdefault(topic, []).append(Mention(article.id, span))
                here.add(topic)
        for name, _ in bylines(article):
            topic = names.get(key(name), "")
            if topic and topic not in here:
                found.setdefault(topic, []).append(Mention(article.id, Span(0, 0)))
                here.add(topic)
    return found


def _keys(topics: Iterable[Ranked]) -> dict[str, str]:
    return {form: topic.key for topic in topics for form in topic.forms}


def _topic(ranked: Ranked, places: Sequence[Mention]) -> Topic:
    aliases = ranked.surfaces[1:]
    return Topic(ranked.key, ranked.name, aliases, ranked.kind, ranked.score, tuple(places))
