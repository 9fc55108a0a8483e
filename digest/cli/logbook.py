"""The log: what went wrong in more words than a reader wants, kept for whoever looks into it.

Python prints warnings that nobody handles to standard error, which is the app's screen; from here
on they are in a file.
"""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from digest.locations import locations
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from pathlib import Path

LOGGER = "digest"
"""The logger above those of all our modules."""


class LogFile(logging.Handler):
    """Writes records to the log file; one that cannot be written is let go."""

    def emit(self, record: logging.LogRecord) -> None:
        """Append one record."""
        append(f"{record.levelname} {record.name}: {self.format(record)}")


def keep_log() -> None:
    """Send what our modules log to the log file, from where Python does not print it."""
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(handler, LogFile) for handler in logger.handlers):
        logger.addHandler(LogFile())


def append_error(error: BaseException) -> Path | None:
    """Append a traceback with the command line it happened in; see `append`."""
    told = "".join(traceback.format_exception(error))
    return append(f"digest {' '.join(sys.argv[1:])}\n{told.rstrip()}")


def append(words: str) -> Path | None:
    """Append to the log file, with the time; made inert, since people look at logs in terminals.

    Returns:
        the file; None where it cannot be written, which must not hide what it was to hold.
    """
    path = locations().log
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            shown = "\n".join(map(inert, words.split("\n")))
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {shown}\n")
    except OSError:
        return None
    return path
