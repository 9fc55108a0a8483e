"""The bars: what the key line offers in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.ui.actions import Keymap, Scope
from digest.ui.telling import hints
from digest.ui.widgets.bars import Hint, fitting

if TYPE_CHECKING:
    from digest.ui.draw import Text

OFFERED = [
    Hint("open", "Enter", "打开"),
    Hint("search", "/", "搜文"),
    Hint("help", "?", "帮助"),
]


def told(texts: list[tuple[str, list[Text]]]) -> str:
    """What stands on the line."""
    return "".join(text.text for _, pair in texts for text in pair)


def test_every_key_is_offered_where_there_is_room() -> None:
    """A line that holds all shows all."""
    assert told(fitting(OFFERED, 40)) == " Enter 打开  / 搜文  ? 帮助 "


@pytest.mark.parametrize("width", range(20, 28))
def test_no_offer_is_cut_and_the_help_stays(width: int) -> None:
    """What does not fit is left out whole, before the way to the help is."""
    assert told(fitting(OFFERED, width)) == " Enter 打开  ? 帮助 "


def test_the_list_says_that_one_leaves_the_program() -> None:
    """In the list the key that goes back quits, and is called so."""
    names = {action: name for action, _, name in hints(Keymap(), Scope.LIST, "zh-Hans")}
    assert names["leave"] == "退出"


@pytest.mark.parametrize("scope", [Scope.READER, Scope.VIEW])
def test_two_keys_that_do_the_same_are_offered_once(scope: Scope) -> None:
    """Beside Esc that goes back, q is not offered too."""
    names = [name for _, _, name in hints(Keymap(), scope, "zh-Hans")]
    assert len(names) == len(set(names))
