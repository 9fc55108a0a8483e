"""Filling: a connection while thousands of articles come in, or what was found in them.

What serves a reader is small and done soon: little memory, a short log, an index in few pieces. A
large import pays for that with every transaction. While it lasts, its own connection remembers the
pages that are changed again and again, the log is carried over into the file more seldom, and the
index is put together from more pieces at once, so that each text is rewritten half as often.
Nothing of this is felt by another connection, and a program that is killed leaves nothing that
matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.connection import CACHE_KIB, writing

if TYPE_CHECKING:
    import sqlite3

WIDE_KIB = 32 * 1024
"""What the connection may keep in memory: of a library of 100,000 articles, the pages that some
thousand articles' topics change."""

LOG_PAGES, LONG_LOG_PAGES = 1000, 8 * 1024
"""The write-ahead log, in pages of 4 KiB, is carried over into the file from so many on: always,
which is SQLite's own figure, and while filling. Half of `connection.JOURNAL_BYTES`."""

PIECES, MANY_PIECES = 4, 16
"""The full-text index puts so many pieces of a size together: always, which is SQLite's own figure,
and while filling. With 16, 100,000 articles are rewritten three times and not six; a search asks
every piece, some ten microseconds each."""

CRISIS, LATE_CRISIS = 16, 64
"""Pieces of a size at which all of them are put together in one go, however long it takes: SQLite's
own figure, and one that 16 at a time never reach."""


def begin(connection: sqlite3.Connection) -> bool:
    """Make a connection one that fills; False if it is already."""
    if connection.execute("PRAGMA cache_size").fetchone()[0] == -WIDE_KIB:
        return False
    _merge(connection, MANY_PIECES, LATE_CRISIS)
    connection.execute(f"PRAGMA cache_size = {-WIDE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LONG_LOG_PAGES}")
    # What a statement keeps aside in case it fails; else a file, written for nothing.
    connection.execute("PRAGMA temp_store = MEMORY")
    return True


def end(connection: sqlite3.Connection) -> None:
    """Make it as it was, and give its memory back."""
    connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    connection.execute("PRAGMA temp_store = DEFAULT")
    try:
        _merge(connection, PIECES, CRISIS)
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    finally:
        connection.execute("PRAGMA shrink_memory")


def _merge(connection: sqlite3.Connection, pieces: int, crisis: int) -> None:
    """Have the full-text index put so many pieces together; the file remembers it."""
    statement = "INSERT INTO fulltext (fulltext, rank) VALUES (?, ?)"
    with writing(connection):
        connection.executemany(statement, (("automerge", pieces), ("crisismerge", crisis)))
