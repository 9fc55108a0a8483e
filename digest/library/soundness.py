"""Soundness: whether a library holds together, for `digest doctor`."""

from __future__ import annotations

import json
import sqlite3
from itertools import groupby
from typing import TYPE_CHECKING

from digest.library import postings

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = ("original", "analysis", "content", "figures", "folded")
"""Tables that have one row for every article."""

_DIFFERENCES = {
    "SELECT count(*) FROM folded WHERE article NOT IN (SELECT id FROM fulltext_docsize)": (
        "lacks {} articles"
    ),
    "SELECT count(*) FROM fulltext_docsize WHERE id NOT IN (SELECT article FROM folded)": (
        "holds {} articles that are gone"
    ),
}
"""Where the full-text index and the texts differ, as far as can be seen by reading."""


def problems(connection: sqlite3.Connection, read_only: bool) -> Iterator[str]:
    """What is unsound, one sentence each."""
    damage = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
    if damage != ["ok"]:
        yield from (f"the file is damaged: {each}" for each in damage)
        return
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"a row of {table} belongs to no {parent}"
    for part in _PARTS:
        missing = connection.execute(
            f"SELECT count(*) FROM article WHERE row NOT IN (SELECT article FROM {part})"  # noqa: S608  our own names
        ).fetchone()[0]
        if missing:
            yield f"{missing} articles have no {part}"
    for difference, words in _DIFFERENCES.items():
        count = connection.execute(difference).fetchone()[0]
        if count:
            yield f"the full-text index {words.format(count)}"
    yield from _topic_problems(connection)
    # The whole check is written as an insert, which a library that can only be read refuses.
    if not read_only:
        yield from _index_problems(connection)


def _index_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Whether the full-text index says what the texts say."""
    try:
        connection.execute("INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        yield "the full-text index does not agree with the texts"


def _topic_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Whether the lists and numbers of topics say what the articles say."""
    numbers = {
        row: list(rest)
        for row, *rest in connection.execute("SELECT row, articles, places FROM topic")
    }
    counted = {topic: [0, 0] for topic in numbers}
    every = connection.execute("SELECT article, places FROM mention ORDER BY article")
    wrong, lists = set[int](), 0
    for block, rows in groupby(every, key=lambda row: row[0] // postings.BLOCK):
        found: dict[int, list[int]] = {}
        for article, text in rows:
            places = {int(topic): each for topic, each in json.loads(text).items()}
            for topic in places.keys() & numbers:
                found.setdefault(topic, []).append(article)
                counted[topic][0] += 1
                counted[topic][1] += len(places[topic]) // 2
        held = postings.of_block(connection, block)
        lists += len(held)
        wrong.update(t for t in {*found, *held} if found.get(t) != held.get(t))
    if wrong:
        yield f"the lists of {len(wrong)} topics do not agree with the articles"
    if lists != connection.execute("SELECT count(*) FROM posting").fetchone()[0]:
        yield "topics are listed where no article is"
    differing = sum(numbers[topic] != counted[topic] for topic in numbers)
    if differing:
        yield f"the numbers of {differing} topics do not agree with the articles"
