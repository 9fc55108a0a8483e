"""Opened: a library's file, its connections, and the sentences its errors become.

The file is opened with care: what is not ours is never written to, what is damaged is left as it
is, and what can only be read is read.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from digest.library import editions
from digest.library.connection import Connections, writing
from digest.library.failures import speaking
from digest.library.schema import prepare
from digest.model import LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Self


def utc_now() -> str:
    """The time in UTC, to the second: `2026-01-31T09:30:00Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class Opened:
    """A library's file while it is open."""

    def __init__(
        self, path: Path, connections: Connections, read_only: bool, clock: Callable[[], str]
    ) -> None:
        self._path = path
        self._connections = connections
        self._read_only = read_only
        self._clock = clock
        self._revision = 0

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        clock: Callable[[], str] = utc_now,
        upgrading: Callable[[int], None] | None = None,
    ) -> Self:
        """Open a library, making it where there is none.

        A file that can only be read is opened for reading; `read_only` then says so.

        Args:
            path: the library's file; missing folders are made.
            read_only: change nothing, and make nothing.
            clock: tells the time of arrivals and openings, in UTC.
            upgrading: called with the number of articles before a library of an older version is
                brought up to date.

        Raises:
            LibraryError: the file is no library, of a newer program, damaged, or cannot be opened.
        """
        _find(path, read_only)
        writable = os.access(path.parent, os.W_OK) and (
            os.access(path, os.W_OK) or not path.exists()
        )
        read_only = read_only or not writable
        connections = Connections(path, read_only=read_only, frozen=_frozen(path, writable))
        try:
            with speaking(path), connections.using() as connection:
                prepare(connection, path, read_only=read_only, upgrading=upgrading)
        except BaseException:
            connections.close()
            raise
        return cls(path, connections, read_only, clock)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._read_only

    @property
    def revision(self) -> int:
        """Grows with every change of articles or topics that this program makes."""
        return self._revision

    def close(self) -> None:
        """Close the file."""
        with speaking(self._path):
            self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with speaking(self._path), self._connections.using() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with (
            speaking(self._path),
            self._connections.using() as connection,
            writing(connection),
        ):
            yield connection

    @contextmanager
    def _revising(self) -> Iterator[sqlite3.Connection]:
        with self._writing() as connection:
            yield connection
            editions.renew(connection)
        self._revision += 1


def _find(path: Path, read_only: bool) -> None:
    """Make sure that there is a file, or a place for one."""
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder; a library is a file")
        if path.exists():
            return
        if read_only:
            raise LibraryError(f"there is no library at {path}")
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"the library {path} cannot be reached: {error.strerror}; "
            "name another place with --library or DIGEST_HOME"
        ) from error


def _frozen(path: Path, writable: bool) -> bool:
    """Whether SQLite must be told that nobody writes.

    Readers share a small file beside the library. Where it cannot be made, and no writer has left a
    log, the library can be read without.
    """
    return not writable and not path.with_name(path.name + "-wal").exists()
