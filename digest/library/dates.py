"""Dates: the dates that stand in the texts of a whole library, in the order of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.days import days_of
from digest.library.figure_lines import figure_at
from digest.library.records import Dated

if TYPE_CHECKING:
    import sqlite3

_RANGE = "first_day >= ? AND first_day < ?"
"""Text, so that the index `day_first` serves it; the end of an open range is past every year."""

_END = ":"
"""After every digit."""

_COUNTS = f"SELECT first_day, count(*) FROM day WHERE {_RANGE} GROUP BY first_day"  # noqa: S608  our own words

_DATED = f"""
    SELECT id, ordinal, first_day, text
    FROM day CROSS JOIN article ON row = day.article CROSS JOIN figures USING (article)
    WHERE {_RANGE} ORDER BY first_day {{0}}, day.article {{0}}, ordinal {{0}} LIMIT ?
"""  # noqa: S608  as above


def dated(
    connection: sqlite3.Connection, since: str, until: str, limit: int | None, latest: bool
) -> list[Dated]:
    """The dates whose first day lies in a range."""
    statement = _DATED.format("DESC" if latest else "ASC")
    rows = connection.execute(statement, (since, until or _END, -1 if limit is None else limit))
    return [_dated(*row) for row in rows]


def _dated(identity: str, ordinal: int, first: str, text: str) -> Dated:
    paragraph, figure = figure_at(text, ordinal)
    days = days_of(figure.resolved)
    return Dated(identity, paragraph, first, days[1] if days else first, figure)


def day_counts(connection: sqlite3.Connection, since: str, until: str) -> dict[str, int]:
    """How many dates begin on each day, days in order."""
    return dict(connection.execute(_COUNTS, (since, until or _END)).fetchall())
