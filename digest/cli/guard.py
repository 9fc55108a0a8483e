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
    from pathlib import Path

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
    log = _log(error)
    kept = f"; the details are in {log}" if log else ""
    terminal.complain(f"stopped by an error that should not happen ({words}){kept}")
    if isinstance(error, OSError):
        _stop_writing()


def _log(error: Exception) -> Path | None:
    """Append the traceback to the log; the file, or None where it cannot be written."""
    import traceback  # noqa: PLC0415 - paid for by the run that fails
    from datetime import UTC, datetime  # noqa: PLC0415 - as above

    try:
        from digest.locations import locations  # noqa: PLC0415 - as above

        path = locations().log
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} digest {' '.join(sys.argv[1:])}\n")
            log.writelines(traceback.format_exception(error))
    except Exception:  # noqa: BLE001 - a log that fails must not hide what it was to hold
        return None
    return path
