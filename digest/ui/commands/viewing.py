"""Viewing: how wide the lines are, what else is on the screen, help, and out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest.ui.actions import ACTIONS, Scope
from digest.ui.doors import open_help, open_view
from digest.ui.telling import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.ui.screens.main import MainScreen


def zen(screen: MainScreen) -> None:
    """The text alone, or everything again."""
    if screen.is_reading:
        screen.look_as(zen=not screen.desk.look.zen)


def narrower(screen: MainScreen) -> None:
    """Shorter lines."""
    screen.look_at(screen.desk.look.resized(-1))


def wider(screen: MainScreen) -> None:
    """Longer lines."""
    screen.look_at(screen.desk.look.resized(1))


def show_help(screen: MainScreen) -> None:
    """All keys and commands."""
    open_help(screen)


def leave_program(screen: MainScreen) -> None:
    """Out of the program at once."""
    screen.leave()


def only_in_views(screen: MainScreen) -> None:
    """Say that an action is for the views, when it was chosen by its name."""
    screen.teller.say(screen.desk.say("view.elsewhere"))


COMMANDS: Mapping[str, Callable[[MainScreen], None]] = {
    **{f"view_{name}": partial(open_view, name=name) for name in VIEWS},
    **{action.id: only_in_views for action in ACTIONS if action.scope is Scope.VIEW},
    "zen": zen,
    "narrower": narrower,
    "wider": wider,
    "help": show_help,
    "quit": leave_program,
}
