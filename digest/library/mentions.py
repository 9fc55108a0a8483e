"""Mentions: in which articles a topic stands and where, and which topics stand in an article."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from digest.library import postings
from digest.library.articles import NEWEST_FIRST
from digest.library.connection import one_moment
from digest.library.marks import places_in, places_of
from digest.library.postings import Holders

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from digest.model import Span

    Passages = list[tuple[str, tuple[Span, ...]]]
    """Ids of articles and the places of a topic in each."""

_OF_ARTICLE = "SELECT places FROM mention WHERE article = ?"

_ORDER = f"SELECT article FROM analysis {NEWEST_FIRST}"  # noqa: S608  our own order

_ORDERED = f"""
    SELECT article FROM json_each(?) AS held CROSS JOIN analysis ON article = held.value
    {NEWEST_FIRST} LIMIT ? OFFSET ?
"""  # noqa: S608  as above

_TOLD = """
    SELECT article, article.id, places FROM json_each(?) AS held
    CROSS JOIN mention ON article = held.value
    CROSS JOIN article ON row = held.value
"""

_NEWEST = f"""
    SELECT id, places FROM (SELECT article FROM analysis {NEWEST_FIRST} LIMIT ?) AS newest
    CROSS JOIN mention ON mention.article = newest.article
    CROSS JOIN article ON article.row = newest.article
"""  # noqa: S608  as above

_SPREAD = "SELECT row, articles, (SELECT max(row) FROM article) FROM topic WHERE key = ?"
"""A topic's row, its articles, and about how many articles there are, which is not counted."""

WALKED = 4
"""How many entries of the order of all articles are walked in the time in which one article of a
topic is put in order."""


def of_article(connection: sqlite3.Connection, row: int) -> dict[int, tuple[Span, ...]]:
    """The places of topics in an article, by their rows; some of these topics may have gone."""
    (places,) = connection.execute(_OF_ARTICLE, (row,)).fetchone() or ("{}",)
    return {int(topic): places_of(numbers) for topic, numbers in json.loads(places).items()}


def passages(connection: sqlite3.Connection, key: str, limit: int | None, offset: int) -> Passages:
    """Ids of the articles that mention a topic, newest first, and its places in each."""
    with one_moment(connection):
        topic, count, last = connection.execute(_SPREAD, (key,)).fetchone() or (0, 0, 0)
        most = count if limit is None else limit
        if last * (most + offset) < count * count * WALKED:
            rows = _walked(connection, topic, most, offset)
        else:
            held = json.dumps(postings.rows_of_topic(connection, topic))
            rows = [row for (row,) in connection.execute(_ORDERED, (held, most, offset))]
        told = {
            row: (identity, places_in(text, topic))
            for row, identity, text in connection.execute(_TOLD, (json.dumps(rows),))
        }
        return [told[row] for row in rows if row in told]


def _walked(connection: sqlite3.Connection, topic: int, most: int, offset: int) -> list[int]:
    """The articles of a topic that come first in the order of all, without putting them in it."""
    held = Holders(connection, topic)
    every = connection.execute(_ORDER)
    found = [*islice((row for (row,) in every if row in held), offset, offset + most)]
    every.close()
    return found


def newest(
    connection: sqlite3.Connection, topics: Collection[int], walked: int, articles: int
) -> dict[int, Passages]:
    """What `passages` says of topics that the newest articles mention so often, by their rows.

    Args:
        connection: what is asked.
        topics: rows of those that are wanted.
        walked: so many of the newest articles are read, once for all topics.
        articles: so many of each topic are wanted.
    """
    found: dict[int, list[tuple[str, Sequence[int]]]] = {topic: [] for topic in topics}
    left = {str(topic): told for topic, told in found.items()}
    for identity, text in connection.execute(_NEWEST, (walked,)):
        here = json.loads(text)
        for topic in left.keys() & here:
            told = left[topic]
            told.append((identity, here[topic]))
            if len(told) == articles:
                del left[topic]
    return {
        topic: [(identity, places_of(numbers)) for identity, numbers in told]
        for topic, told in found.items()
        if len(told) == articles
    }
