"""Schema 8: the mentions of an article in one value, and the articles of a topic in few.

All places of all topics in an article are one row, found and written by the article. The articles
of a topic are told by lists, one for each block of so many rows of articles; those of one block
stand side by side for all topics. So what was found in a thousand articles changes few pages of
the file: the rows of those articles and the lists of their blocks. Rows of topics are never given
again, since a text may still name one that has gone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

BLOCK = 512
"""Rows of articles to a block; stands in the trigger too."""

AT_ONCE = 8 * BLOCK
"""Rows of articles whose mentions are in memory together, 60 MB where there are many; each time
every topic is looked up."""

STATEMENTS = (
    "DROP TRIGGER mention_came",
    "DROP TRIGGER mention_went",
    "DROP INDEX mention_article",
    "ALTER TABLE mention RENAME TO mention_before",
    """
    CREATE TABLE mention (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        places TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE posting (
        block INTEGER NOT NULL,
        topic INTEGER NOT NULL,
        articles TEXT NOT NULL,
        PRIMARY KEY (block, topic)
    ) STRICT, WITHOUT ROWID
    """,
)
"""Before the mentions are carried over, in the order in which they must be run."""

AFTERWARDS = (
    "DROP TABLE mention_before",
    "ALTER TABLE topic RENAME TO topic_before",
    """
    CREATE TABLE topic (
        row INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        aliases TEXT NOT NULL,
        kind TEXT NOT NULL,
        score REAL NOT NULL,
        nested INTEGER NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0,
        places INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "INSERT INTO topic SELECT * FROM topic_before",
    "DROP TABLE topic_before",
    """
    CREATE TRIGGER mention_went AFTER DELETE ON mention BEGIN
        UPDATE topic SET articles = articles - 1,
            places = places - json_array_length(old.places, '$."' || row || '"') / 2
        WHERE row IN (SELECT CAST(key AS INTEGER) FROM json_each(old.places));
        UPDATE posting
        SET articles = trim(replace(',' || articles || ',', ',' || old.article || ',', ','), ',')
        WHERE block = old.article / 512
        AND topic IN (SELECT CAST(key AS INTEGER) FROM json_each(old.places));
        DELETE FROM posting WHERE block = old.article / 512 AND articles = ''
        AND topic IN (SELECT CAST(key AS INTEGER) FROM json_each(old.places));
    END
    """,
)
"""When they have been."""


def apply(connection: sqlite3.Connection) -> None:
    """Put the mentions of each article together, block by block."""
    for statement in STATEMENTS:
        connection.execute(statement)
    keys = dict(connection.execute("SELECT row, key FROM topic ORDER BY row"))
    (last,) = connection.execute("SELECT coalesce(max(row), -1) FROM article").fetchone()
    for first in range(0, last + 1 if keys else 0, AT_ONCE):
        _carry(connection, keys, first)
    for statement in AFTERWARDS:
        connection.execute(statement)


def _carry(connection: sqlite3.Connection, keys: dict[int, str], first: int) -> None:
    """Write the mentions of some articles anew."""
    found: dict[int, list[tuple[int, int, str, int, str]]] = {}
    lists: dict[tuple[int, int], list[str]] = {}
    for topic, key in keys.items():
        for article, spans in connection.execute(
            "SELECT article, spans FROM mention_before WHERE topic = ? AND article BETWEEN ? AND ?",
            (topic, first, first + AT_ONCE - 1),
        ):
            (start, end), *others = json.loads(spans)
            written = f"{start},{end - start}"
            for begin, beyond in others:
                written += f",{begin},{beyond - begin}"
            found.setdefault(article, []).append((start, end, key, topic, written))
            lists.setdefault((article // BLOCK, topic), []).append(str(article))
    connection.executemany(
        "INSERT INTO posting VALUES (?, ?, ?)",
        ((block, topic, ",".join(lists[block, topic])) for block, topic in sorted(lists)),
    )
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?)",
        ((article, _written(found[article])) for article in sorted(found)),
    )


def _written(found: Iterable[tuple[int, int, str, int, str]]) -> str:
    """The topics of an article by their first place: starts and lengths by row, as JSON."""
    pairs = [f'"{topic}":[{places}]' for *_, topic, places in sorted(found)]
    return f"{{{','.join(pairs)}}}"
