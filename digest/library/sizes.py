"""Sizes: figures by their value, over the newest articles.

No index holds the values: articles are looked through one by one, and the newest say most of what a
number is now. How far that went is answered too.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from digest.library.articles import NEWEST_FIRST
from digest.library.codec import FIGURE_COLUMNS, figure_of
from digest.library.fulltext import narrowing
from digest.library.records import Sized

if TYPE_CHECKING:
    import sqlite3

    from digest.library.records import Narrow
    from digest.model import Figure

SECONDS = 0.1
"""How long a search may take: what one waits for between two keys."""

CHECKED = 64
"""Articles between two looks at the clock; some milliseconds."""

_COLUMNS = ", ".join(f"figure.{name}" for name in FIGURE_COLUMNS)

_FIGURES = f"""
    SELECT {_COLUMNS} FROM figure WHERE article = ? AND size BETWEEN ? AND ? ORDER BY ordinal
"""  # noqa: S608  our own column names


def sized(
    connection: sqlite3.Connection, least: float, most: float, limit: int, narrow: Narrow
) -> Sized:
    """Figures whose number lies between two others, by the ids of their articles."""
    condition, values = narrowing(narrow)
    articles = connection.execute(
        "SELECT analysis.article, id"  # noqa: S608  our own words
        " FROM analysis INDEXED BY analysis_newest CROSS JOIN article ON row = analysis.article"
        f" WHERE figures > 0 {condition} {NEWEST_FIRST}",
        values,
    )
    ends = time.monotonic() + SECONDS
    found: dict[str, tuple[Figure, ...]] = {}
    count = seen = 0
    while part := articles.fetchmany(CHECKED):
        for row, identity in part:
            figures = connection.execute(_FIGURES, (row, least, most)).fetchall()
            if figures:
                found[identity] = tuple(map(figure_of, figures))
                count += len(figures)
            seen += 1
            if count >= limit:
                return Sized(found, seen, cut=True)
        if time.monotonic() > ends:
            return Sized(found, seen, cut=True)
    return Sized(found, seen, cut=False)
