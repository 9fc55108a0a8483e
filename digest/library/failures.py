"""What SQLite's errors mean to a reader: one sentence with what, where and what to do."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from digest.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SENTENCES = {
    sqlite3.SQLITE_BUSY: (
        "another program is writing to the library {path} and did not finish in time; "
        "try again when it has"
    ),
    sqlite3.SQLITE_LOCKED: "the library {path} is locked by another program; try again later",
    sqlite3.SQLITE_READONLY: (
        "the library {path} can only be read; "
        "make the file and its folder writable, or name another with --library"
    ),
    sqlite3.SQLITE_FULL: (
        "there is no room left on the disk of the library {path}; "
        "nothing of this change was kept; make room and try again"
    ),
    sqlite3.SQLITE_CORRUPT: (
        "the library {path} is damaged; it was left as it is: "
        "put a backup in its place, or move it away to begin anew"
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a library; it was left as it is: name another file with --library"
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the library {path} cannot be opened; "
        "look whether its folder exists and may be read and written"
    ),
    sqlite3.SQLITE_PERM: "the library {path} may not be opened; look at its permissions",
    sqlite3.SQLITE_IOERR: (
        "reading or writing the library {path} failed on the disk itself ({error}); "
        "look at the disk, and keep a copy of the file"
    ),
    sqlite3.SQLITE_TOOBIG: "the article is too large for the library {path}; split the file",
}
"""By SQLite's primary result code; `{path}` is the library's file."""

PRIMARY = 0xFF
"""The bits of a result code that name its kind; the rest are details."""

OTHERWISE = "the library {path} does not answer ({error}); run `digest doctor`"
"""For a code that has no sentence of its own."""


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Within it, errors of SQLite become `LibraryError`.

    Raises:
        LibraryError: for every `sqlite3.Error`, and for text that no database takes.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(sentence(path, error)) from error
    except UnicodeEncodeError as error:
        raise LibraryError(f"a text that is no Unicode cannot be kept in {path}") from error


def sentence(path: Path, error: sqlite3.Error) -> str:
    """What an error means for the library at `path`."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    return SENTENCES.get(code, OTHERWISE).format(path=path, error=error)
