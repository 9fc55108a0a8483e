"""Headings: of every article what a finder's index needs, read as it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.articles import NEWEST_FIRST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_HEADINGS = f"""
    SELECT id, title, CASE source WHEN '' THEN author ELSE source END, published
    FROM analysis JOIN article ON article.row = analysis.article {NEWEST_FIRST}
"""  # noqa: S608  our own order


def headings(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Id, title, source or else author, and date of every article, newest first."""
    yield from connection.execute(_HEADINGS)
