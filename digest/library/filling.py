"""Filling: a connection while thousands of articles come in, or what was found in them.

What serves a reader is small and done soon: little memory, a short log, an index in few pieces. A
large import pays for that with every transaction. While it lasts, its own connection remembers the
pages that are changed again and again, the log is carried over into the file more seldom, and the
index is put together from more pieces at once, so that each text is rewritten once. Nothing of this
is felt by another connection, and a program that is killed leaves nothing that matters.
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

PIECES, MANY_PIECES = 4, 64
"""The full-text index puts so many pieces of a size together: always, which is SQLite's own figure,
and while filling. With 64, 100,000 articles are rewritten once and not six times; a search asks
every piece, some 30 microseconds each. The fifty that 100,000 articles leave are put together as
others come in: to do it at once takes 26 s of the processor, and searches are no faster for it."""


def begin(connection: sqlite3.Connection) -> bool:
    """Make a connection one that fills; False if it is already."""
    if connection.execute("PRAGMA cache_size").fetchone()[0] == -WIDE_KIB:
        return False
    _merge_at(connection, MANY_PIECES)
    connection.execute(f"PRAGMA cache_size = {-WIDE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LONG_LOG_PAGES}")
    # What a statement keeps aside in case it fails; else a file, written for nothing.
    connection.execute("PRAGMA temp_store = MEMORY")
    # What the index lets go of as it is put together stands elsewhere in the file: to overwrite it
    # with zeros, as some builds of SQLite do, is a quarter of all that is written.
    connection.execute("PRAGMA secure_delete = FAST")
    return True


def end(connection: sqlite3.Connection) -> None:
    """Make it as it was, and give its memory back."""
    connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    connection.execute("PRAGMA temp_store = DEFAULT")
    connection.execute(f"PRAGMA secure_delete = {_secure_delete(connection)}")
    try:
        _merge_at(connection, PIECES)
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    finally:
        connection.execute("PRAGMA shrink_memory")


def _merge_at(connection: sqlite3.Connection, pieces: int) -> None:
    """Have the full-text index put so many pieces together; the file remembers it."""
    with writing(connection):
        connection.execute(
            "INSERT INTO fulltext (fulltext, rank) VALUES ('automerge', ?)", (pieces,)
        )


def _secure_delete(connection: sqlite3.Connection) -> int:
    """Whether this build of SQLite overwrites what it deletes, unless it is told otherwise."""
    (used,) = connection.execute("SELECT sqlite_compileoption_used('SECURE_DELETE')").fetchone()
    return int(used)
