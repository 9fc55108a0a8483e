"""Schema 1: articles, what was made of them, what readers did with them.

Three kinds of things are kept apart: what came in (`article`, `original`), what was derived from it
and can be derived again (`analysis`, `content`, `figure`, `topic`, `mention`), and what a reader
did (`state`, `session`). What a list shows is in narrow tables, so that listing a hundred thousand
articles reads none of their texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

STATEMENTS = (
    """
    CREATE TABLE article (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        digest BLOB NOT NULL UNIQUE,
        name TEXT NOT NULL,
        origin TEXT NOT NULL,
        encoding TEXT NOT NULL,
        added TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE original (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        raw BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE analysis (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        title TEXT NOT NULL,
        title_derived INTEGER NOT NULL,
        source TEXT NOT NULL,
        author TEXT NOT NULL,
        published TEXT NOT NULL,
        published_inferred INTEGER NOT NULL,
        script TEXT NOT NULL,
        characters INTEGER NOT NULL,
        figures INTEGER NOT NULL,
        added TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX analysis_newest ON analysis (published DESC, added DESC, article)",
    "CREATE INDEX analysis_version ON analysis (version)",
    """
    CREATE TABLE content (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        editor TEXT NOT NULL,
        published_reason TEXT NOT NULL,
        keywords TEXT NOT NULL,
        paragraphs TEXT NOT NULL,
        repaired TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE figure (
        article INTEGER NOT NULL REFERENCES article (row) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        core_start INTEGER NOT NULL,
        core_end INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        value TEXT,
        size REAL,
        unit TEXT,
        rule TEXT NOT NULL,
        salience INTEGER NOT NULL,
        approx INTEGER NOT NULL,
        modifier TEXT,
        change TEXT,
        base TEXT,
        label_start INTEGER,
        label_end INTEGER,
        label TEXT,
        subject_start INTEGER,
        subject_end INTEGER,
        subject TEXT,
        resolved TEXT,
        PRIMARY KEY (article, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE topic (
        row INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        aliases TEXT NOT NULL,
        kind TEXT NOT NULL,
        score REAL NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE mention (
        topic INTEGER NOT NULL REFERENCES topic (row) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES article (row) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (topic, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    'CREATE INDEX mention_article ON mention (article, start, "end")',
    """
    CREATE TABLE state (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        place_start INTEGER,
        place_end INTEGER,
        opened TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE session (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
"""In the order in which they must be run."""


def apply(connection: sqlite3.Connection) -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        connection.execute(statement)
