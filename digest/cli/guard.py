"""How a command ends: one line on standard error and an exit code, whatever went wrong.

Kept apart from the commands, and free of click, because the app is started through it as well.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from digest.cli import terminal
from digest.model import DigestError

if TYPE_CHECKING:
    from collections.abc import Callable

DONE = 0
"""Exit code: what was asked for was done."""

REFUSED = 1
"""Exit code: nothing was found, or something was refused; standard error says what."""

MISUSED = 2
"""Exit code: the command line could not be understood."""

INTERRUPTED = 130
"""Exit code: stopped by Ctrl-C; 128 and the number of SIGINT, as shells have it."""

UNHEARD = 141
"""Exit code: whoever read the output stopped reading; 128 and the number of SIGPIPE."""

MAX_WORDS = 300
"""Code points of an unexpected error that are shown; some quote all they were given."""


def guarded(action: Callable[[], int]) -> int:
    """Run `action` and give its exit code, with every way to fail put into words."""
    try:
        code = action()
        terminal.flush()
    except DigestError as error:
        terminal.complain(str(error))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return UNHEARD
    except Exception as error:  # noqa: BLE001 - the last resort: a user is shown no traceback
        _report(error)
        return REFUSED
    return code


def _stop_writing() -> None:
    """Let the interpreter flush into nothing at its end: its complaint would be a second one."""
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - a descriptor is wanted, not a path
        for stream in (sys.stdout, sys.stderr):
            try:
                os.dup2(nothing.fileno(), stream.fileno())
            except (OSError, ValueError, AttributeError):
                continue


def _report(error: Exception) -> None:
    """Keep the traceback in the log and say in one line what happened and where it is kept."""
    kind = type(error).__name__
    words = f"{kind}: {error}"[:MAX_WORDS] if str(error) else kind
    from digest.cli.logbook import append_error  # noqa: PLC0415 - paid for by the run that fails

    log = append_error(error)
    kept = f"; the details are in {log}" if log else ""
    terminal.complain(f"stopped by an error that should not happen ({words}){kept}")
    if isinstance(error, OSError):
        _stop_writing()
