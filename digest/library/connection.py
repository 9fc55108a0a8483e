"""Connections to one SQLite file: one a thread, all set up alike, writers one after another.

SQLite's write-ahead log lets any number of programs read while one writes. Writers take the lock
when they begin and not at their first change, so that two of them wait for one another and never
meet half-way.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from digest.library.bigrams import bigrams, characters
from digest.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 5.0
"""How long to wait for another writer. Our own write for milliseconds; a program that was stopped
in the middle of one, or a backup tool, may take seconds."""

PAUSE_SECONDS = 0.02
"""Between attempts where SQLite itself does not wait."""

CACHE_KIB = 32 * 1024
"""What a connection may keep in memory, in KiB: the narrow tables of 100,000 articles fit, and a
list of all of them is read twice as fast as with SQLite's own 2 MB. A small one fills little."""

JOURNAL_BYTES = 64 * 2**20
"""What is left of the write-ahead log's file after a large import."""


class Connections:
    """The connections of one program to one library."""

    def __init__(self, path: Path, *, read_only: bool = False, frozen: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._frozen = frozen
        self._closed = False
        self._own = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._lock = threading.Lock()

    def get(self) -> sqlite3.Connection:
        """The connection of the thread that asks.

        Raises:
            LibraryError: `close` was called.
        """
        if self._closed:
            raise LibraryError(f"the library {self._path} has been closed")
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._opened()
        return connection

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for _, connection in self._all:
                connection.close()
            self._all.clear()
            self._closed = True

    def _opened(self) -> sqlite3.Connection:
        mode = "ro" if self._read_only else "rwc"
        # Only where the log cannot be there: SQLite then trusts that nobody writes.
        fixed = "&immutable=1" if self._frozen else ""
        connection = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode={mode}{fixed}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,  # transactions begin where we say
            check_same_thread=False,  # each is used by one thread, but closed by any
        )
        try:
            _prepared(connection)
        except BaseException:
            connection.close()
            raise
        with self._lock:
            self._close_orphans()
            self._all.append((threading.current_thread(), connection))
        return connection

    def _close_orphans(self) -> None:
        """Close the connections of threads that have ended."""
        for thread, connection in self._all:
            if not thread.is_alive():
                connection.close()
        self._all = [(thread, each) for thread, each in self._all if thread.is_alive()]


def _prepared(connection: sqlite3.Connection) -> None:
    """What every connection has; the first statement tells whether the file is a database."""
    connection.create_function("bigrams", 1, bigrams, deterministic=True)
    connection.create_function("characters", 2, characters, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    # A killed program loses nothing; at a power cut the last changes may be lost, never torn.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    connection.execute(f"PRAGMA journal_size_limit = {JOURNAL_BYTES}")


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that is kept whole or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself may have given the transaction up already, as when the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def keep_log(connection: sqlite3.Connection) -> None:
    """Switch the file to the write-ahead log, once in its life.

    SQLite does not wait for another program here, so we do: two first starts may meet.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > give_up:
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return
