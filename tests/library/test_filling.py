"""While much comes in, the connection that writes is wider; afterwards it is as it was."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from support.library import database, entry

from digest.library import Library
from digest.library.filling import MANY_PIECES, PIECES
from digest.model import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

PRAGMAS = ("cache_size", "wal_autocheckpoint", "temp_store", "secure_delete")


def told(library: Library) -> tuple[list[int], dict[str, int]]:
    """What this thread's connection is set to, and the full-text index."""
    with library._reading() as connection:
        own = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS]
        return own, dict(connection.execute("SELECT k, v FROM fulltext_config"))


def test_it_is_given_back(library: Library) -> None:
    """Memory, log and index: the usual figures named here are those of a new connection."""
    before, _ = told(library)
    with library.filling():
        within, index = told(library)
        assert index["automerge"] == MANY_PIECES
        library.add([entry("甲乙丙")])
    after, index = told(library)
    assert before == after
    assert not set(before) & set(within)
    assert index["automerge"] == PIECES


def test_it_is_given_back_by_who_began(library: Library) -> None:
    """An import that finds topics at its end fills within filling."""
    with library.filling():
        outer = told(library)
        with library.filling():
            assert told(library) == outer
        assert told(library) == outer


def test_it_is_given_back_when_the_import_fails(library: Library) -> None:
    """The error comes out as it is."""
    before, _ = told(library)
    with pytest.raises(ZeroDivisionError), library.filling():
        raise ZeroDivisionError
    assert told(library)[0] == before


def test_only_the_thread_that_fills_is_changed(library: Library) -> None:
    """Whoever reads meanwhile has a connection of its own."""
    seen: list[list[int]] = []
    before, _ = told(library)
    with library.filling():
        thread = threading.Thread(target=lambda: seen.append(told(library)[0]))
        thread.start()
        thread.join()
    assert seen == [before]


def test_another_program_reads_and_writes_meanwhile(tmp_path: Path) -> None:
    """It sees what has come, and is let in between two transactions."""
    path = database(tmp_path)
    with Library.open(path) as library, Library.open(path) as other:
        with library.filling():
            library.add([entry("甲乙丙")])
            assert [match.id for match in other.search("乙丙").matches] == [
                each.id for each in other.add([entry("甲乙丙")])
            ]
            other.add([entry("丁戊己")])
        assert library.counts().articles == 2
        assert library.check() == ()


def test_a_library_that_can_only_be_read_is_left_alone(tmp_path: Path) -> None:
    """There is nothing to fill."""
    path = database(tmp_path)
    Library.open(path).close()
    with Library.open(path, read_only=True) as library:
        before = told(library)
        with library.filling():
            assert told(library) == before


def test_a_library_that_is_closed_meanwhile_ends_in_its_own_error(library: Library) -> None:
    """What is asked next is refused; giving back adds nothing to it."""

    def closed_meanwhile() -> None:
        with library.filling():
            library.close()
            library.counts()

    with pytest.raises(LibraryError, match="has been closed"):
        closed_meanwhile()


def test_what_is_left_in_many_pieces_is_found(library: Library) -> None:
    """While it comes in, afterwards, and when single articles follow."""
    many = MANY_PIECES // 2
    with library.filling():
        for number in range(many):
            library.add([entry(f"甲乙丙第{number}篇")])
        assert library.search("乙丙").total == many
    for number in range(many, many + 8):
        library.add([entry(f"甲乙丙第{number}篇")])
    assert library.search("乙丙").total == many + 8
    assert library.check() == ()
