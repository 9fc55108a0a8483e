"""The doctor says what is there and what is wrong with it, and changes nothing."""

from __future__ import annotations

import os
import pty
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from support.command_line import run

from digest.cli import health, probe

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("home")
def test_a_sound_library_is_said_to_be_sound() -> None:
    """Versions, places, counts and a verdict."""
    (record,) = run("doctor", "--json").records
    assert record["sound"] == "yes"
    assert record["problems"] == []
    assert record["articles"].startswith("5 ")
    assert record["ambiguous width"] == "not a terminal"
    assert {"python", "textual", "opencc", "rapidfuzz", "sqlite"} <= set(record)


def test_without_a_library_nothing_is_made(tmp_path: Path) -> None:
    """A machine on which the program never ran is sound."""
    ran = run("doctor")
    assert ran.code == 0
    assert "none yet" in ran.out
    assert "not there yet" in ran.out
    assert not (tmp_path / "empty").exists()


def test_what_is_no_library_is_unsound(tmp_path: Path) -> None:
    """The doctor says what is wrong, and exits with 1."""
    (tmp_path / "other.db").write_bytes(b"not a library " * 1000)
    ran = run("--library", str(tmp_path / "other.db"), "doctor")
    assert ran.code == 1
    assert "other.db" in ran.err
    assert (tmp_path / "other.db").read_bytes().startswith(b"not a library")


def test_a_package_that_is_missing_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is what the doctor is asked about."""
    monkeypatch.setattr(health, "PACKAGES", ("no-such-package",))
    assert ("no-such-package", "not installed") in list(health._installed())


@pytest.mark.parametrize(
    ("answer", "cells"),
    [
        (b"\x1b[5;2R", 1),
        (b"\x1b[5;3R", 2),
        (b"typed\x1b[12;3Rahead", 2),
        (b"\x1b[5;80R", None),
        (b"", None),
        (b"\x1b[5;", None),
    ],
)
def test_the_cursor_tells_the_width(answer: bytes, cells: int | None) -> None:
    """A report that makes no sense is none."""
    assert probe.width_from(answer) == cells


def test_a_pipe_is_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written where nothing can answer."""
    assert probe.ambiguous_cells() is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("answer", "cells"), [(b"\x1b[7;3R", 2), (b"", None)])
def test_a_terminal_is_asked_and_left_as_it_was(
    answer: bytes, cells: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question is wiped away, and silence is waited for no longer than is good."""
    import termios  # noqa: PLC0415 - where there are pseudo-terminals

    monkeypatch.setattr(probe, "TIMEOUT_SECONDS", 2.0 if answer else 0.01)
    master, slave = pty.openpty()
    seen = b""

    def reply() -> None:
        nonlocal seen
        while b"\x1b[6n" not in seen:
            seen += os.read(master, 64)
        os.write(master, answer)

    terminal = threading.Thread(target=reply)
    terminal.start()
    with os.fdopen(slave, "r+b", buffering=0) as raw, os.fdopen(os.dup(slave), "w") as out:
        before = termios.tcgetattr(slave)
        monkeypatch.setattr(sys, "stdin", raw)
        monkeypatch.setattr(sys, "stdout", out)
        assert probe.ambiguous_cells() == cells
        terminal.join()
        assert termios.tcgetattr(slave) == before
        assert os.read(master, 64).endswith(b"\r  \r")
    os.close(master)


@pytest.mark.parametrize(
    ("cells", "words"), [(1, "1 cell"), (2, "2 cells"), (None, "the terminal does not say")]
)
def test_the_width_is_put_into_words(
    cells: int | None, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the terminal said, for a reader."""
    monkeypatch.setattr("digest.cli.terminal.is_terminal", lambda _stream: True)
    monkeypatch.setattr(health, "ambiguous_cells", lambda: cells)
    assert health._ambiguous() == words
