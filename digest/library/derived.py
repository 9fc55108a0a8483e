"""Derived: what is made of articles besides their analysis, some bytes by name.

Only who makes them knows what they say. A version stands beside them, so that older ones count as
not there.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from digest.library.articles import NEWEST_FIRST, rows_of
from digest.library.entries import Derived

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping

_ALL = """
    SELECT id, data FROM derived JOIN article ON article.row = derived.article
    WHERE derived.name = ? AND derived.version = ?
"""

_ONE = "SELECT data FROM derived WHERE name = ? AND version = ? AND article = ?"

_LACKING = f"""
    SELECT id, analysis.article FROM analysis JOIN article ON article.row = analysis.article
    WHERE NOT EXISTS (
        SELECT 1 FROM derived
        WHERE derived.name = ? AND derived.article = analysis.article AND derived.version = ?
    )
    {NEWEST_FIRST}
"""  # noqa: S608  our own order

_PUT = """
    INSERT INTO derived (name, article, version, data) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (name, article) DO UPDATE SET version = ?3, data = ?4
"""


def derived(
    connection: sqlite3.Connection, name: str, version: int, articles: Collection[str] | None
) -> dict[str, bytes]:
    """What is kept under a name, by article id."""
    if articles is None:
        return dict(connection.execute(_ALL, (name, version)).fetchall())
    found = (
        (identity, connection.execute(_ONE, (name, version, row)).fetchone())
        for identity, row in rows_of(connection, articles).items()
    )
    return {identity: data[0] for identity, data in found if data}


def lacking(
    connection: sqlite3.Connection, name: str, version: int, newest: int | None
) -> tuple[str, ...]:
    """Ids of the articles for which nothing is kept under a name, newest first.

    Beyond so many of the newest, if it is given, the others follow as they came, the last first.
    """
    rows = connection.execute(_LACKING, (name, version)).fetchall()
    if newest is not None:
        rows[newest:] = sorted(rows[newest:], key=itemgetter(1), reverse=True)
    return tuple(identity for identity, _ in rows)


def put(connection: sqlite3.Connection, name: str, version: int, data: Mapping[str, bytes]) -> None:
    """Keep something under a name; articles that are not here are passed over."""
    rows = rows_of(connection, data)
    values = ((name, row, version, data[identity]) for identity, row in rows.items())
    connection.executemany(_PUT, values)


def write(connection: sqlite3.Connection, row: int, made: Iterable[tuple[str, int, bytes]]) -> None:
    """Give an article what was made with its analysis: name, version and data of each."""
    values = ((name, row, version, data) for name, version, data in made)
    connection.executemany(_PUT, values)


def all_of(connection: sqlite3.Connection, row: int) -> tuple[Derived, ...]:
    """All that is kept of one article, whatever its version."""
    statement = "SELECT name, version, data FROM derived WHERE article = ? ORDER BY name"
    return tuple(Derived(*values) for values in connection.execute(statement, (row,)))
