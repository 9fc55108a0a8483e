"""Editions: what a library holds, by a name that no other state of it ever had.

Who keeps something that was made from all articles or topics keeps the name with it, and knows by
one question, also after the next start, whether it still holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

EDITION = "edition"
"""Key under which it stands among what the program remembers."""

_RENEW = """
    INSERT INTO session VALUES (?1, lower(hex(randomblob(8))))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


def renew(connection: sqlite3.Connection) -> None:
    """Give what is there now a name of its own, in the transaction that changed it."""
    connection.execute(_RENEW, (EDITION,))


def edition(connection: sqlite3.Connection) -> str:
    """The name of what is there now; empty if it has none."""
    found = connection.execute("SELECT value FROM session WHERE key = ?", (EDITION,)).fetchone()
    return str(found[0]) if found else ""
