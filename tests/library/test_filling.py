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


def pieces(library: Library) -> int:
    """How many pieces the index is in: SQLite numbers them in the upper bits of a page's number."""
    with library._reading() as connection:
        return len(connection.execute("SELECT DISTINCT segid FROM fulltext_idx").fetchall())


def test_what_came_in_is_put_together_afterwards(library: Library) -> None:
    """Everything is found before and after; then there is nothing left to do."""
    with library.filling():
        for number in range(MANY_PIECES // 2):
            library.add([entry(f"甲乙丙第{number}篇")])
    assert pieces(library) == MANY_PIECES // 2
    assert library.search("乙丙").total == MANY_PIECES // 2
    while library.put_together():
        pass
    assert pieces(library) < PIECES
    assert library.search("乙丙").total == MANY_PIECES // 2
    assert library.check() == ()


def test_what_a_killed_program_leaves_is_put_right(tmp_path: Path) -> None:
    """The file goes on saying that many pieces may be left, until they are put together."""
    path = database(tmp_path)
    with Library.open(path) as library:
        filling = library.filling()
        filling.__enter__()
        library.add([entry("甲乙丙")])
    with Library.open(path) as library:
        assert told(library)[1]["automerge"] == MANY_PIECES
        library.put_together()
        assert told(library)[1]["automerge"] == PIECES
        assert library.search("乙丙").total == 1


def test_a_library_that_can_only_be_read_is_not_put_together(tmp_path: Path) -> None:
    """It is searched as it is."""
    path = database(tmp_path)
    Library.open(path).close()
    with Library.open(path, read_only=True) as library:
        assert not library.put_together()
