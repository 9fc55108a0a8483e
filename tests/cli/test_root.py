"""What a line means: a command, a path to open, or neither."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from support.command_line import run

import digest.ui
from digest import __version__
from digest.cli import opening
from digest.cli.root import COMMANDS, open_paths, root
from digest.model import DigestError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Opened = list[tuple[Path | None, tuple[Path, ...]]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the app was asked to open, in place of opening it."""
    calls: Opened = []

    def record(library: Path | None, paths: Sequence[Path], _: Callable[[str], None]) -> int:
        calls.append((library, tuple(paths)))
        return 0

    monkeypatch.setattr(digest.ui, "run", record)
    monkeypatch.setattr(opening, "is_terminal", lambda _stream: True)
    return calls


def test_no_words_open_the_app(opened: Opened) -> None:
    """`digest` opens the reader's own library."""
    assert run().code == 0
    assert opened == [(None, ())]


def test_the_kitty_protocol_is_off_before_the_app(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What breaks Chinese input is switched off, unless the reader decided otherwise."""
    # Set first, so that it is as before when the test is over.
    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", "")
    monkeypatch.delenv("TEXTUAL_DISABLE_KITTY_KEY")
    run()
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    assert opened


def test_words_that_are_no_command_are_paths(opened: Opened, tmp_path: Path) -> None:
    """Files and folders are opened in the app."""
    file = tmp_path / "article.txt"
    file.write_text("甲", "utf-8")
    assert run(str(file), str(tmp_path)).code == 0
    assert opened == [(None, (file, tmp_path))]


@pytest.mark.parametrize("before", [True, False])
def test_the_library_may_be_named_on_either_side(
    opened: Opened, tmp_path: Path, *, before: bool
) -> None:
    """`--library` works before a word and after it."""
    option = ["--library", str(tmp_path / "other.db")]
    words = [*option, str(tmp_path)] if before else [str(tmp_path), *option]
    assert run(*words).code == 0
    assert opened == [(tmp_path / "other.db", (tmp_path,))]


def test_the_library_alone_opens_the_app(opened: Opened, tmp_path: Path) -> None:
    """An option is no path."""
    run("--library", str(tmp_path / "other.db"))
    assert opened == [(tmp_path / "other.db", ())]


def test_after_two_dashes_all_words_are_paths(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may be called like a command or an option."""
    monkeypatch.chdir(tmp_path)
    for name in ("list", "--json"):
        Path(name).write_text("甲", "utf-8")
    assert run("--", "list", "--json").code == 0
    assert opened == [(None, (Path("list"), Path("--json")))]


def test_a_missing_path_is_one_line(opened: Opened) -> None:
    """The app is not opened for what is not there."""
    ran = run("no-such-file.txt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "no-such-file.txt: there is no such file" in ran.err
    assert not opened


def test_a_mistyped_command_is_told_from_a_path(opened: Opened) -> None:
    """A plain word that is not there was perhaps meant as a command."""
    assert "no such command" in run("lst").err
    assert not opened


@pytest.mark.parametrize(
    ("slip", "meant"), [("shwo", "show"), ("Topic", "topics"), ("figure", "figures")]
)
def test_a_mistyped_command_is_guessed(opened: Opened, slip: str, meant: str) -> None:
    """What is like a command was meant to be one."""
    assert f"did you mean `digest {meant}`?" in run(slip).err
    assert not opened


def test_what_is_like_no_command_is_not_guessed(opened: Opened) -> None:
    """Then all commands are a step away."""
    assert "`digest --help` lists the commands" in run("科大讯飞").err
    assert not opened


def test_a_path_with_a_forged_line_shows_inert(opened: Opened) -> None:
    """A name cannot write a second line or an escape."""
    ran = run("a\n\x1b]0;x\x07\u202eb.txt")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert not opened


@pytest.mark.parametrize(
    "words", [("--nonsense",), ("list", "--nonsense"), ("list", "word"), ("show",), ("find",)]
)
def test_wrong_usage_says_how(words: tuple[str, ...]) -> None:
    """Usage and what was wrong, and exit code 2."""
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: digest ")
    assert "--help" in ran.err


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("--library", "x", "--version")])
def test_the_version_is_one_line(words: tuple[str, ...]) -> None:
    """Asking for it in any way gives the same answer."""
    assert run(*words).out == f"digest {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    """Help says what a command does and shows it at work."""
    ran = run(name, "--help")
    assert ran.code == 0
    assert f"Usage: digest {name}" in ran.out
    assert "Examples:" in ran.out
    assert "--library" in ran.out


def test_help_lists_every_command() -> None:
    """The group's help is a table of all commands, with examples."""
    ran = run("-h")
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)
    assert "Examples:" in ran.out


def test_every_command_is_what_the_table_says() -> None:
    """Names in the table and in the modules agree."""
    context = click.Context(root)
    for name in COMMANDS:
        found = root.get_command(context, name)
        assert found is not None
        assert found.name == name
    assert root.get_command(context, "nothing") is None


def test_no_path_is_judged_before_it_is_read() -> None:
    """A path that is missing or closed is refused with its reason, and is no wrong usage."""
    context = click.Context(root)
    commands = [root, open_paths, *(root.get_command(context, name) for name in COMMANDS)]
    kinds = [param.type for found in commands if found for param in found.params]
    paths = [kind for kind in kinds if isinstance(kind, click.Path)]
    assert len(paths) > len(COMMANDS)
    assert not any(path.exists or path.readable or path.writable for path in paths)


def test_no_terminal_names_what_to_use_instead() -> None:
    """In a pipe the app says what works there, and does not wait."""
    ran = run()
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "`digest list`" in ran.err
    assert "`digest show ID`" in ran.err


@pytest.mark.parametrize("term", ["dumb", "", None])
@pytest.mark.skipif(sys.platform == "win32", reason="TERM means nothing there")
def test_a_dumb_terminal_is_none(term: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that cannot be drawn on gets the same answer."""
    monkeypatch.setattr(opening, "is_terminal", lambda _stream: True)
    monkeypatch.delenv("TERM")
    if term is not None:
        monkeypatch.setenv("TERM", term)
    with pytest.raises(DigestError, match="TERM"):
        opening.open_app(None, ())


@pytest.mark.parametrize(
    ("error", "code"),
    [(click.Abort(), 130), (click.ClickException("no"), 1), (click.UsageError("no"), 2)],
)
def test_what_click_raises_becomes_a_code(
    error: Exception, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a command is given up, the shell learns of it."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(root, "invoke", fail)
    assert run("list").code == code
