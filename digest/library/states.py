"""States: what a reader did with articles, and what the program remembers of itself.

Small writes that happen while somebody reads: each is one short transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.articles import row_of, rows_of
from digest.library.editions import EDITION
from digest.library.records import Recent, State
from digest.model import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

_MARK = {
    "read": """
        INSERT INTO state (article, read) VALUES (?1, ?2)
        ON CONFLICT (article) DO UPDATE SET read = ?2 WHERE read <> ?2
    """,
    "starred": """
        INSERT INTO state (article, starred) VALUES (?1, ?2)
        ON CONFLICT (article) DO UPDATE SET starred = ?2 WHERE starred <> ?2
    """,
}
"""By what is marked."""

_MARKED = {
    "read": "SELECT read FROM state WHERE article = ?",
    "starred": "SELECT starred FROM state WHERE article = ?",
}
"""By what is marked."""


def mark(
    connection: sqlite3.Connection, what: str, articles: Sequence[str], value: bool
) -> tuple[str, ...]:
    """Set `read` or `starred`; returns the articles for which that was a change."""
    changed: list[str] = []
    for identity, row in rows_of(connection, articles).items():
        before = connection.execute(_MARKED[what], (row,)).fetchone()
        if bool(before and before[0]) != value:
            connection.execute(_MARK[what], (row, int(value)))
            changed.append(identity)
    return tuple(changed)


def set_place(connection: sqlite3.Connection, identity: str, place: Span, opened: str) -> None:
    """Keep where the reader is and when that was."""
    connection.execute(
        """
        INSERT INTO state (article, place_start, place_end, opened) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (article) DO UPDATE SET place_start = ?2, place_end = ?3, opened = ?4
        """,
        (row_of(connection, identity), place.start, place.end, opened),
    )


def state(connection: sqlite3.Connection, identity: str) -> State:
    """What the reader did with an article."""
    found = connection.execute(
        "SELECT read, starred, place_start, place_end, opened FROM state WHERE article = ?",
        (row_of(connection, identity),),
    ).fetchone()
    if found is None:
        return State()
    read, starred, start, end, opened = found
    return State(read == 1, starred == 1, None if start is None else Span(start, end), opened)


def recent(connection: sqlite3.Connection, limit: int) -> list[Recent]:
    """The articles that were open last."""
    rows = connection.execute(
        """
        SELECT id, place_start, place_end FROM state JOIN article ON article = row
        WHERE opened <> '' AND place_start IS NOT NULL ORDER BY opened DESC, row LIMIT ?
        """,
        (limit,),
    )
    return [Recent(identity, Span(start, end)) for identity, start, end in rows]


def put_state(connection: sqlite3.Connection, row: int, state: State) -> None:
    """Write the state of an article that has none."""
    if state != State():
        place = state.place
        connection.execute(
            "INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)",
            (
                row,
                int(state.read),
                int(state.starred),
                None if place is None else place.start,
                None if place is None else place.end,
                state.opened,
            ),
        )


def session(connection: sqlite3.Connection) -> dict[str, str]:
    """All that is remembered, but for the library's own notes."""
    rows = connection.execute("SELECT key, value FROM session WHERE key <> ?", (EDITION,))
    return dict(rows.fetchall())


def remember(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Keep values of the session."""
    connection.executemany(
        "INSERT INTO session VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        values.items(),
    )
