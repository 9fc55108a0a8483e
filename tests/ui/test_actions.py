"""Actions: one table, from which everything else comes."""

from __future__ import annotations

from pathlib import Path

import pytest

import digest.ui
from digest.model import SettingsError
from digest.ui.actions import ACTIONS, Keymap, Scope
from digest.ui.commands import COMMANDS
from digest.ui.keys import key_name
from digest.ui.words import CATALOGUE


def test_every_action_does_something() -> None:
    """The table and the functions name the same actions."""
    assert sorted(action.id for action in ACTIONS) == sorted(COMMANDS)


def test_keys_are_named_as_they_are_looked_up() -> None:
    """A key of the table is one that a key press can have."""
    for action in ACTIONS:
        for name in action.keys:
            character = name if len(name) == 1 else None
            assert key_name(name, character) == name


def test_every_action_has_a_name_in_every_language() -> None:
    """Nobody meets a label that is missing."""
    assert all(all(action.names) and (not action.hint or all(action.hint)) for action in ACTIONS)


def test_no_key_means_two_things() -> None:
    """The defaults do not clash, so every action keeps all its keys."""
    keymap = Keymap()

    assert {action.id: keymap.keys(action.id) for action in ACTIONS} == {
        action.id: action.keys for action in ACTIONS
    }


def test_core_actions_need_no_letters() -> None:
    """With an input method on, letters never arrive; arrows, Enter, Esc and F-keys do."""
    core = {"down", "up", "open", "back", "toggle_script", "finder", "search", "next_figure"}
    for action in ACTIONS:
        if action.id in core | {"page_down", "page_up", "help", "figure_level"}:
            assert any(len(key) > 1 for key in action.keys), action.id


def test_a_key_can_be_bound_anew() -> None:
    """A key of the settings goes to its action and leaves the one that had it."""
    keymap = Keymap({"star": ("t", "ctrl+s")})

    assert keymap.action(Scope.LIST, "t", "t") == "star"
    assert keymap.keys("toggle_script") == ("f4",)


def test_settings_name_keys_in_either_width() -> None:
    """`？` in the settings is `?`."""
    assert Keymap({"star": ("＊",)}).action(Scope.READER, "asterisk", "*") == "star"


def test_an_unknown_action_is_an_error() -> None:
    """A misspelt action is named, not ignored."""
    with pytest.raises(SettingsError, match="toggle_scrip"):
        Keymap({"toggle_scrip": ("t",)})


def test_one_key_for_two_actions_is_an_error() -> None:
    """A clash in the settings names both sides."""
    with pytest.raises(SettingsError, match=r"undo.*'x'.*star"):
        Keymap({"star": ("x",), "undo": ("x",)})


def test_the_catalogue_is_sorted_and_whole() -> None:
    """Every label has three languages and the same places for values in each."""
    fields = [
        {part.split("}")[0] for part in words.split("{")[1:]}
        for key in CATALOGUE.keys()  # noqa: SIM118 - a method of ours
        for words in CATALOGUE.words(key)
    ]

    assert all(a == b == c for a, b, c in zip(fields[::3], fields[1::3], fields[2::3], strict=True))


def test_every_label_is_said_somewhere() -> None:
    """The catalogue holds nothing that nobody reads."""
    sources = Path(digest.ui.__file__).parent.rglob("*.py")
    code = "".join(path.read_text("utf-8") for path in sources)
    composed = (
        "view.",
        "script.",
        "kind.",
        "hit.",
        "figures.",
        "undo.",
        "sort.",
        "ledger.",
        "topic.",
        "audit.",
        "scope.",
        "across.",
        "story.",
        "brief.",
        "aside.",
        "query.",
    )
    unsaid = [key for key in CATALOGUE.keys() if key not in code]  # noqa: SIM118 - ours

    assert [key for key in unsaid if not key.startswith(composed)] == []
