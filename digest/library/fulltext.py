"""Full text: finding articles by what stands in them, exactly, in either script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.articles import NEWEST_FIRST
from digest.library.records import Found, Match

if TYPE_CHECKING:
    import sqlite3

RANKED_MOST = 5000
"""Beyond so many answers they come newest first: ranking them takes longer than a keystroke may
(85 ms for 35,000 of 100,000 articles), and a word that common ranks nothing."""

_COUNT = "SELECT count(*) FROM fulltext WHERE fulltext MATCH ?"

_RANKED = """
    SELECT rowid FROM fulltext WHERE fulltext MATCH ? ORDER BY rank LIMIT ?
"""

_NEWEST = f"""
    SELECT analysis.article FROM fulltext JOIN analysis ON analysis.article = fulltext.rowid
    WHERE fulltext MATCH ? {NEWEST_FIRST} LIMIT ?
"""  # noqa: S608  our own order

_TEXT = "SELECT id, title, text FROM folded JOIN article ON article = row WHERE row = ?"


def search(connection: sqlite3.Connection, typed: str, limit: int) -> Found:
    """Articles that hold what was typed."""
    from digest.library.query import parse  # noqa: PLC0415  opening a library needs no queries

    query = parse(typed)
    expression = query.expression
    if not expression:
        return Found(0, ())
    total: int = connection.execute(_COUNT, (expression,)).fetchone()[0]
    statement = _RANKED if total <= RANKED_MOST else _NEWEST
    rows = connection.execute(statement, (expression, limit)).fetchall()
    matches = []
    for (row,) in rows:
        identity, title, text = connection.execute(_TEXT, (row,)).fetchone()
        matches.append(Match(identity, query.count(title) + query.count(text)))
    return Found(total, tuple(matches), query.words)
