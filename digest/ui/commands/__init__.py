"""What each action does: one function an action, found by the action's id."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from digest.ui.commands import finding, keeping, moving, reading, stories, topics, viewing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.ui.screens.main import MainScreen

    Command: TypeAlias = Callable[[MainScreen], None]

COMMANDS: Mapping[str, Command] = {
    **moving.COMMANDS,
    **reading.COMMANDS,
    **finding.COMMANDS,
    **keeping.COMMANDS,
    **stories.COMMANDS,
    **topics.COMMANDS,
    **viewing.COMMANDS,
}
"""Every action's function; a test holds this equal to the table of actions."""
