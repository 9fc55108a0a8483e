"""The Textual app; the only package that imports textual or rich.

Importing this package loads neither: `run` does, when the app is to be opened.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def run(
    library_path: Path | None,
    paths: Sequence[Path],
    upgrading: Callable[[str], None] | None = None,
) -> int:
    """Open the app; its exit code.

    Args:
        library_path: the library to open; None for the reader's own.
        paths: files and folders to add to it first.
        upgrading: told in a sentence, before anything is drawn, that an older library is being
            brought up to date, if that takes long.

    Raises:
        DigestError: the library or the settings cannot be used.
        Exception: whatever made the app fail, after the terminal was put back.
    """
    # Until the first picture there is hardly any garbage, and looking for it takes a tenth of the
    # time; the app switches the collector on again.
    gc.disable()
    # The kitty keyboard protocol breaks Chinese input methods; read when Textual is imported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # Esc need not wait long: of a longer sequence, terminals send the rest at once.
    os.environ.setdefault("ESCDELAY", "25")
    from digest.ui.opening import open_app  # noqa: PLC0415 - after the line above

    return open_app(library_path, paths, upgrading)
