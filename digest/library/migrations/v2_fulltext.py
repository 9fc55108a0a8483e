"""Schema 2: the full-text index, over bigrams of the folded texts.

The folded text is kept beside the index: SQLite's index can only let go of an article if it is told
exactly what it was given, also after the fold has changed. A trigger lets go of whatever goes, by
whichever way; without our `bigrams` function it refuses, so no other program can part the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.bigrams import CHARACTERS, cut

if TYPE_CHECKING:
    import sqlite3

TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
"""Tokens are whatever spaces part: the fold has already decided which characters count."""

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
    SELECT article, bigrams(title) AS title, bigrams(text) AS text,
        characters(title, text) AS characters
    FROM folded
    """,
    f"""
    CREATE VIRTUAL TABLE fulltext USING fts5 (
        title, text, {CHARACTERS}, content = 'cut', content_rowid = 'article',
        tokenize = "{TOKENIZER}"
    )
    """,
    """
    CREATE TRIGGER folded_out AFTER DELETE ON folded BEGIN
        INSERT INTO fulltext (fulltext, rowid, title, text, characters)
        VALUES ('delete', old.article, bigrams(old.title), bigrams(old.text),
            characters(old.title, old.text));
    END
    """,
)
"""In the order in which they must be run."""


def apply(connection: sqlite3.Connection) -> None:
    """Make the index and fill it from the texts that are there."""
    for statement in STATEMENTS:
        connection.execute(statement)
    rows = connection.execute(
        "SELECT article, title, text FROM analysis JOIN content USING (article) ORDER BY article"
    )
    for article, title, text in rows:
        words = cut(title, text)
        values = (article, words.title, words.text)
        connection.execute("INSERT INTO folded (article, title, text) VALUES (?, ?, ?)", values)
    connection.execute("INSERT INTO fulltext (fulltext) VALUES ('rebuild')")
