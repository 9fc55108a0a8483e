"""Full text: finding articles by what stands in them, exactly, in either script."""

from __future__ import annotations

import json
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from digest.library.articles import NEWEST_FIRST
from digest.library.ranking import Counted, counted, ranked
from digest.library.records import Found, Holders, Match, Narrow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from digest.library.query import Query

RANKED_MOST = 500
"""Beyond so many answers they come newest first: ranking reads their texts, 40 µs each, and a word
that common ranks nothing."""

GATHERED = 5000
"""Answers that are gathered, 1 µs each. Of what has more, the newest are sooner found by reading:
they are among the first hundreds of a hundred thousand."""

WALKED = 1500
"""The newest articles that are read for a word that is common, before the index is asked after all:
it may be common in old ones alone."""

SLIPPED_GATHERED = 1000
"""Articles compared with a word that has a slip in it, 40 µs each."""

SLIPPED_MOST = 80
"""Those of them that are looked through: what the index names for one is nearly always fewer."""

_ROWS = "SELECT rowid FROM fulltext WHERE fulltext MATCH :expression"

_SINCE = """
    (published >= :since OR (published <> '' AND substr(:since, 1, length(published)) = published))
"""
"""A date less precise than what is asked for may be meant."""

_SOURCES = """
    CASE source WHEN '' THEN author ELSE source END IN (SELECT value FROM json_each(:sources))
"""

_TEXTS = """
    SELECT article, title, text FROM folded WHERE article IN (SELECT value FROM json_each(?))
"""

_ALL_ROWS = "SELECT group_concat(rowid) FROM fulltext WHERE fulltext MATCH ?"
"""As one text: a hundred thousand numbers, each a row of its own, take four times as long."""


class _Asked(NamedTuple):
    """A query as SQLite takes it."""

    condition: str
    """On `analysis`."""
    values: dict[str, Any]

    def gathered(self, connection: sqlite3.Connection, limit: int) -> list[int]:
        """Rows of the articles that answer it, those that came last first."""
        joined = "CROSS JOIN analysis ON article = fulltext.rowid" if self.condition else ""
        return self._rows(
            connection,
            f"SELECT fulltext.rowid FROM fulltext {joined} WHERE fulltext MATCH :expression"  # noqa: S608  our own words
            f" {self.condition} ORDER BY fulltext.rowid DESC LIMIT :limit",
            limit,
        )

    def walked(
        self, connection: sqlite3.Connection, query: Query, limit: int
    ) -> list[Counted] | None:
        """The newest that answer it, found by reading; None if those read are too few."""
        statement = (
            "SELECT folded.article, folded.title, text"  # noqa: S608  as above
            " FROM analysis INDEXED BY analysis_newest CROSS JOIN folded USING (article)"
            f" WHERE TRUE {self.condition} {NEWEST_FIRST} LIMIT :limit"
        )
        found: list[Counted] = []
        for row, title, text in connection.execute(statement, self.values | {"limit": WALKED}):
            if query.is_met(title, text):
                found.append(counted(row, title, text, query.words))
                if len(found) >= limit:
                    return found
        return None

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
    rows = asked.gathered(connection, GATHERED)
    if not rows and narrow.slips and query.slipped:
        return _slipped(connection, query, narrow)
    if len(rows) <= RANKED_MOST and not narrow.newest:
        best = ranked(_counted(connection, rows, query.words))[:limit]
    else:
        best = _newest(connection, asked, query, rows, limit)
    matches = tuple(_matches(connection, best, query))
    return Found(len(rows), matches, query.words, problem=query.problem or "")


def _newest(
    connection: sqlite3.Connection, asked: _Asked, query: Query, rows: list[int], limit: int
) -> list[Counted]:
    """The newest articles that answer a query, of which some were gathered."""
    if len(rows) < GATHERED:
        # Of many the first are soon met in the order of all; few are sooner put in order.
        way = "INDEXED BY analysis_newest" if len(rows) > RANKED_MOST else "NOT INDEXED"
        statement = (
            f"SELECT article FROM analysis {way}"  # noqa: S608  our own words
            f" WHERE article IN (SELECT value FROM json_each(?)) {NEWEST_FIRST} LIMIT ?"
        )
        ordered = [row for (row,) in connection.execute(statement, (json.dumps(rows), limit))]
    else:
        walked = asked.walked(connection, query, limit)
        if walked is not None:
            return walked
        ordered = asked.newest(connection, limit)
    by_row = {each.row: each for each in _counted(connection, ordered, query.words)}
    return [by_row[row] for row in ordered]


def _slipped(connection: sqlite3.Connection, query: Query, narrow: Narrow) -> Found:
    """Articles that hold what was typed but for a slip."""
    rows = _asked(query.slipped, narrow).gathered(connection, SLIPPED_GATHERED)
    best = ranked(_counted(connection, rows, query.pieces))[:SLIPPED_MOST]
    whole = _counted(connection, [each.row for each in best], query.words)
    by_row = {each.row: each for each in whole}
    matches = _matches(connection, [by_row[each.row] for each in best], query)
    return Found(len(best), tuple(matches), query.words, slipped=True, problem=query.problem or "")


def _counted(
    connection: sqlite3.Connection, rows: Sequence[int], words: Sequence[str]
) -> list[Counted]:
    """How often words stand in some articles, in no order."""
    found = connection.execute(_TEXTS, (json.dumps(rows),))
    return [counted(row, title, text, words) for row, title, text in found]


def _matches(
    connection: sqlite3.Connection, found: Iterable[Counted], query: Query
) -> Iterator[Match]:
    """Articles as they are answered; a word of several groups counts in each."""
    times = [sum(group.count(word) for group in query.wanted) for word in query.words]
    for row, _, counts in found:
        (identity,) = connection.execute("SELECT id FROM article WHERE row = ?", (row,)).fetchone()
        yield Match(identity, sum(map(mul, counts, times)))


def holders(connection: sqlite3.Connection, typed: str) -> Holders:
    """Every article that holds what was typed, in no order."""
    import numpy as np  # noqa: PLC0415  as above

    from digest.library.query import parse  # noqa: PLC0415  as above

    query = parse(typed)
    rows = None
    if query.expression:
        (rows,) = connection.execute(_ALL_ROWS, (query.expression,)).fetchone()
    numbers = np.fromstring(rows or "", np.int64, sep=",")
    return Holders(numbers, query.words, query.problem or "")


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
