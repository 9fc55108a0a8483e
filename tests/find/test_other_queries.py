"""Names and texts of other fields than those on which the finder was set are found as well."""

from __future__ import annotations

import pytest
from support.finding import GOLD, Asked, foreign_titles, seeds

from digest.find import Index
from digest.model import Article, Hit, HitKind, Mention, Metadata, Script, Span, Topic, TopicKind
from digest.text.fold import key

LEAST, LEAST_AMONG = 0.97, 0.95
"""Floors of the mean reciprocal rank: alone, and beside foreign titles."""


def _rows(file: str) -> list[list[str]]:
    lines = (GOLD / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def _articles() -> list[Article]:
    return [
        Article(str(number), Metadata(title=text[:8]), Script.HANS, text, ())
        for number, (text,) in enumerate(_rows("other_texts.txt"))
    ]


def _topics() -> list[Topic]:
    """The topics, each a little weightier than the next."""
    places = (Mention("0", Span(0, 1)),) * 3
    return [
        Topic(
            key(name),
            name,
            tuple(filter(None, aliases.split(";"))),
            TopicKind.CONCEPT,
            1 / (2 + number),
            places,
        )
        for number, (name, aliases) in enumerate(_rows("other_topics.tsv"))
    ]


def _answers(hit: Hit, expected: str) -> bool:
    article, part, text = expected.partition("#")
    if part:
        return hit.kind is HitKind.PASSAGE and hit.article == article and key(text) in key(hit.text)
    return hit.kind is HitKind.TOPIC and hit.topic == key(expected)


@pytest.mark.parametrize(("titles", "least"), [(0, LEAST), (3_000, LEAST_AMONG)])
def test_queries_of_every_class_find_what_they_mean(titles: int, least: float) -> None:
    """In ten ways of typing, half spelt and half written too."""
    foreign = foreign_titles(seeds(), titles) if titles else []
    index = Index.build(_topics(), [*_articles(), *foreign])
    asked = [Asked(*row) for row in _rows("other_queries.tsv")]
    worth = 0.0
    for query in asked:
        hits = index.search(query.text)
        rank = next((at for at, hit in enumerate(hits, 1) if _answers(hit, query.expected)), 0)
        worth += 1 / rank if rank else 0.0
    assert len(asked) > 200
    assert worth / len(asked) >= least
