"""Terminals, locales and sizes as people have them, and files that cannot be used."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest
from support.pseudo_terminal import PROGRAM, PseudoTerminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.terminal

C_LOCALE = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("name", ["dumb", ""])
def test_a_dumb_terminal_gets_an_answer(home: Path, name: str) -> None:
    """Without a terminal that can draw, one sentence says so, and no escape is sent."""
    with PseudoTerminal(env=environment(home, TERM=name), size=(200, 24)) as terminal:
        assert terminal.exit_code() == 1
        assert terminal.raw.count(b"\n") == 1
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_no_terminal_gets_an_answer(home: Path, stream: str) -> None:
    """Where one of the three streams leads elsewhere, one sentence says so."""
    keyboard, line = os.openpty()
    streams = {"stdin": line, "stdout": line, "stderr": line, stream: subprocess.PIPE}
    try:
        with subprocess.Popen(PROGRAM, env=environment(home), **streams) as process:  # type: ignore[call-overload] # noqa: S603 - our own program; mypy cannot see the names
            process.communicate(timeout=30)
        assert process.returncode == 1
    finally:
        os.close(line)
        os.close(keyboard)


def test_a_c_locale_shows_chinese(home: Path) -> None:
    """The app draws UTF-8 whatever the locale says, and bytes that are no text do no harm."""
    with PseudoTerminal(env=environment(home, **C_LOCALE)) as terminal:
        terminal.until("讯飞星火").until("5 篇")
        terminal.type("\udcff\udce9").press("Enter").until("4 未读")
        terminal.press("Q")
        assert terminal.exit_code() == 0


def test_every_size_is_drawn(home: Path) -> None:
    """From one cell to a wall of them, through fifty sizes in no order."""
    sizes = random.Random(5)  # noqa: S311 - nothing is kept secret by it
    with PseudoTerminal(env=environment(home), size=(1, 1)) as terminal:
        terminal.until(lambda: terminal.modes_left_on >= {1049, 2004})
        terminal.press("Enter", "t", "]")
        terminal.resize((20, 5)).until("digest").until("讯")
        for _ in range(50):
            terminal.resize((sizes.randint(1, 220), sizes.randint(1, 70))).take()
        terminal.resize((80, 24)).until("返回").press("Q")
        assert terminal.exit_code() == 0
        assert terminal.modes_left_on == set()
    assert not (home / "digest.log").exists()


def test_good_files_appear_and_a_bad_one_is_told(home: Path, tmp_path: Path) -> None:
    """What could be read is in the list, the reason for the rest in the status line."""
    good, bad = tmp_path / "good.txt", tmp_path / "bad.bin"
    good.write_text("一则好消息\n\n今天营收增长百分之五十。", encoding="utf-8")
    bad.write_bytes(bytes(range(256)) * 40)
    with PseudoTerminal([str(good), str(bad)], env=environment(home), size=(120, 40)) as terminal:
        terminal.until("一则好消息").until("6 篇").until("bad.bin")
        terminal.press("Q")
        assert terminal.exit_code() == 0


def _spoil(home: Path) -> None:
    data = (home / "library.db").read_bytes()
    (home / "library.db").write_bytes(data[:5000] + b"\xff" * 60000 + data[65000:])


def _replace(home: Path) -> None:
    (home / "library.db").write_bytes(b"this is no library" * 500)


def _renumber(home: Path) -> None:
    connection = sqlite3.connect(home / "library.db")
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()


def _misspell(home: Path) -> None:
    (home / "settings.toml").write_text('[ui]\ntheme = "nope"\n', encoding="utf-8")


def _break_off(home: Path) -> None:
    (home / "settings.toml").write_text("[ui\n", encoding="utf-8")


def _rebind(home: Path) -> None:
    (home / "settings.toml").write_text('[keys]\nquitt = "x"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (_spoil, "damaged"),
        (_replace, "not a library"),
        (_renumber, "newer version"),
        (_misspell, "line 2"),
        (_break_off, "settings.toml"),
        (_rebind, "quitt"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    home: Path, harm: Callable[[Path], None], word: str
) -> None:
    """The terminal is not touched, and the line says what is wrong."""
    harm(home)
    with PseudoTerminal(env=environment(home), size=(200, 24)) as terminal:
        assert terminal.exit_code() == 1
        assert terminal.raw.count(b"\n") == 1
        assert terminal.raw.startswith(b"digest: ")
        assert word.encode() in terminal.raw
        assert b"\x1b" not in terminal.raw


def test_another_program_may_take_articles_away(home: Path) -> None:
    """An article that is gone is told, and the list shows what is there."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until("5 篇").until("43 数字").until("%")
        command = [*PROGRAM, "list", "--json"]
        listed = subprocess.run(  # noqa: S603 - our own program
            command, env=environment(home), capture_output=True, check=True
        )
        second = listed.stdout.split(b"\n")[1].split(b'"id":"')[1].split(b'"')[0].decode()
        subprocess.run(  # noqa: S603 - our own program
            [*PROGRAM, "remove", second], env=environment(home), capture_output=True, check=True
        )
        terminal.press("j").until("4 篇").until(second).press("Q")
        assert terminal.exit_code() == 0


@pytest.mark.parametrize(("setting", "asked"), [("", 1), ("ambiguous_width = 2", 0)])
def test_the_terminal_is_asked_how_wide_it_draws_quotes(
    home: Path, setting: str, asked: int
) -> None:
    """Once, unless the settings say; the answer is no key."""
    (home / "settings.toml").write_text(f"[reading]\n{setting}\n", "utf-8")
    answers = {b"\x1b[6n": b"\x1b[2;3R"}
    with PseudoTerminal(env=environment(home), answers=answers) as terminal:
        terminal.until("未读").press("j").until("未读")
        assert terminal.raw.count(b"\x1b[6n") == asked
        assert terminal.press("Q").exit_code() == 0
