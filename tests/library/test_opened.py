"""A library is opened with care: what is not ours is left alone, and said in a sentence."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from support.library import TEXT, connection_of, database, entry

from digest.library import Counts, Library
from digest.library.connection import Connections
from digest.library.failures import SENTENCES, sentence, speaking
from digest.library.migrations import LATEST
from digest.model import LibraryError


def refused(path: Path, *, read_only: bool = False) -> str:
    """Why a file is not opened, having made sure that it was left as it is."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LibraryError) as caught:
        Library.open(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_library_is_made_with_its_folders(tmp_path: Path) -> None:
    """A first start finds nothing."""
    path = tmp_path / "new" / "folder" / "library.db"
    with Library.open(path) as library:
        assert library.counts() == Counts(0, 0, 0)
        assert (library.path, library.read_only) == (path, False)
    assert path.is_file()


def test_a_library_uses_the_write_ahead_log(library: Library) -> None:
    """Readers and a writer do not wait for one another; broken references are refused."""
    ask = connection_of(library).execute
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA foreign_keys").fetchone() == (1,)
    assert ask("PRAGMA busy_timeout").fetchone()[0] >= 1000
    tables = ask("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    loose = {name for (name,) in tables if not name.startswith(("fulltext", "sqlite_"))}
    assert loose == {"cut"}


def test_nothing_is_left_beside_a_closed_library(tmp_path: Path) -> None:
    """One file is one library: it can be copied and moved."""
    with Library.open(database(tmp_path)) as library:
        library.add([entry()])
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]


def test_text_is_no_library(tmp_path: Path) -> None:
    """A file of something else is named and left."""
    path = tmp_path / "notes.txt"
    path.write_text("今天天气很好。" * 400, encoding="utf-8")
    assert f"{path} is not a library" in refused(path)
    path.write_text("短", encoding="utf-8")
    assert f"{path} is not a library" in refused(path)


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    """There is nothing in it to lose."""
    database(tmp_path).touch()
    with Library.open(database(tmp_path)) as library:
        assert library.counts().articles == 0


def test_another_programs_database_is_no_library(tmp_path: Path) -> None:
    """Not even its journal is changed."""
    path = database(tmp_path)
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.commit()
    other.close()
    assert "database of another program" in refused(path)


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    """An older program does not guess what a newer one meant."""
    path = database(tmp_path)
    with Library.open(path) as library:
        connection_of(library).execute(f"PRAGMA user_version = {LATEST + 1}")
    assert "newer version of digest" in refused(path)


def test_a_damaged_library_is_left_as_it_is(tmp_path: Path) -> None:
    """What may still be rescued is not overwritten."""
    path = database(tmp_path)
    with Library.open(path) as library:
        library.add([entry(TEXT + str(number)) for number in range(50)])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="is damaged; it was left as it is"):
        _read_everything(path)
    assert path.read_bytes() == bytes(content)


def test_a_damaged_head_is_left_as_it_is(tmp_path: Path) -> None:
    """A file whose first page is gone is not taken for a new one."""
    path = database(tmp_path)
    with Library.open(path) as library:
        library.add([entry()])
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    assert "damaged" in refused(path)


def test_a_shortened_library_is_damaged(tmp_path: Path) -> None:
    """A copy that broke off is no smaller library."""
    path = database(tmp_path)
    with Library.open(path) as library:
        library.add([entry(TEXT + str(number)) for number in range(50)])
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    with pytest.raises(LibraryError, match="is damaged"):
        _read_everything(path)


def _read_everything(path: Path) -> None:
    with Library.open(path) as library:
        library.listings()
        for article in library.articles():
            library.original(article.id)


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    """A library is a file."""
    assert "is a folder" in refused(tmp_path)


def test_a_file_on_the_way_is_named(tmp_path: Path) -> None:
    """A path through a file leads nowhere."""
    (tmp_path / "file").touch()
    assert "cannot be reached" in refused(tmp_path / "file" / "library.db")


def test_reading_makes_nothing(tmp_path: Path) -> None:
    """Asked for reading only, what is not there stays so."""
    path = tmp_path / "new" / "library.db"
    assert "there is no library" in refused(path, read_only=True)
    assert not path.parent.exists()


def test_a_library_for_reading_refuses_changes(tmp_path: Path) -> None:
    """It says so, and what to do."""
    with Library.open(database(tmp_path)) as library:
        (added,) = library.add([entry()])
    with Library.open(database(tmp_path), read_only=True) as library:
        assert library.read_only
        assert library.article(added.id).text == TEXT
        assert library.search("华为").total == 1
        assert library.check() == ()
        with pytest.raises(LibraryError, match="can only be read"):
            library.set_read([added.id], read=True)


def test_a_library_that_may_not_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk for reading only there is no place for the files that readers share."""
    path = database(tmp_path)
    with Library.open(path) as library:
        library.add([entry()])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Library.open(path) as library:
        assert library.read_only
        assert library.listings()[0].title == TEXT[:6]
        assert [each.name for each in tmp_path.iterdir()] == ["library.db"]


def test_an_older_library_for_reading_says_what_to_do(tmp_path: Path) -> None:
    """It cannot be brought up to date without writing."""
    path = database(tmp_path)
    with Library.open(path) as library:
        connection_of(library).execute("PRAGMA user_version = 1")
    assert "older version and can only be read" in refused(path, read_only=True)


def test_a_full_disk_loses_nothing(library: Library) -> None:
    """What did not fit is not half there, and the library goes on."""
    (kept,) = library.add([entry()])
    limit = connection_of(library).execute
    pages = limit("PRAGMA page_count").fetchone()[0]
    limit(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(LibraryError, match="no room left on the disk"):
        library.add([entry(TEXT * 9, raw=bytes(200_000))])
    assert [each.id for each in library.listings()] == [kept.id]
    assert library.check() == ()
    library.set_read([kept.id], read=True)


def test_a_writer_that_does_not_finish_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may hold the file too long; readers go on meanwhile."""
    monkeypatch.setattr("digest.library.connection.BUSY_SECONDS", 0.01)
    with Library.open(database(tmp_path)) as library, Library.open(database(tmp_path)) as other:
        (added,) = library.add([entry()])
        connection_of(other).execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="another program is writing"):
            library.set_read([added.id], read=True)
        assert not library.listing(added.id).read
        connection_of(other).execute("ROLLBACK")
        assert library.set_read([added.id], read=True) == (added.id,)


def test_every_thread_has_its_connection(library: Library) -> None:
    """A worker reads while another thread writes; what ended is closed."""
    library.add([entry()])
    seen: list[int] = []

    def work() -> None:
        seen.append(library.counts().articles)

    for _ in range(3):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert seen == [1, 1, 1]
    assert len(library._connections._all) == 2


def test_an_interrupted_change_is_taken_back(library: Library) -> None:
    """A transaction ends with whatever ends it."""

    def interrupted() -> None:
        with library._writing() as connection:
            connection.execute("INSERT INTO session VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert library.session() == {}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_names_the_file(code: int) -> None:
    """What, where, what to do, on one line."""
    error = sqlite3.OperationalError("details")
    error.sqlite_errorcode = code | 0x100
    said = sentence(Path("kept.db"), error)
    assert "kept.db" in said
    assert "\n" not in said


def test_an_unknown_error_sends_to_the_doctor() -> None:
    """The library's errors are `LibraryError`, without exception."""
    said = r"does not answer \(odd\); run `digest doctor`"
    with pytest.raises(LibraryError, match=said), speaking(Path("kept.db")):
        raise sqlite3.InterfaceError("odd")


def test_a_path_may_hold_any_characters(tmp_path: Path) -> None:
    """Signs that mean something in an address mean nothing in a path."""
    path = tmp_path / "新 闻?#%41&mode=ro.db"
    with Library.open(path) as library:
        library.add([entry()])
    assert path.is_file()


def test_connections_close_once(tmp_path: Path) -> None:
    """Closing what was never used is no error."""
    Connections(database(tmp_path)).close()


def test_closing_while_threads_read_ends_their_reading(tmp_path: Path) -> None:
    """Whoever is at work gets an error and not a connection that was closed under its hands."""
    for _ in range(20):
        library = Library.open(database(tmp_path))
        refused: list[str] = []

        def read(library: Library = library, refused: list[str] = refused) -> None:
            try:
                while True:
                    library.listings()
            except LibraryError as error:
                refused.append(str(error))

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        library.close()
        for reader in readers:
            reader.join()
        assert len(refused) == len(readers)
        assert all("closed" in each for each in refused)
