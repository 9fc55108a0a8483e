"""A long import says how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.command_line import run

from digest.cli.progress import Progress
from digest.services.ingest import Stage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_short_import_is_over_before(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is told of it."""
    Progress().files(1, 2)
    assert not capsys.readouterr().err


def test_files_are_counted_and_the_line_is_cleared(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of it is left at the end."""
    progress = Progress()
    progress.files(30, 100)
    assert capsys.readouterr().err.rstrip() == "\r30 of 100"
    progress.files(100, 100)
    assert capsys.readouterr().err.endswith(" \r")


def test_what_follows_is_told_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Each stage begins at nothing."""
    progress = Progress()
    progress.files(100, 100)
    capsys.readouterr()
    progress.after(Stage.TOPICS, 10, 100)
    assert capsys.readouterr().err.rstrip() == "\rtopics: 10 of 100"
    progress.after(Stage.SUMMARIES, 1, 100)
    assert capsys.readouterr().err.rstrip() == "\rsummaries: 1 of 100"


def test_it_is_told_to_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A pipe gets what became of the files, and no more."""
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"第{number}篇文章。", "utf-8")
    silent = run("add", str(tmp_path))
    assert silent.err == ""
    monkeypatch.setattr("digest.cli.terminal.is_terminal", lambda _stream: True)
    (tmp_path / "new.txt").write_text("又一篇文章。", "utf-8")
    assert "of 31" in run("add", str(tmp_path)).err
