"""Opening the app: the reader's settings, the library, what is to be brought in; and the end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from digest.locations import locations
from digest.services.opening import open_library
from digest.settings import complaint, load
from digest.ui.actions import Keymap
from digest.ui.app import DigestApp
from digest.ui.bringing import bringing
from digest.ui.desk import Desk
from digest.ui.look import FigureLevel, Look
from digest.ui.terminal import silence_lost_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from digest.settings import Settings


def open_app(library_path: Path | None, paths: Sequence[Path]) -> int:
    """Open the app on a library; its exit code. See `digest.ui.run`."""
    places = locations()
    settings = load(places.settings)
    keymap = keymap_of(settings, places.settings)
    library = open_library(library_path, places, seed=False)
    try:
        look = look_of(settings).recalled(library.session())
        desk = Desk(library, look, os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
        app = DigestApp(
            desk,
            keymap,
            theme=settings.ui.theme,
            bring=bringing(library, paths),
            advances=settings.reading.space_advances,
        )
        app.run()
        silence_lost_terminal()
        if app.failure is not None:
            raise app.failure
        return app.return_code or 0
    finally:
        library.close()


def look_of(settings: Settings) -> Look:
    """How the settings want texts to be shown."""
    reading = settings.reading
    return Look(
        view=reading.script,
        variant=reading.variant,
        figures=FigureLevel(reading.figures),
        measure=reading.measure,
        indent=reading.indent,
        ambiguous=2 if reading.ambiguous_width == 2 else 1,
        language=settings.ui.language,
    )


def keymap_of(settings: Settings, path: Path) -> Keymap:
    """The keys the settings ask for.

    Raises:
        SettingsError: an action that does not exist or a key bound twice, with the line.
    """
    bound = {
        action: tuple(key.strip() for key in keys.split(",") if key.strip())
        for action, keys in settings.keys.items()
    }
    return Keymap(
        bound, complain=lambda action, problem: complaint(path, ("keys", action), problem)
    )
