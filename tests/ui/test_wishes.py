"""Wishes: settings in the app's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.model import SettingsError, View
from digest.settings import Settings
from digest.ui.actions import Scope
from digest.ui.look import Look
from digest.ui.wishes import Wishes, look_of, wishes

if TYPE_CHECKING:
    from pathlib import Path


def test_the_defaults_are_those_of_the_settings(tmp_path: Path) -> None:
    """An empty file and no file at all ask for the same."""
    empty = tmp_path / "settings.toml"
    empty.write_text("", "utf-8")
    asked, default = wishes(empty), wishes(tmp_path / "none.toml")

    assert (asked.look, asked.theme, asked.advances) == (
        default.look,
        default.theme,
        default.advances,
    )
    assert look_of(Settings()) == Look() == Wishes().look


def test_settings_reach_the_app(tmp_path: Path) -> None:
    """Script, measure, theme and keys are as the file says."""
    file = tmp_path / "settings.toml"
    file.write_text(
        '[reading]\nscript = "zh-Hant-HK"\nmeasure = 30\n[ui]\ntheme = "dark"\n'
        '[keys]\nstar = "x, ctrl+s"\n',
        "utf-8",
    )
    asked = wishes(file)

    assert (asked.look.view, asked.look.measure, asked.theme) == (View.HANT_HK, 30, "dark")
    assert asked.keymap.action(Scope.LIST, "ctrl+s", None) == "star"


def test_an_unknown_action_names_its_line(tmp_path: Path) -> None:
    """Whoever misspelt an action is told where."""
    file = tmp_path / "settings.toml"
    file.write_text('[ui]\nlanguage = "en"\n\n[keys]\nstarr = "x"\n', "utf-8")

    with pytest.raises(SettingsError, match=r"line 5.*starr"):
        wishes(file)
