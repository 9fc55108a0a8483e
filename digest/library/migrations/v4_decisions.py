"""Schema 4: which articles a reader keeps together, or apart, whatever their texts say.

By id and not by row: an article that is taken out and put back is still the one that was decided
about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

STATEMENT = """
    CREATE TABLE decision (
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        together INTEGER NOT NULL,
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID
"""


def apply(connection: sqlite3.Connection) -> None:
    """Make the table."""
    connection.execute(STATEMENT)
