"""Help and palette in one: every action with its keys, found by its name, done with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import Screen

from digest.text.cells import cells
from digest.text.fold import key
from digest.text.pinyin import initials, syllables
from digest.ui.actions import ACTIONS, Action, Keymap, Scope
from digest.ui.draw import Part, Text, row
from digest.ui.inks import PLAIN, Inks
from digest.ui.keys import key_label
from digest.ui.widgets.bars import StatusLine
from digest.ui.widgets.prompt import Prompt
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from digest.ui.desk import Desk

KEYS_WIDTH = 24
"""Cells of the column of keys: the longest list of keys an action has by default."""


def matching(query: str) -> list[Action]:
    """The actions whose name, in any language or in pinyin, holds what was typed."""
    wanted = key(query)
    return [action for action in ACTIONS if any(wanted in form for form in _forms(action))]


def _forms(action: Action) -> list[str]:
    hans = action.names.hans
    return [
        key(action.id),
        key(hans),
        key(action.names.en),
        "".join(syllables(hans)),
        initials(hans),
    ]


class ActionList(RowList):
    """Actions, one row each: keys, then what they do."""

    def __init__(self, keymap: Keymap, desk: Desk, inks: Inks) -> None:
        super().__init__(inks, id="found")
        self.can_focus = False
        self.actions: Sequence[Action] = ACTIONS
        self._keymap = keymap
        self._desk = desk

    @property
    def count(self) -> int:
        """How many actions there are."""
        return len(self.actions)

    def fill(self, actions: Sequence[Action]) -> None:
        """Show these actions."""
        self.actions = actions
        self.reset()

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """The row of an action."""
        del line
        action = self.actions[index]
        over = self.inks["cursor"] if index == self.cursor else PLAIN
        keys = "  ".join(key_label(name) for name in self._keymap.keys(action.id))
        blank = " " * max(2, KEYS_WIDTH - cells(keys))
        return row(
            [
                Part(f"  {keys}{blank}", self.inks["key"] + over),
                Part(action.names.in_language(self._desk.language), over),
                Part(f"  {self._where(action)}", self.inks["quiet"]),
            ],
            width,
            self.base,
        )

    def _where(self, action: Action) -> str:
        """The screens on which the action is, where it is not on all of them."""
        return "" if action.scope is Scope.ANY else self._desk.say(f"scope.{action.scope}")


class Commands(Screen[str | None], inherit_bindings=False):
    """All keys and commands; the answer is the id of the action that was chosen."""

    AUTO_FOCUS = None

    def __init__(self, desk: Desk, keymap: Keymap, inks: Inks, do: Callable[[str], None]) -> None:
        """Show all actions; `do` does one on the main screen while this one stays open."""
        super().__init__()
        self._desk, self._keymap, self._do = desk, keymap, do
        self._list = ActionList(keymap, desk, inks)
        self._status = StatusLine(inks)

    def compose(self) -> ComposeResult:
        """The line, the actions, a word on what to do."""
        yield Prompt(self._desk.say("help.label"))
        yield self._list
        yield self._status

    def on_mount(self) -> None:
        """Say what can be done here."""
        self._tell()

    def _tell(self) -> None:
        self._status.say([Text(f" {self._desk.say('help.title')}", "quiet")])

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        self._list.fill(matching(event.text))

    def on_key(self, event: events.Key) -> None:
        """Move over the actions, or go back."""
        moves = {"down": 1, "up": -1, "tab": 1, "shift+tab": -1}
        page = self._list.page_items
        moves |= {"pagedown": page, "pageup": -page}
        if event.key in moves:
            self._list.move(moves[event.key])
        elif event.key in {"escape", "f1"}:
            self.dismiss(None)
        elif not event.is_printable and self._action(event) == "toggle_script":
            self._do("toggle_script")
            self._list.refresh()
            self._tell()
        else:
            return
        event.stop()

    def _action(self, event: events.Key) -> str | None:
        return self._keymap.action(Scope.VIEW, event.key, event.character)

    @on(Prompt.Submitted)
    def _submitted(self) -> None:
        if self._list.count:
            self.dismiss(self._list.actions[self._list.cursor].id)

    @on(RowList.Chosen)
    def _clicked(self, event: RowList.Chosen) -> None:
        self.dismiss(self._list.actions[event.index].id)
