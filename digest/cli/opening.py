"""Opening the app, or saying why it cannot be opened here.

Free of click: `digest` alone comes straight here.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from digest.cli.terminal import complain, is_terminal
from digest.model import DigestError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def open_app(library: Path | None, paths: Sequence[Path]) -> int:
    """Open the app on the library and on `paths`; its exit code.

    Raises:
        NotFoundError: one of the paths is not there.
        DigestError: no terminal to draw on.
    """
    for path in paths:
        _demand(path)
    missing = _what_is_missing()
    if missing:
        raise DigestError(
            f"the app needs a terminal, and {missing};"
            " `digest list` and `digest show ID` print articles without one"
        )
    # The kitty keyboard protocol hands keys over one by one, which breaks Chinese input methods;
    # Textual reads this when it is imported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from digest.cli.logbook import keep_log  # noqa: PLC0415 - not for an app that cannot open
    from digest.ui import run  # noqa: PLC0415 - Textual is loaded for the app alone

    keep_log()
    return run(library, paths, complain)


def _demand(path: Path) -> None:
    """Raise NotFoundError unless something is at `path`."""
    try:
        path.stat()
    except FileNotFoundError:
        plain = not path.parent.name and not path.suffix
        meant = _meant(path.name) if plain else ""
        raise NotFoundError(
            f"{path}: there is no such file{' and no such command' if plain else ''}; "
            + (f"did you mean `digest {meant}`?" if meant else "`digest --help` lists the commands")
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NotFoundError(f"{path}: cannot be opened ({reason})") from None


def _meant(word: str) -> str:
    """The command that a word is nearest to; empty if it is like none."""
    from difflib import get_close_matches  # noqa: PLC0415 - for a slip alone

    from digest.cli.root import COMMANDS  # noqa: PLC0415 - it imports this module

    return next(iter(get_close_matches(word.lower(), COMMANDS, n=1)), "")


def _what_is_missing() -> str:
    """What keeps the app from drawing here, in words; empty if nothing does."""
    # Textual reads keys from standard input and draws on standard error.
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error")):
        if not is_terminal(stream):
            return f"standard {name} is not one"
    if sys.platform != "win32" and os.environ.get("TERM", "") in {"", "dumb"}:
        return "TERM says that it is dumb" if os.environ.get("TERM") else "TERM is not set"
    return ""
