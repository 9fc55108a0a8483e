"""The reader's own dictionary: a text file that is read again whenever it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from digest.text.script import Dictionary


HEAD = "# from<TAB>to<TAB>variant: what stands in the text, what is shown, and in which view\n"
"""How a file begins that the program makes."""


UNREAD = (-1, -1)
"""Stands for a state of the file that is not known; no file has it."""


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

    def add(self, source: str, target: str, variant: str) -> str | None:
        """Write a conversion into the file, in place of one of the same text and variant.

        Args:
            source: what stands in the text.
            target: what is to be shown.
            variant: the view it is for, as the file names it.

        Returns:
            what the file held before, for `put_back`; None if there was none.

        Raises:
            SettingsError: the line, the file as it is, or the folder is at fault; nothing is lost.
        """
        from digest.text.script import Dictionary  # noqa: PLC0415 - for those who have one

        before = self._text()
        lines = (before or HEAD).splitlines()
        same = (source, variant)
        kept = [line for line in lines if tuple((*line.split("\t"), "")[:3:2]) != same]
        now = "\n".join([*kept, f"{source}\t{target}\t{variant}"]) + "\n"
        Dictionary.parse(now, str(self._path))
        self.put_back(now)
        return before

    def put_back(self, text: str | None) -> None:
        """Make the file hold this and nothing else, whole or not at all; None takes it away.

        Raises:
            SettingsError: it cannot be written.
        """
        try:
            if text is None:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            written = self._path.with_name(self._path.name + ".new")
            written.write_text(text, "utf-8")
            written.replace(self._path)
        except OSError as error:
            raise SettingsError(f"{self._path}: cannot be written ({error.strerror})") from error
        finally:
            self._stamp = UNREAD

    def _stamped(self) -> tuple[int, int] | None:
        """What tells one state of the file from another."""
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _read(self) -> Dictionary | None:
        from digest.text.script import Dictionary  # noqa: PLC0415 - for those who have one

        return Dictionary.parse(self._text() or "", str(self._path))

    def _text(self) -> str | None:
        """What the file holds; None where there is none."""
        try:
            return self._path.read_text("utf-8-sig")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError as error:
            raise SettingsError(f"{self._path}: not UTF-8; save the file as UTF-8") from error
        except OSError as error:
            raise SettingsError(f"{self._path}: cannot be read ({error.strerror})") from error
