"""What is no article, told from its first bytes or its shape, each with one sentence that helps."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from digest.model import SourceError
from digest.text.sanitize import inert, sanitize

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 20_000_000
"""Size of a file from which it is refused: a million characters in UTF-8 take three million bytes,
and a novel in one file is smaller."""

MAX_LINE = 1_000_000
"""Code points on one line from which a text is refused: no article has a paragraph that long, while
dumps of data have little else."""

_SIGNATURES = (
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00asm", "a program"),
    (b"PK\x03\x04", "a zip archive or Office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!\x1a\x07", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS\x00", "a sound file"),
    (b"fLaC\x00", "a sound file"),
)
"""First bytes that no text begins with."""

_READ = re.compile(r"\w")

_NO_TEXT = re.compile(r"[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_STRAY_CONTROLS = 4
"""Control characters that any text may hold; beyond them one in ten makes it binary."""


def shown(path: Path | str) -> str:
    """A path or a name as one harmless line; bytes that are no text become U+FFFD."""
    try:
        name = os.fsencode(path).decode("utf-8", "replace")
    except UnicodeEncodeError:
        name = str(path).encode("utf-8", "replace").decode("utf-8")
    return inert(name)


def because(path: Path, error: OSError) -> SourceError:
    """What went wrong with a path, in a sentence."""
    name = shown(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return SourceError(f"{name} does not exist; check the path")
        case PermissionError():
            return SourceError(f"{name} cannot be read: no permission; change its rights and retry")
        case _:
            return SourceError(f"{name} cannot be read: {error.strerror or error}")


def refuse_kind(path: Path, mode: int) -> None:
    """Raise `SourceError` unless `mode` is that of a regular file."""
    if stat.S_ISREG(mode):
        return
    name = shown(path)
    if stat.S_ISDIR(mode):
        if not os.access(path, os.R_OK | os.X_OK):
            raise SourceError(f"{name} cannot be opened: no permission for this folder")
        raise SourceError(f"{name} is a folder; name a file in it")
    kinds = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    kind = next((words for test, words in kinds if test(mode)), "a device")
    raise SourceError(f"{name} is {kind}, not a file; pipe its text in through standard input")


def refuse_bytes(data: bytes, name: str) -> None:
    """Raise `SourceError` if `data` is too long, empty, or begins as no text does.

    Args:
        data: What was read.
        name: What to call it, safe to show.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB; an article is never that long"
        )
    if not data:
        raise SourceError(f"{name} is empty; there is nothing to read")
    kind = next((words for first, words in _SIGNATURES if data.startswith(first)), None)
    if data.startswith(b"MZ") and 0 in data[:64]:
        kind = "a program"
    if kind:
        raise SourceError(f"{name} is {kind}, not text; save it as plain text, Markdown or HTML")


def refuse_binary(text: str, name: str) -> None:
    """Raise `SourceError` if a decoded text is full of control characters."""
    controls = len(_NO_TEXT.findall(text))
    if controls > max(_STRAY_CONTROLS, len(text) // 10):
        raise SourceError(f"{name} is binary, not text; save it as plain text, Markdown or HTML")


def refuse_shape(text: str, name: str) -> None:
    """Raise `SourceError` if the text of an article is blank or has an endless line."""
    if len(text) > MAX_LINE and (longest := max(map(len, text.splitlines()))) > MAX_LINE:
        raise SourceError(
            f"{name} has a line of {longest:,} characters, and {MAX_LINE:,} is the most; "
            "break it into paragraphs"
        )
    # Whatever is read has a letter, a digit or a Chinese character near its beginning.
    if not _READ.search(text) and not sanitize(text).text.strip():
        raise SourceError(f"{name} is blank; there is nothing to read")


def undecodable(name: str) -> SourceError:
    """The error for bytes that no known encoding explains."""
    return SourceError(
        f"{name} is damaged or in an unknown encoding (tried UTF-8, UTF-16, GB18030 and Big5); "
        "save it as UTF-8"
    )
