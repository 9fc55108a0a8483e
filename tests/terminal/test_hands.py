"""What reaches the program from hands: input methods, pastes, the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pseudo_terminal import PseudoTerminal, environment

from digest.text.cells import cells

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal


def test_committed_words_are_no_commands(home: Path) -> None:
    """Words from an input method do nothing outside an input, and stand in one once."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until("5 篇").until("43")
        for words in ("新闻", "中华人民共和国", "AI芯片q", "AI芯片Q\x1b[<35;3;3M"):
            terminal.type(words)
        terminal.paste("Qq\x1bQ\nA")
        terminal.press("F2").until("话题")
        terminal.type("中华人民共和国").until("中华人民共和国")
        assert terminal.lines[0].count("中华人民共和国") == 1
        terminal.press("Esc").until("5 未读")
        terminal.press("Q")
        assert terminal.exit_code() == 0


def test_what_is_typed_ahead_is_not_lost(home: Path) -> None:
    """Keys that come at once go where they would have gone one by one."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until("5 篇").type("fQlqf").until("查找 Qlqf")
        terminal.press("Esc").until("5 未读")
        # A terminal that said it is not looked at, and yet somebody types.
        terminal.type("\x1b[O").press("Enter").until("4 未读")
        terminal.type("/qQx").until("/ qQx").press("C-q")
        assert terminal.exit_code() == 0


def test_full_width_marks_are_their_keys(home: Path) -> None:
    """With an input method on, ？ is help, 】 the next figure, ／ and 、 the search."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until("5 篇").press("Enter").until("4 未读")
        terminal.type("】").until("1/")
        for mark in "／、":
            terminal.type(mark).until("\n /")
            terminal.type("科大讯飞").until("/ 科大讯飞").press("Esc")
            terminal.until_gone("\n /")
        terminal.type("？").until("Ctrl+K").press("C-q")
        assert terminal.exit_code() == 0


def test_the_mouse_does_what_one_tries(home: Path) -> None:
    """A click opens an article, explains a figure, acts on the key line; the wheel scrolls."""
    with PseudoTerminal(env=environment(home)) as terminal:
        terminal.until("5 篇").until("43 数字")
        date = "6月9日"
        terminal.click(5, 3).until("4 未读").until(date)
        row = next(at for at, line in enumerate(terminal.lines) if date in line)
        terminal.click(cells(terminal.lines[row].partition(date)[0]) + 1, row)
        terminal.until("2023-06-09")
        before = terminal.lines[1]
        terminal.wheel(10, 10).until(lambda: terminal.lines[1] != before)
        terminal.wheel(10, 10, down=False).until(lambda: terminal.lines[1] == before)
        keys = terminal.lines[-1]
        terminal.click(cells(keys.partition("返回")[0]), 23).until("打开")
        terminal.press("Q")
        assert terminal.exit_code() == 0
