"""Analyses: writing what was made of an article, and exchanging it for something newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import derived
from digest.library.articles import row_of
from digest.model import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from digest.library.packing import Packed

SENTENCE = 24
"""Characters by which a place is found again in a text that was cleaned differently: enough to be
said once, few enough to be left unchanged."""


def write(connection: sqlite3.Connection, row: int, packed: Packed, added: str) -> None:
    """Write the analysis of an article that has none; `index` is still to be called."""
    connection.execute(
        "INSERT INTO analysis VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row, *packed.analysis, added),
    )
    connection.execute(
        "INSERT INTO content VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT))", (row, *packed.content)
    )
    sizes, text, days = packed.figures
    connection.execute("INSERT INTO figures VALUES (?, ?, ?)", (row, sizes, text))
    connection.executemany("INSERT INTO day VALUES (?, ?, ?)", ((row, *day) for day in days))
    derived.write(connection, row, packed.derived)


def index(connection: sqlite3.Connection, texts: Sequence[tuple[int, tuple[bytes, ...]]]) -> None:
    """Give the texts of articles, by their rows and as `Packed.cut` has them, to the index.

    To be called last in a transaction: whatever is written between two texts makes SQLite close a
    piece of the index, and merging the pieces takes three times as long as all the rest.
    """
    connection.executemany(
        "INSERT INTO folded VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))",
        ((row, *cut[:2]) for row, cut in texts),
    )
    connection.executemany(
        "INSERT INTO fulltext (rowid, title, text, characters)"
        " VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))",
        ((row, *cut[2:]) for row, cut in texts),
    )


def replace(connection: sqlite3.Connection, identity: str, packed: Packed) -> None:
    """Exchange an analysis; places of the reader move with the text they stood in."""
    row = row_of(connection, identity)
    old, added = connection.execute(
        "SELECT text, added FROM content JOIN analysis USING (article) WHERE article = ?", (row,)
    ).fetchone()
    for table in ("analysis", "content", "figures", "day", "derived", "folded"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (row,))  # noqa: S608  our own names
    write(connection, row, packed, added)
    if packed.text != old:
        _follow(connection, row, old, packed.text)
    index(connection, [(row, packed.cut)])


def _follow(connection: sqlite3.Connection, row: int, old: str, new: str) -> None:
    """Let go of what pointed into the old text, but for the place of the reader."""
    # Mentions point into the text that is gone; the next mining of topics finds them again.
    connection.execute("DELETE FROM mention WHERE article = ?", (row,))
    place = connection.execute(
        "SELECT place_start, place_end FROM state WHERE article = ? AND place_start IS NOT NULL",
        (row,),
    ).fetchone()
    if place:
        moved = carried(Span(*place), old, new)
        connection.execute(
            "UPDATE state SET place_start = ?, place_end = ? WHERE article = ?",
            (moved.start, moved.end, row),
        )


def carried(place: Span, old: str, new: str) -> Span:
    """Where a place of an old text is in a new one.

    The words that stood there, where they stand nearest; failing them, the same share of the text.
    """
    words = old[place.start : place.start + SENTENCE]
    guess = place.start * len(new) // max(1, len(old))
    after, before = new.find(words, guess), new.rfind(words, 0, guess + len(words))
    found = [at for at in (after, before) if at >= 0 and words]
    start = min(found, key=lambda at: abs(at - guess)) if found else guess
    return Span(min(start, len(new)), min(start + len(place), len(new)))
