"""Full text: finding articles by what stands in them, exactly, in either script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from digest.library.articles import NEWEST_FIRST
from digest.library.records import Found, Holders, Match, Narrow

if TYPE_CHECKING:
    import sqlite3
    from typing import Any

RANKED_MOST = 2000
"""Beyond so many answers they come newest first: ranking them takes longer than a keystroke may
(85 ms for 35,000 of 100,000 articles), and a word that common ranks nothing."""

SLIPPED_MOST = 80
"""Articles looked through for a word with a slip in it: what the index names for one is nearly
always fewer."""

_ROWS = "SELECT rowid FROM fulltext WHERE fulltext MATCH :expression"

_SINCE = """
    (published >= :since OR (published <> '' AND substr(:since, 1, length(published)) = published))
"""
"""A date less precise than what is asked for may be meant."""

_SOURCES = """
    CASE source WHEN '' THEN author ELSE source END IN (SELECT value FROM json_each(:sources))
"""

_TEXT = "SELECT id, title, text FROM folded JOIN article ON article = row WHERE row = ?"

_IDS = "SELECT id FROM article WHERE row IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)"


class _Asked(NamedTuple):
    """A query as SQLite takes it."""

    condition: str
    values: dict[str, Any]

    def count(self, connection: sqlite3.Connection) -> int:
        """How many articles answer it."""
        narrowed = f"SELECT count(*) FROM analysis WHERE article IN ({_ROWS}) {self.condition}"  # noqa: S608  our own words
        every = "SELECT count(*) FROM fulltext WHERE fulltext MATCH :expression"
        statement = narrowed if self.condition else every
        total: int = connection.execute(statement, self.values).fetchone()[0]
        return total

    def ranked(self, connection: sqlite3.Connection, limit: int) -> list[int]:
        """Their rows, best first."""
        joined = "JOIN analysis ON article = fulltext.rowid" if self.condition else ""
        return self._rows(
            connection,
            f"SELECT fulltext.rowid FROM fulltext {joined} WHERE fulltext MATCH :expression"  # noqa: S608  as above
            f" {self.condition} ORDER BY rank LIMIT :limit",
            limit,
        )

    def newest(self, connection: sqlite3.Connection, limit: int) -> list[int]:
        """Their rows, newest first: the order is walked, and left when there are enough."""
        return self._rows(
            connection,
            f"SELECT article FROM analysis INDEXED BY analysis_newest"  # noqa: S608  as above
            f" WHERE article IN ({_ROWS}) {self.condition} {NEWEST_FIRST} LIMIT :limit",
            limit,
        )

    def _rows(self, connection: sqlite3.Connection, statement: str, limit: int) -> list[int]:
        return [row for (row,) in connection.execute(statement, self.values | {"limit": limit})]


def search(connection: sqlite3.Connection, typed: str, limit: int, narrow: Narrow) -> Found:
    """Articles that hold what was typed."""
    from digest.library.query import parse  # noqa: PLC0415  opening a library needs no queries

    query = parse(typed)
    if not query.expression:
        return Found(0, (), problem=query.problem or "")
    asked = _asked(query.expression, narrow)
    total, is_slipped = asked.count(connection), False
    if not total and narrow.slips and query.slipped:
        asked, is_slipped, limit = _asked(query.slipped, narrow), True, SLIPPED_MOST
    ranked = is_slipped or (total <= RANKED_MOST and not narrow.newest)
    rows = (asked.ranked if ranked else asked.newest)(connection, limit)
    total = len(rows) if is_slipped else total
    matches = []
    for row in rows:
        identity, title, text = connection.execute(_TEXT, (row,)).fetchone()
        matches.append(Match(identity, query.count(title) + query.count(text)))
    return Found(total, tuple(matches), query.words, is_slipped, query.problem or "")


def holders(connection: sqlite3.Connection, typed: str) -> Holders:
    """Every article that holds what was typed, in no order."""
    from digest.library.query import parse  # noqa: PLC0415  as above

    query = parse(typed)
    if not query.expression:
        return Holders(frozenset(), query.words, query.problem or "")
    rows = connection.execute(_IDS, (query.expression,))
    return Holders(frozenset(row[0] for row in rows), query.words, query.problem or "")


def narrowing(narrow: Narrow) -> tuple[str, dict[str, Any]]:
    """What a search is narrowed to, as a condition on `analysis` and its values."""
    values: dict[str, Any] = {}
    condition = ""
    if narrow.since:
        condition += f" AND {_SINCE}"
        values["since"] = narrow.since
    if narrow.sources is not None:
        condition += f" AND {_SOURCES}"
        values["sources"] = json.dumps(narrow.sources)
    return condition, values


def _asked(expression: str, narrow: Narrow) -> _Asked:
    condition, values = narrowing(narrow)
    return _Asked(condition, values | {"expression": expression})
