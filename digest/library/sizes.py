"""Sizes: figures by their value, over all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.codec import FIGURE_COLUMNS, figure_of
from digest.library.fulltext import narrowing

if TYPE_CHECKING:
    import sqlite3

    from digest.library.records import Narrow
    from digest.model import Figure


def sized(
    connection: sqlite3.Connection, least: float, most: float, limit: int, narrow: Narrow
) -> dict[str, tuple[Figure, ...]]:
    """Figures whose number lies between two others, by the ids of their articles."""
    condition, values = narrowing(narrow)
    columns = ", ".join(f"figure.{name}" for name in FIGURE_COLUMNS)
    joined = "JOIN analysis ON analysis.article = figure.article" if condition else ""
    statement = f"""
        SELECT id, {columns} FROM figure JOIN article ON article.row = figure.article {joined}
        WHERE size BETWEEN :least AND :most {condition} LIMIT :limit
    """  # noqa: S608  our own column names
    values |= {"least": least, "most": most, "limit": limit}
    found: dict[str, tuple[Figure, ...]] = {}
    for identity, *row in connection.execute(statement, values):
        found[identity] = (*found.get(identity, ()), figure_of(row))
    return found
