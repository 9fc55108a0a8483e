"""Decisions: pairs of articles that a reader keeps together or apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_PUT = """
    INSERT INTO decision VALUES (?1, ?2, ?3)
    ON CONFLICT (one, other) DO UPDATE SET together = ?3
"""


def decisions(connection: sqlite3.Connection) -> dict[tuple[str, str], bool]:
    """All that was decided, by pair, the smaller id first."""
    rows = connection.execute("SELECT one, other, together FROM decision")
    return {(one, other): together == 1 for one, other, together in rows}


def decide(
    connection: sqlite3.Connection, pairs: Mapping[tuple[str, str], bool | None]
) -> dict[tuple[str, str], bool | None]:
    """Keep what was decided about these pairs; None forgets. Returns what was there before."""
    before: dict[tuple[str, str], bool | None] = {}
    for pair, together in pairs.items():
        one, other = sorted(pair)
        found = connection.execute(
            "SELECT together FROM decision WHERE one = ? AND other = ?", (one, other)
        ).fetchone()
        before[one, other] = None if found is None else found[0] == 1
        if together is None:
            connection.execute("DELETE FROM decision WHERE one = ? AND other = ?", (one, other))
        else:
            connection.execute(_PUT, (one, other, int(together)))
    return before
