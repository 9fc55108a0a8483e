"""Connections are shared by no two threads, and closed while nobody uses them."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from support.library import database, entry

from digest.library import Library, connection
from digest.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refused(ask: Callable[[], object]) -> str:
    """What a thread is told that asks something."""
    told: list[str] = []

    def asking() -> None:
        try:
            ask()
        except LibraryError as error:
            told.append(str(error))

    thread = threading.Thread(target=asking)
    thread.start()
    thread.join()
    return "".join(told)


def test_a_library_closed_while_a_thread_opens_it_leaves_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection that comes too late is closed and refused."""
    library = Library.open(database(tmp_path))
    late: list[sqlite3.Connection] = []

    def closing(opened: sqlite3.Connection) -> None:
        late.append(opened)
        library.close()

    monkeypatch.setattr(connection, "_prepared", closing)
    assert "has been closed" in refused(library.counts)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        late[0].execute("SELECT 1")


def test_reading_that_is_under_way_ends_with_the_library(tmp_path: Path) -> None:
    """Its connection is closed by itself, and no earlier."""
    library = Library.open(database(tmp_path))
    library.add([entry(f"第{number}篇。") for number in range(3)])
    reading = library.articles()
    next(reading)
    (held,) = library._connections._all
    library.close()
    with suppress(LibraryError):
        list(reading)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        held.connection.execute("SELECT 1")


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    """Whoever ends the app may have been told to end it twice."""
    library = Library.open(database(tmp_path))
    library.close()
    library.close()
    assert "has been closed" in refused(library.counts)
