"""Files and folders: what can be read is, and what cannot is refused in one clear sentence."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

import pytest

from digest.model import SourceError
from digest.sources import fetch, read_path, read_stream, walk
from digest.sources.refusal import MAX_BYTES, MAX_LINE

TEXT = "国家统计局今天发布了数据。\n第二段在这里。\n"


def reason(path: Path) -> str:
    """What is said when a path is refused."""
    with pytest.raises(SourceError) as refused:
        read_path(path)
    return str(refused.value)


def put(path: Path, data: bytes | str = TEXT) -> Path:
    """A file with something in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_file_is_read_as_it_is(tmp_path: Path) -> None:
    """Bytes, text, encoding, name, place and time of a file come along."""
    path = put(tmp_path / "新闻.txt", TEXT.encode("gb18030"))
    os.utime(path, (0, 1692144000))
    document = read_path(path)
    assert document.text == TEXT
    assert document.data == TEXT.encode("gb18030")
    assert document.encoding == "gb18030"
    assert document.name == "新闻.txt"
    assert document.origin == str(path)
    assert document.modified == "2023-08-16T00:00:00+00:00"


def test_a_stream_is_read_like_a_file() -> None:
    """Standard input has no place and no time."""
    document = read_stream(TEXT.encode(), "-")
    assert (document.text, document.origin, document.modified) == (TEXT, "", "")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is blank"),
        ("\ufeff\u200b\u3000\n".encode(), "is blank"),
        (b"\x7fELF\x02\x01\x01\x00", "is a program"),
        (b"PK\x03\x04\x14\x00", "is a zip archive"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"MZ\x90\x00\x03\x00", "is a program"),
        (bytes(range(256)) * 8, "is binary"),
        (b"\x00\x01\x02\x03" * 100, "is binary"),
        (TEXT.encode() + TEXT.encode("gb18030"), "is damaged"),
        ("字".encode() * (MAX_LINE + 1), "has a line of 1,000,001 characters"),
        (b"x" * (MAX_BYTES + 1), "is larger than 20 MB"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    """One line says what is wrong with which file."""
    path = put(tmp_path / "a.txt", data)
    assert reason(path).startswith(f"{path} {said}")
    assert "\n" not in reason(path)
    with pytest.raises(SourceError, match=f"^stdin {said}"):
        read_stream(data, "stdin")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is said to."""
    assert reason(tmp_path / "无.txt") == f"{tmp_path}/无.txt does not exist; check the path"
    assert "does not exist" in reason(put(tmp_path / "a.txt") / "b.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is not read as an article."""
    assert "is a folder" in reason(tmp_path)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """A pipe nobody writes to does not hang the program."""
    os.mkfifo(tmp_path / "p.txt")
    assert "is a pipe" in reason(tmp_path / "p.txt")


def test_a_device_and_a_socket_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only files hold articles."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("s.txt")
        assert "is a socket" in reason(Path("s.txt"))
    assert "is a device" in reason(Path(os.devnull))


@pytest.mark.parametrize("path", ["a\0b.txt", "\ud800.txt"])
def test_an_impossible_path_is_refused(path: str) -> None:
    """A path that no file can have is an error like any other."""
    assert reason(Path(path))
    with pytest.raises(SourceError):
        list(walk(Path(path)))


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    """A link to itself is named as unreadable."""
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert "cannot be read" in reason(tmp_path / "a.txt")


def test_without_rights_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or folder that may not be opened says so; a superuser is stood in for."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path / "a.txt")
    monkeypatch.setattr(os, "open", denied)
    assert "no permission" in reason(path)
    monkeypatch.setattr(os, "scandir", denied)
    with pytest.raises(SourceError, match="no permission"):
        walk(tmp_path)


def test_a_file_name_cannot_send_escapes(tmp_path: Path) -> None:
    """Names are shown as inert text, also where their bytes are no text."""
    path = put(tmp_path / "a\x1b]0;x\x07\u202e.txt", b"")
    assert reason(path) == f"{tmp_path}/a.txt is empty; there is nothing to read"
    odd = put(Path(os.fsdecode(os.fsencode(tmp_path / "b") + b"\xd6\xd0.txt")))
    assert re.fullmatch("b\ufffd+.txt", read_path(odd).name)
    assert read_path(odd).origin.isprintable()


def test_a_nul_in_a_text_is_kept_for_the_door(tmp_path: Path) -> None:
    """A stray control character does not make a text binary."""
    assert read_path(put(tmp_path / "a.txt", "A\0B")).text == "A\0B"


def test_a_folder_gives_its_readable_files_sorted(tmp_path: Path) -> None:
    """Every kind that is read, in folders below too, nothing hidden, nothing else."""
    for name in ("b.txt", "a/z.MD", "a/y.html", "c.pdf", ".hidden.txt", ".git/d.txt", "a.txt"):
        put(tmp_path / name)
    found = [str(path.relative_to(tmp_path)) for path in walk(tmp_path)]
    assert found == ["a/y.html", "a/z.MD", "a.txt", "b.txt"]


def test_linked_folders_are_visited_once(tmp_path: Path) -> None:
    """A loop of links ends."""
    put(tmp_path / "one/a.txt")
    (tmp_path / "one/loop").symlink_to(tmp_path)
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert [path.name for path in walk(tmp_path)] == ["a.txt"]


def test_a_folder_inside_that_cannot_be_opened_is_given_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading it then says why, and the rest is read."""
    put(tmp_path / "a.txt")
    put(tmp_path / "closed/b.txt")
    listed = Path.iterdir

    def guarded(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", guarded)
    assert [path.name for path in walk(tmp_path)] == ["a.txt", "closed"]
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "no permission for this folder" in reason(tmp_path / "closed")


def test_a_file_walks_to_itself(tmp_path: Path) -> None:
    """A file that was named is read whatever its ending."""
    path = put(tmp_path / "notes")
    assert list(walk(path)) == [path]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """The error comes when the walk begins."""
    with pytest.raises(SourceError, match="does not exist"):
        walk(tmp_path / "none")


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="no such file on this system")
def test_a_file_that_does_not_tell_its_size_is_read() -> None:
    """Some are made as they are read."""
    assert fetch(Path("/proc/version")).data == Path("/proc/version").read_bytes() != b""
