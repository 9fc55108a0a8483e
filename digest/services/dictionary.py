"""The reader's own dictionary: a text file that is read again whenever it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from digest.text.script import Dictionary


class OwnDictionary:
    """The conversions a reader wants otherwise, as the file holds them now."""

    def __init__(self, path: Path) -> None:
        """Read nothing yet; the file need not be there."""
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._dictionary: Dictionary | None = None

    def current(self) -> Dictionary | None:
        """What the file says; None where there is no file or nothing in it.

        A file that has gone wrong is complained of once; until it is mended or changed again, what
        it said before holds.

        Raises:
            SettingsError: the file cannot be read, or a line of it is wrong; names the line.
        """
        stamp = self._stamped()
        if stamp == self._stamp:
            return self._dictionary
        self._stamp = stamp
        self._dictionary = self._read() if stamp else None
        return self._dictionary

    def _stamped(self) -> tuple[int, int] | None:
        """What tells one state of the file from another."""
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _read(self) -> Dictionary | None:
        from digest.text.script import Dictionary  # noqa: PLC0415 - for those who have one

        try:
            text = self._path.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SettingsError(f"{self._path}: not UTF-8; save the file as UTF-8") from error
        except OSError as error:
            raise SettingsError(f"{self._path}: cannot be read ({error.strerror})") from error
        return Dictionary.parse(text, str(self._path))
