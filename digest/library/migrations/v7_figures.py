"""Schema 7: the figures of an article in one row, and the days of its dates beside it.

Figures are read article by article, and came in as 34 rows each. What is asked across articles has
what it needs in narrow places: the numbers stand before the text of the figures, and dates in rows
of their own, ordered by article, as they come in, with one index by day.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from digest.library.figure_lines import kept_lines

if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    from digest.library.figure_lines import Line

STATEMENTS = (
    """
    CREATE TABLE figures (
        article INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
        sizes BLOB NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE day (
        article INTEGER NOT NULL REFERENCES article (row) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        first_day TEXT NOT NULL,
        PRIMARY KEY (article, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
)
"""In the order in which they must be run."""

_OLD = """
    SELECT analysis.article, kind, unit, rule, salience, approx, modifier, change, base, start,
        "end", paragraph, value, label_start, label_end, resolved, core_start, core_end,
        subject_start, subject_end, size, first_day
    FROM analysis LEFT JOIN figure ON figure.article = analysis.article
    ORDER BY analysis.article, ordinal
"""


def apply(connection: sqlite3.Connection) -> None:
    """Put the figures of each article together."""
    for statement in STATEMENTS:
        connection.execute(statement)
    # By article, in which order the rows stand in the file.
    for article, rows in groupby(connection.execute(_OLD), key=itemgetter(0)):
        sizes, text, days = kept_lines(_line(row[1:]) for row in rows if row[1] is not None)
        connection.execute("INSERT INTO figures VALUES (?, ?, ?)", (article, sizes, text))
        connection.executemany(
            "INSERT INTO day VALUES (?, ?, ?)", ((article, *day) for day in days)
        )
    connection.execute("DROP TABLE figure")
    # Sorted once, and not a page changed for every date.
    connection.execute("CREATE INDEX day_first ON day (first_day)")


def _line(row: tuple[Any, ...]) -> Line:
    """A figure in plain values from its columns."""
    start, end, paragraph, value, label, label_end, resolved, core, core_end, *rest = row[8:]
    subject, subject_end, size, first_day = rest
    return (
        row[:8],
        (start, end, paragraph),
        _value(value),
        None if label is None else (label, label_end),
        resolved,
        None if (core, core_end) == (start, end) else (core, core_end),
        None if subject is None else (subject, subject_end),
        size,
        first_day,
    )


def _value(text: str | None) -> str:
    """A value from the JSON it was kept as: `{"number": ...}` for what is counted."""
    if text is None:
        return "null"
    if text.startswith("{"):
        return text.removeprefix('{"number": ').removesuffix("}")
    return text if text == "[]" else f'{{"text":{text}}}'
