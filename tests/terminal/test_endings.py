"""However the program ends, the terminal is as it was, and the exit code says how."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest
from support.pseudo_terminal import PseudoTerminal, environment

from digest.library import Library

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal

KNOWS_ALL = {b"\x1b[?2048$p": b"\x1b[?2048;2$y", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
"""A terminal that knows every mode it is asked for."""

BROKEN = """
import os, sys
from digest import ui
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
from digest.ui.asking import Asking
from digest.ui.commands import COMMANDS
from digest.ui.widgets.article_list import ArticleList

def broken(*_):
    raise RuntimeError("broken\\n\\x1b]0;on purpose\\x07")

where = sys.argv.pop()
if where == "command":
    COMMANDS["star"] = broken
elif where == "drawing":
    ArticleList.draw_item = broken
else:
    Asking.refresh = broken
from digest.__main__ import main
sys.exit(main([]))
"""
"""The program with a part that always fails."""


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
        (signal.SIGINT, 130),
        ("C-c", 0),
    ],
)
def test_the_terminal_is_left_as_it_was(home: Path, end: signal.Signals | str, code: int) -> None:
    """Asked by the system or by a key, the app leaves nothing on and keeps the place."""
    with PseudoTerminal(env=environment(home), answers=KNOWS_ALL) as terminal:
        terminal.until("5 篇").press("Enter").until(" 分钟")
        terminal.press(" ").until_gone(" 分钟")
        assert terminal.modes_left_on >= {1049, 1000, 1004, 1006, 2004, 25}
        if isinstance(end, str):
            terminal.press(end)
        else:
            terminal.send_signal(end)
        assert terminal.exit_code() == code
        assert terminal.modes_left_on == set()
        assert terminal.is_cooked
        assert "digest:" not in terminal.text
        assert b"\x1b[>" not in terminal.raw
        assert b"\x1b[<u" not in terminal.raw
    assert _place_kept(home)


def test_a_signal_in_the_first_moment_is_heard(home: Path) -> None:
    """As soon as the terminal is taken it will be given back."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until(lambda: b"\x1b[?1049h" in terminal.raw)
        terminal.send_signal(signal.SIGTERM)
        assert terminal.exit_code() == 143
        assert terminal.modes_left_on == set()


def test_a_terminal_that_goes_away_ends_the_program(home: Path) -> None:
    """With nobody to draw for, the program ends in order, and keeps the place."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until("5 篇").press("Enter").until(" 分钟")
        terminal.press(" ").until_gone(" 分钟")
        terminal.hang_up()
        assert terminal.exit_code() == 129
    assert _place_kept(home)
    assert not (home / "digest.log").exists()


@pytest.mark.parametrize("where", ["drawing", "command", "worker"])
def test_a_crash_is_one_line_and_a_log(home: Path, tmp_path: Path, where: str) -> None:
    """The screen says in a line what happened, the log has the traceback, both inert."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    program = (sys.executable, str(script), where)
    # Wide, so that the line is one on the screen too.
    with PseudoTerminal(env=environment(home), program=program, size=(400, 24)) as terminal:
        if where == "command":
            terminal.until("5 篇").press("s")
        assert terminal.exit_code() == 1
        assert terminal.modes_left_on == set()
        assert terminal.is_cooked
        after = terminal.raw.rpartition(b"\x1b[?1006l")[2].decode("utf-8")
        assert after.count("\n") == 1
        assert after.startswith("digest: stopped by an error")
        assert "RuntimeError: broken" in after
        assert "\x1b" not in after
    log = (home / "digest.log").read_text(encoding="utf-8")
    assert log.count("Traceback") >= 1
    assert "RuntimeError: broken" in log
    assert "\x1b" not in log


def _place_kept(home: Path) -> bool:
    library = Library.open(home / "library.db", read_only=True)
    places = [library.state(listing.id).place for listing in library.listings()]
    library.close()
    return any(place is not None and place.start > 0 for place in places)
