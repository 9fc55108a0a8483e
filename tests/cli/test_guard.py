"""However a command ends, the reader gets one line and the shell a code."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NoReturn

import pytest

from digest.cli import guard
from digest.cli.guard import guarded
from digest.cli.logbook import keep_log
from digest.model import DigestError, SourceError

if TYPE_CHECKING:
    from pathlib import Path


def failing(error: BaseException) -> int:
    """A command that meets `error`."""

    def action() -> NoReturn:
        raise error

    return guarded(action)


def test_a_command_gives_its_code() -> None:
    """What the action returns is the exit code."""
    assert guarded(lambda: 1) == 1


@pytest.mark.parametrize("kind", [DigestError, SourceError])
def test_what_a_user_can_act_on_is_one_line(
    kind: type[DigestError], capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the tree is shown in its own words."""
    assert failing(kind("the file is empty")) == guard.REFUSED
    assert capsys.readouterr().err == "digest: the file is empty\n"


def test_ctrl_c_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """Who stops a program knows that it stopped."""
    assert failing(KeyboardInterrupt()) == guard.INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_the_unexpected_goes_to_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on the screen, the traceback in the log, a code that is not 0."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path / "home"))
    assert failing(RuntimeError("a\nbug")) == guard.REFUSED
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "RuntimeError: a bug" in shown
    assert "digest.log" in shown
    log = (tmp_path / "home/digest.log").read_text("utf-8")
    assert "Traceback" in log
    assert "RuntimeError: a" in log


def test_a_log_that_cannot_be_written_is_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error is told all the same."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path / "file/home"))
    assert failing(ZeroDivisionError()) == guard.REFUSED
    shown = capsys.readouterr().err
    assert "ZeroDivisionError" in shown
    assert "log" not in shown


def test_a_broken_pipe_is_silent_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both streams lead nowhere afterwards, so that the interpreter has nothing to complain of."""
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        monkeypatch.setattr("sys.stderr", None)
        assert failing(BrokenPipeError()) == guard.UNHEARD
        stream.write("unheard")
    assert (tmp_path / "out").read_text("utf-8") == ""


def test_a_stream_that_fails_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be written is an error with one line."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path))
    monkeypatch.setattr(guard, "_stop_writing", lambda: None)
    assert failing(OSError(28, "No space left on device")) == guard.REFUSED
    assert "No space left on device" in capsys.readouterr().err


def test_what_modules_log_is_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is in the log once, however often the log is begun."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path))
    for _ in range(2):
        keep_log()
    logging.getLogger("digest.services.ingest").warning("not derived anew: %s", "a1")
    log = (tmp_path / "digest.log").read_text("utf-8")
    assert log.count("WARNING digest.services.ingest: not derived anew: a1") == 1
    assert capsys.readouterr() == ("", "")
