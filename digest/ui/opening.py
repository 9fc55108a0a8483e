"""Opening the app: the reader's wishes, the library, what is to be brought in; and the end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from digest.locations import locations
from digest.services.dictionary import OwnDictionary
from digest.services.opening import open_library
from digest.ui.app import DigestApp
from digest.ui.bringing import bringing
from digest.ui.desk import Desk
from digest.ui.terminal import silence_lost_terminal
from digest.ui.wishes import wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def open_app(
    library_path: Path | None,
    paths: Sequence[Path],
    upgrading: Callable[[str], None] | None = None,
) -> int:
    """Open the app on a library; its exit code. See `digest.ui.run`."""
    places = locations()
    wanted = wishes(places.settings)
    library = open_library(library_path, places, seed=False, upgrading=upgrading)
    try:
        look = wanted.look.recalled(library.session())
        locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
        desk = Desk(library, look, locale, OwnDictionary(places.dictionary))
        app = DigestApp(
            desk,
            wanted.keymap,
            theme=wanted.theme,
            bring=bringing(library, paths),
            advances=wanted.advances,
            kept=(places.cache, library_path or places.library),
            asks_width=wanted.asks_width,
        )
        app.run()
        silence_lost_terminal()
        if app.failure is not None:
            raise app.failure
        return app.return_code or 0
    finally:
        library.close()
