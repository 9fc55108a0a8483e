"""Sizes: figures by their value, over the newest articles.

No index holds the values: the sizes of one article after the other are looked through, and the
newest say most of what a number is now. How far that went is answered too.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from digest.library.articles import NEWEST_FIRST
from digest.library.figure_lines import any_between, figures_between
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


_FIGURES = "SELECT id, text FROM article JOIN figures ON article = row WHERE row = ?"


def sized(
    connection: sqlite3.Connection, least: float, most: float, limit: int, narrow: Narrow
) -> Sized:
    """Figures whose number lies between two others, by the ids of their articles."""
    condition, values = narrowing(narrow)
    articles = connection.execute(
        "SELECT analysis.article, sizes"  # noqa: S608  our own words
        " FROM analysis INDEXED BY analysis_newest CROSS JOIN figures USING (article)"
        f" WHERE analysis.figures > 0 {condition} {NEWEST_FIRST}",
        values,
    )
    ends = time.monotonic() + SECONDS
    found: dict[str, tuple[Figure, ...]] = {}
    count = seen = 0
    while part := articles.fetchmany(CHECKED):
        for row, sizes in part:
            if any_between(sizes, least, most):
                identity, text = connection.execute(_FIGURES, (row,)).fetchone()
                found[identity] = figures_between(text, least, most)
                count += len(found[identity])
            seen += 1
            if count >= limit:
                return Sized(found, seen, cut=True)
        if time.monotonic() > ends:
            return Sized(found, seen, cut=True)
    return Sized(found, seen, cut=False)
