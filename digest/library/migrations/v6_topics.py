"""Schema 6: mentions by topic and article, and how many there are of each topic.

One row tells all places of a topic in an article, so that the passages of a topic, the topics of an
article, and both after an article came or went, are few rows each in a library of any size. The
numbers a list shows are kept beside each topic by triggers, so that they are right whoever
changes what.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

STATEMENTS = (
    "ALTER TABLE topic ADD COLUMN nested INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE topic ADD COLUMN articles INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE topic ADD COLUMN places INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE mention (
        topic INTEGER NOT NULL REFERENCES topic (row) ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article (row) ON DELETE CASCADE,
        count INTEGER NOT NULL,
        spans TEXT NOT NULL,
        PRIMARY KEY (topic, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX mention_article ON mention (article, topic)",
    """
    CREATE TRIGGER mention_came AFTER INSERT ON mention BEGIN
        UPDATE topic SET articles = articles + 1, places = places + new.count
        WHERE row = new.topic;
    END
    """,
    """
    CREATE TRIGGER mention_went AFTER DELETE ON mention BEGIN
        UPDATE topic SET articles = articles - 1, places = places - old.count
        WHERE row = old.topic;
    END
    """,
)
"""In the order in which they must be run."""


def apply(connection: sqlite3.Connection) -> None:
    """Put the mentions of each topic in each article together."""
    places = connection.execute(
        'SELECT topic, article, start, "end" FROM mention ORDER BY topic, article, start, "end"'
    ).fetchall()
    connection.execute("DROP TABLE mention")
    for statement in STATEMENTS:
        connection.execute(statement)
    for (topic, article), found in groupby(places, key=lambda place: place[:2]):
        spans = [place[2:] for place in found]
        connection.execute(
            "INSERT INTO mention VALUES (?, ?, ?, ?)",
            (topic, article, len(spans), json.dumps(spans)),
        )
