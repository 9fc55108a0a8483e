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

CACHE_KIB = 4 * 1024
"""What a connection may keep in memory, in KiB; every thread has one. Eight times as much makes a
list of 100,000 articles a tenth faster and costs 28 MB for each."""

JOURNAL_BYTES = 64 * 2**20
"""What is left of the write-ahead log's file after a large import."""


class _Held:
    """A thread's connection, and how many are at work with it."""

    __slots__ = ("connection", "thread", "users")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.thread = threading.current_thread()
        self.users = 0


class Connections:
    """The connections of one program to one library."""

    def __init__(self, path: Path, *, read_only: bool = False, frozen: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._frozen = frozen
        self._closed = False
        self._own = threading.local()
        self._all: list[_Held] = []
        self._lock = threading.Lock()

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The connection of the thread that asks, which nobody closes while it is at work.

        Raises:
            LibraryError: `close` was called, before or meanwhile.
        """
        held: _Held | None = getattr(self._own, "held", None)
        if held is None:
            held = self._own.held = self._opened()
        with self._lock:
            self._refuse_if_closed()
            held.users += 1
        try:
            yield held.connection
        except sqlite3.OperationalError:
            self._refuse_if_closed()
            raise
        finally:
            with self._lock:
                held.users -= 1
                if self._closed and not held.users:
                    held.connection.close()

    def close(self) -> None:
        """Close what nobody uses; what is in use is interrupted, and closed as it is let go.

        Closing a connection in which another thread is at work would crash the program.
        """
        with self._lock:
            self._closed = True
            for held in self._all:
                if held.users:
                    held.connection.interrupt()
                else:
                    held.connection.close()
            self._all.clear()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise self._was_closed()

    def _was_closed(self) -> LibraryError:
        return LibraryError(f"the library {self._path} has been closed")

    def _opened(self) -> _Held:
        self._refuse_if_closed()
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
        held = _Held(connection)
        with self._lock:
            if not self._closed:
                self._close_orphans()
                self._all.append(held)
                return held
        # Closed while this was being opened: nobody else knows of it.
        connection.close()
        raise self._was_closed()

    def _close_orphans(self) -> None:
        """Close the connections of threads that have ended."""
        for held in self._all:
            if not held.thread.is_alive():
                held.connection.close()
        self._all = [held for held in self._all if held.thread.is_alive()]


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


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Have several statements that read see the library as it is in one moment."""
    begun = not connection.in_transaction
    if begun:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        # A transaction that only reads is ended by either; this one also where it was interrupted.
        if begun:
            connection.rollback()
