"""Schema 5: a border between the runs of a text in the full-text index.

Without it the last pair of a paragraph and the first of the next stand side by side, and a phrase
could be found that stands in neither. The index is made anew, once, from the folded texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Cut the texts that are there anew."""
    if connection.execute("SELECT EXISTS (SELECT 1 FROM folded)").fetchone()[0]:
        connection.execute("INSERT INTO fulltext (fulltext) VALUES ('rebuild')")
