"""Schema: telling a library from other files, and bringing an older one up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.connection import keep_log, writing
from digest.library.migrations import LATEST, steps
from digest.model import LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

APPLICATION = 0x64677374
"""Stands in the file's head and says whose it is: `dgst` in ASCII."""

_HEAD = """
    SELECT
        (SELECT application_id FROM pragma_application_id),
        (SELECT user_version FROM pragma_user_version),
        (SELECT count(*) FROM sqlite_master)
"""
"""One statement sees one moment, though another program may be making the library meanwhile."""


def prepare(
    connection: sqlite3.Connection,
    path: Path,
    *,
    read_only: bool,
    upgrading: Callable[[int], None] | None = None,
) -> None:
    """Make a file the library that this program knows.

    Nothing is written before it is clear that the file is ours or empty.

    Args:
        connection: to the file.
        path: what to call it.
        read_only: change nothing.
        upgrading: called with the number of articles before an older library is brought up to
            date, which takes minutes for a hundred thousand.

    Raises:
        LibraryError: the file is another program's, of a newer program, or would have to be
            changed and cannot be.
        sqlite3.Error: the file is no database, damaged, or cannot be written.
    """
    version = _version(connection, path)
    if version > LATEST:
        raise LibraryError(
            f"the library {path} was made by a newer version of digest (schema {version}, this one "
            f"knows {LATEST}); it was left as it is: update digest, or name another with --library"
        )
    if version == LATEST:
        return
    if read_only:
        raise LibraryError(
            f"the library {path} is of an older version and can only be read, so it cannot be "
            "brought up to date; make it writable and open it once"
        )
    if version and upgrading:
        upgrading(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    keep_log(connection)
    for number, step in enumerate(steps(), 1):
        with writing(connection):
            # Another program may have done it while this one waited for the lock.
            if _version(connection, path) < number:
                step(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of a library; 0 for an empty file."""
    application: int
    version: int
    application, version, tables = connection.execute(_HEAD).fetchone()
    if application == APPLICATION and version > 0:
        return version
    if application == version == tables == 0:
        return 0
    raise LibraryError(
        f"{path} is a database of another program; it was left as it is: "
        "name another file with --library"
    )
