"""Doors: the screens that open over the main one, and what is done with their answers.

Each is loaded when it is first opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model import Hit
    from digest.ui.screens.main import MainScreen


def open_finder(screen: MainScreen) -> None:
    """Find anything, and go to what is chosen."""
    from digest.ui.screens.finder import Finder  # noqa: PLC0415 - see above

    def found(hit: Hit | None) -> None:
        if hit is not None:
            screen.navigator.jump(hit)

    screen.navigator.keep_place()
    screen.app.push_screen(Finder(screen.desk, screen.inks, screen.find), found)


def open_help(screen: MainScreen) -> None:
    """Show every action, and do the one that is chosen."""
    from digest.ui.screens.commands import Commands  # noqa: PLC0415 - see above

    def chosen(action_id: str | None) -> None:
        if action_id is not None:
            screen.do(action_id)

    screen.app.push_screen(Commands(screen.desk, screen.keymap, screen.inks), chosen)
