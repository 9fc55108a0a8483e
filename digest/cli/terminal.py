"""What the commands write to: the two standard streams, and what may be assumed of them.

Chinese is written as UTF-8 whatever the locale says, colours only where somebody looks and wants
them, and nothing from outside reaches a terminal as something that it would obey.
"""

from __future__ import annotations

import io
import os
import re
import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Mapping

BOLD = "1"
DIM = "2"
KEY = "1;33"
"""SGR parameters: bold yellow for what matters most, as figures are lit in the reader."""

_UNSAFE = re.compile(
    r"[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)
"""What a terminal obeys or hides and JSON lets through: C1, direction, zero width, tags."""

_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates by which Python does not stand for a byte."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands behind standard output."""

    columns: int | None
    """Its width in cells; None for a file or a pipe, where nothing is cut or folded."""
    colour: bool
    """Whether colours and weights may be used."""

    def styled(self, text: str, code: str) -> str:
        """`text`, already inert, in the style of SGR parameters `code`."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text


def prepare() -> None:
    """Write UTF-8 on both streams; what cannot be written becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a terminal stands behind `stream`, which may be closed or missing."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def screen() -> Screen:
    """What stands behind standard output now."""
    if not is_terminal(sys.stdout):
        return Screen(columns=None, colour=False)
    import shutil  # noqa: PLC0415 - the app does not ask

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM", "") in {"", "dumb"}
    return Screen(columns=max(20, shutil.get_terminal_size().columns), colour=not plain)


def write(line: str) -> None:
    """One line to standard output, made by the caller from inert parts."""
    print(line)  # noqa: T201 - the one place where a command prints


def write_json(record: Mapping[str, object]) -> None:
    """One record as one line of JSON in UTF-8; Decimals as the literals they are."""
    import msgspec  # noqa: PLC0415 - only machine output pays for it

    encoder = msgspec.json.Encoder(decimal_format="number")
    try:
        encoded = encoder.encode(record)
    except UnicodeEncodeError:
        encoded = encoder.encode(_wholly(record))
    write(_UNSAFE.sub(_escaped, encoded.decode("utf-8")))


def write_text(text: str) -> None:
    r"""`text` as it is, its line ends untouched; on a terminal with every line made inert."""
    if is_terminal(sys.stdout):
        for line in text.splitlines():
            write(inert(line))
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    elif sys.stdout is not None:
        sys.stdout.write(text)


def complain(message: str) -> None:
    """One line to standard error, with the program's name before it."""
    note(f"digest: {message}")


def note(message: str) -> None:
    """One line to standard error, made inert."""
    # Without this check, print would take standard output for a standard error that is closed.
    if sys.stderr is not None:
        print(inert(whole(message)), file=sys.stderr)  # noqa: T201 - the one place that complains


def flush() -> None:
    """Send off what was written, so that a failure is met here and not at the interpreter's end."""
    if sys.stdout is not None:
        sys.stdout.flush()


def whole(text: str) -> str:
    """`text` with its bytes that the locale could not read as UTF-8, or as U+FFFD if they are none.

    A name of a file may hold any bytes, and in a C locale every Chinese word comes as such bytes.
    """
    if text.isascii():
        return text
    disguised = _HALVES.sub("\ufffd", text).encode("utf-8", "surrogateescape")
    return disguised.decode("utf-8", "replace")


def _wholly(value: object) -> object:
    """The strings inside a record, whole."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {key: _wholly(inner) for key, inner in value.items()}
    return [_wholly(inner) for inner in value] if isinstance(value, list) else value


def _escaped(found: re.Match[str]) -> str:
    """A character as JSON escapes it: UTF-16 code units in hexadecimal."""
    units = found.group().encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
