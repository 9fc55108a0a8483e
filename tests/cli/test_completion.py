"""Shells complete commands, options, files and the ids of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.command_line import run

from digest.cli.completion import SHELLS

if TYPE_CHECKING:
    from pathlib import Path


def completed(monkeypatch: pytest.MonkeyPatch, words: str, at: int) -> list[str]:
    """What bash is offered for the word `at` of a line."""
    monkeypatch.setenv("_DIGEST_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(at))
    return run().out.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script(shell: str) -> None:
    """The script asks the program through the environment."""
    ran = run("completion", shell)
    assert ran.code == 0
    assert f"_DIGEST_COMPLETE={shell}_complete" in ran.out


def test_an_unknown_shell_is_wrong_usage() -> None:
    """What there is no script for is refused with those that there are."""
    ran = run("completion", "tcsh")
    assert ran.code == 2
    assert "bash" in ran.err


def test_commands_and_paths_are_offered_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first word is a command or a path."""
    assert completed(monkeypatch, "digest co", 1) == [
        "file,co",
        "plain,convert",
        "plain,completion",
    ]


def test_options_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the command that is being typed."""
    assert "plain,--min-salience" in completed(monkeypatch, "digest figures --", 2)


def test_scripts_are_offered_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tag begun in lower case is completed with its capitals."""
    offered = completed(monkeypatch, "digest convert --to zh-hant-", 3)
    assert offered == ["plain,zh-Hant-TW", "plain,zh-Hant-HK"]


@pytest.mark.usefixtures("home")
def test_ids_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A target may be a file or an article of the library."""
    listed = [record["id"] for record in run("list", "--json").records]
    offered = completed(monkeypatch, f"digest show {listed[0][:4]}", 2)
    assert offered == [f"file,{listed[0][:4]}", f"plain,{listed[0]}"]


def test_a_missing_library_disturbs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Completion makes no library and complains of none."""
    assert completed(monkeypatch, "digest show a", 2) == ["file,a"]
    assert not (tmp_path / "empty").exists()


def test_a_broken_library_disturbs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Completion offers files all the same."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/library.db").write_bytes(b"no library" * 100)
    assert completed(monkeypatch, "digest show a", 2) == ["file,a"]
