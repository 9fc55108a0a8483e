"""Wishes: what the reader's settings ask of the app, in the app's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.ui.actions import Keymap
from digest.ui.look import FigureLevel, Look

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import SettingsError
    from digest.settings import Settings


class Wishes(NamedTuple):
    """How the app is to be; the defaults are those of the settings, by test."""

    look: Look = Look()
    keymap: Keymap = Keymap()
    theme: str = "terminal"
    advances: bool = True
    """Space at the end of a text leads to the next unread one."""
    asks_width: bool = True
    """The terminal is asked how wide it draws ambiguous characters."""


def wishes(path: Path) -> Wishes:
    """What a settings file asks for; the defaults, at no cost, where there is none.

    Raises:
        SettingsError: something in the file is wrong; says what and where.
    """
    if not path.exists():
        return Wishes()
    from digest.settings import load  # noqa: PLC0415 - for those who have settings

    settings = load(path)
    return Wishes(
        look_of(settings),
        keymap_of(settings, path),
        settings.ui.theme,
        settings.reading.space_advances,
        settings.reading.ambiguous_width == "auto",
    )


def look_of(settings: Settings) -> Look:
    """How the settings want texts to be shown."""
    reading = settings.reading
    return Look(
        view=reading.script,
        variant=reading.variant,
        figures=FigureLevel(reading.figures),
        measure=reading.measure,
        wording=reading.wording,
        full_width=reading.full_width,
        quotes=reading.quotes,
        spacing=reading.spacing,
        indent=reading.indent,
        summary=reading.summary,
        ambiguous=1 if reading.ambiguous_width == "auto" else reading.ambiguous_width,
        language=settings.ui.language,
    )


def keymap_of(settings: Settings, path: Path) -> Keymap:
    """The keys the settings ask for.

    Raises:
        SettingsError: an action that does not exist or a key bound twice, with the line.
    """
    from digest.settings import complaint  # noqa: PLC0415 - for those who have settings

    bound = {
        action: tuple(key.strip() for key in keys.split(",") if key.strip())
        for action, keys in settings.keys.items()
    }

    def complain(action: str, problem: str) -> SettingsError:
        return complaint(path, ("keys", action), problem)

    return Keymap(bound, complain)
