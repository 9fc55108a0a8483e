"""Schema 2: the full-text index, over bigrams of the folded texts.

The folded text is kept beside the index: SQLite's index can only let go of an article if it is told
exactly what it was given, also after the fold has changed. Triggers keep the two together, whatever
writes; without our `bigrams` function they refuse, so no other program can part them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.bigrams import TOKENIZER
from digest.text.fold import key

if TYPE_CHECKING:
    import sqlite3

STATEMENTS = (
    """
    CREATE TABLE folded (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        title TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIEW cut AS
    SELECT article, bigrams(title) AS title, bigrams(text) AS text FROM folded
    """,
    f"""
    CREATE VIRTUAL TABLE fulltext USING fts5 (
        title, text, content = 'cut', content_rowid = 'article', tokenize = "{TOKENIZER}"
    )
    """,
    """
    CREATE TRIGGER folded_in AFTER INSERT ON folded BEGIN
        INSERT INTO fulltext (rowid, title, text)
        VALUES (new.article, bigrams(new.title), bigrams(new.text));
    END
    """,
    """
    CREATE TRIGGER folded_out AFTER DELETE ON folded BEGIN
        INSERT INTO fulltext (fulltext, rowid, title, text)
        VALUES ('delete', old.article, bigrams(old.title), bigrams(old.text));
    END
    """,
    """
    CREATE TRIGGER folded_over AFTER UPDATE ON folded BEGIN
        INSERT INTO fulltext (fulltext, rowid, title, text)
        VALUES ('delete', old.article, bigrams(old.title), bigrams(old.text));
        INSERT INTO fulltext (rowid, title, text)
        VALUES (new.article, bigrams(new.title), bigrams(new.text));
    END
    """,
)
"""In the order in which they must be run."""


def apply(connection: sqlite3.Connection) -> None:
    """Make the index and fill it from the texts that are there."""
    for statement in STATEMENTS:
        connection.execute(statement)
    rows = connection.execute(
        "SELECT article, title, text FROM analysis JOIN content USING (article)"
    )
    for article, title, text in rows:
        folded = key(text)
        shown = key(title)
        connection.execute(
            "INSERT INTO folded (article, title, text) VALUES (?, ?, ?)",
            (article, "" if shown in folded else shown, folded),
        )
