"""Schema 3: what else is derived from articles, by name, and the days that dates stand for.

A fingerprint or a summary is some bytes that only their maker reads: one table holds them all. It
is ordered by name, since whoever compares articles reads one name of all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.days import days_of

if TYPE_CHECKING:
    import sqlite3

STATEMENTS = (
    """
    CREATE TABLE derived (
        name TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (row) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (name, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX derived_article ON derived (article)",
    "ALTER TABLE figure ADD COLUMN first_day TEXT",
    "ALTER TABLE figure ADD COLUMN last_day TEXT",
    """
    CREATE INDEX figure_days ON figure (first_day, article, ordinal) WHERE first_day IS NOT NULL
    """,
)
"""In the order in which they must be run."""


def apply(connection: sqlite3.Connection) -> None:
    """Make the table, and tell the days of the dates that are there."""
    for statement in STATEMENTS:
        connection.execute(statement)
    dates = connection.execute(
        "SELECT DISTINCT resolved FROM figure WHERE kind = 'date' AND resolved IS NOT NULL"
    ).fetchall()
    known = ((days_of(resolved), resolved) for (resolved,) in dates)
    found = [(*days, resolved) for days, resolved in known if days]
    connection.execute("CREATE TEMP TABLE days (first TEXT, last TEXT, resolved TEXT PRIMARY KEY)")
    connection.executemany("INSERT INTO days VALUES (?, ?, ?)", found)
    connection.execute(
        """
        UPDATE figure SET (first_day, last_day) =
            (SELECT first, last FROM days WHERE days.resolved = figure.resolved)
        WHERE kind = 'date' AND resolved IS NOT NULL
        """
    )
    connection.execute("DROP TABLE days")
