"""Postings: the articles of each topic, in lists that are added to.

A list holds the rows of the articles of one block, a range of rows; those of one block stand side
by side in the file for all topics. What was found in some hundred articles that came together is
therefore written in one place, and a topic is read by as many steps as there are blocks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

BLOCK = 512
"""Rows of articles to a block: about what is written in one transaction, so that most lists are
written once. A hundred thousand articles have two hundred blocks, which are read in a
millisecond."""

_OF_TOPIC = """
    WITH RECURSIVE every (block) AS (
        SELECT 0 UNION ALL SELECT block + 1 FROM every
        WHERE block < (SELECT max(block) FROM posting)
    )
    SELECT articles FROM every CROSS JOIN posting ON posting.block = every.block AND topic = ?
"""

_COME = """
    INSERT INTO posting VALUES (?, ?, ?)
    ON CONFLICT (block, topic) DO UPDATE SET articles = articles || ',' || excluded.articles
"""

_HELD = "SELECT articles FROM posting WHERE block = ? AND topic = ?"

_LEFT = "UPDATE posting SET articles = ? WHERE block = ? AND topic = ?"

_GO = "DELETE FROM posting WHERE block = ? AND topic = ?"


class Lists:
    """Articles that are to be added to the lists of topics, or taken from them."""

    __slots__ = ("_blocks",)

    def __init__(self) -> None:
        self._blocks: dict[int, dict[int, list[str]]] = {}

    def add(self, article: int, topics: Iterable[int]) -> None:
        """Have an article in the lists of topics."""
        lists = self._blocks.get(article // BLOCK)
        if lists is None:
            lists = self._blocks[article // BLOCK] = defaultdict(list)
        written = str(article)
        for topic in topics:
            lists[topic].append(written)

    def counted(self) -> dict[int, int]:
        """How many articles there are, by topic."""
        counts: dict[int, int] = defaultdict(int)
        for lists in self._blocks.values():
            for topic, articles in lists.items():
                counts[topic] += len(articles)
        return counts

    def written(self) -> list[tuple[int, int, str]]:
        """Block, topic and articles as they are kept, in the order of the file."""
        return [
            (block, topic, ",".join(lists[topic]))
            for block, lists in sorted(self._blocks.items())
            for topic in sorted(lists)
        ]


class Holders:
    """The articles of one topic, to be asked one by one; read block by block as they are."""

    __slots__ = ("_blocks", "_connection", "_topic")

    def __init__(self, connection: sqlite3.Connection, topic: int) -> None:
        self._connection = connection
        self._topic = topic
        self._blocks: dict[int, frozenset[int]] = {}

    def __contains__(self, row: int) -> bool:
        """Whether an article mentions the topic."""
        block = row // BLOCK
        held = self._blocks.get(block)
        if held is None:
            found = self._connection.execute(_HELD, (block, self._topic)).fetchone()
            held = self._blocks[block] = frozenset(_rows(found or ()))
        return row in held


def rows_of_topic(connection: sqlite3.Connection, topic: int) -> list[int]:
    """Rows of the articles of a topic, in no order."""
    return _rows(articles for (articles,) in connection.execute(_OF_TOPIC, (topic,)))


def add(connection: sqlite3.Connection, lists: Iterable[tuple[int, int, str]]) -> None:
    """Add to the lists of topics; the articles are in none of them."""
    connection.executemany(_COME, lists)


def take(connection: sqlite3.Connection, lists: Iterable[tuple[int, int, str]]) -> None:
    """Take articles from the lists of topics, where they are."""
    for block, topic, articles in lists:
        (held,) = connection.execute(_HELD, (block, topic)).fetchone() or ("",)
        gone = {"", *articles.split(",")}
        left = ",".join([each for each in held.split(",") if each not in gone])
        if left:
            connection.execute(_LEFT, (left, block, topic))
        else:
            connection.execute(_GO, (block, topic))


def drop(connection: sqlite3.Connection, topics: Sequence[int]) -> None:
    """Let go of the lists of topics."""
    (last,) = connection.execute("SELECT max(block) FROM posting").fetchone()
    blocks = range(0 if last is None else last + 1)
    connection.executemany(_GO, product(blocks, topics))


def of_block(connection: sqlite3.Connection, block: int) -> dict[int, list[int]]:
    """The articles of each topic in a block, in order."""
    held = connection.execute("SELECT topic, articles FROM posting WHERE block = ?", (block,))
    return {topic: sorted(_rows((articles,))) for topic, articles in held}


def _rows(lists: Iterable[str]) -> list[int]:
    """The articles of lists as they are kept."""
    rows: list[int] = json.loads(f"[{','.join(lists)}]")
    return rows
