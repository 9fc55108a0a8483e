"""Files, folders and streams into documents."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digest.model import Metadata, SourceError
from digest.sources import refusal
from digest.sources.decoding import Decoded, decode
from digest.sources.document import Document, Fetched
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = frozenset({".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
_PAGE = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = _TEXT | _MARKDOWN | _PAGE
"""Endings, in lower case, of the files that a folder is read for."""

_PAGE_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE
)
"""How a page begins, for what comes without a name that says so."""

_HEAD = 2048
"""Bytes in which a page says that it is one."""


def read_path(path: Path) -> Document:
    """The document in a file.

    Raises:
        SourceError: there is none to be read; says in a sentence what is wrong and what helps.
    """
    return understood(fetch(path))


def fetch(path: Path) -> Fetched:
    """The bytes of a file, of which `understood` makes a document.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        state = path.stat()
        refusal.refuse_kind(path, state.st_mode)
        data = _bytes(path)
    except OSError as error:
        raise refusal.because(path, error) from error
    except ValueError as error:
        raise SourceError(f"{refusal.shown(path)} is no path; check how it is written") from error
    name, where = refusal.shown(path.name), refusal.shown(path)
    origin = where if path.is_absolute() else refusal.shown(path.absolute())
    return Fetched(name, origin, where, path.suffix.lower(), data, _moment(state.st_mtime))


def understood(fetched: Fetched) -> Document:
    """The document in the bytes of a file.

    Raises:
        SourceError: it is no text.
    """
    decoded, given = _opened(fetched.data, fetched.where, fetched.suffix)
    return Document(
        name=fetched.name,
        origin=fetched.origin,
        data=fetched.data,
        text=decoded.text,
        encoding=decoded.encoding,
        given=given,
        modified=fetched.modified,
    )


def read_stream(data: bytes, name: str) -> Document:
    """The document in bytes that came without a file, from standard input say.

    Args:
        data: All of it.
        name: What to call it in messages; its ending, if it has one, says what it holds.

    Raises:
        SourceError: it is no text.
    """
    return understood(streamed(data, name))


def streamed(data: bytes, name: str) -> Fetched:
    """Bytes that came without a file, as `understood` takes them; see `read_stream`."""
    shown = inert(name)
    return Fetched(shown, "", shown, Path(shown).suffix.lower(), data, "")


def walk(path: Path) -> Iterator[Path]:
    """The files in a folder, and in its folders, that can hold an article, sorted by name.

    Hidden ones are passed over, links are followed, a folder is visited once. A folder inside that
    cannot be opened is given out itself, so that reading it says why. A file gives itself.

    Raises:
        SourceError: there is no such path, or the folder itself cannot be opened.
    """
    try:
        if not path.is_dir():
            path.stat()
            return iter((path,))
        os.scandir(path).close()
    except OSError as error:
        raise refusal.because(path, error) from error
    except ValueError as error:
        raise SourceError(f"{refusal.shown(path)} is no path; check how it is written") from error
    return _inside(path)


def _inside(top: Path) -> Iterator[Path]:
    """The files below `top`, depth first, by a stack so that no depth is too deep."""
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            if path is not top and not path.is_dir():
                yield path
                continue
            state = path.stat()
            if (state.st_dev, state.st_ino) in seen:
                continue
            seen.add((state.st_dev, state.st_ino))
            waiting += sorted(filter(_may_hold_articles, path.iterdir()), reverse=True)
        except OSError:
            yield path


def _may_hold_articles(path: Path) -> bool:
    """Whether it is a folder, or a file of a kind that is read, and not hidden."""
    if path.name.startswith("."):
        return False
    return path.suffix.lower() in SUFFIXES or path.is_dir()


def _bytes(path: Path) -> bytes:
    """What the file holds, up to one byte over the limit; a pipe put in its place cannot block."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - a descriptor has no Path
        state = os.fstat(file.fileno())
        refusal.refuse_kind(path, state.st_mode)
        # Room for the limit would take longer to make than most files to read.
        data = file.read(min(state.st_size, refusal.MAX_BYTES) + 1)
        if len(data) > state.st_size:
            data += file.read(refusal.MAX_BYTES + 1 - len(data))
        return data


def _opened(data: bytes, name: str, suffix: str) -> tuple[Decoded, Metadata]:
    """The text of an article in `data`, and what the file declares about it."""
    refusal.refuse_bytes(data, name)
    if suffix in _PAGE or (suffix not in SUFFIXES and _PAGE_HEAD.match(data[:_HEAD])):
        from digest.sources import page  # noqa: PLC0415 - lxml is loaded for pages alone

        decoded, read = decode(data, page.declared_encoding(data)), page.read
    elif suffix in _MARKDOWN:
        from digest.sources import markdown  # noqa: PLC0415 - the parser is loaded when needed

        decoded, read = decode(data), markdown.read
    else:
        decoded, read = decode(data), _plain
    if decoded is None:
        raise refusal.undecodable(name)
    refusal.refuse_binary(decoded.text, name)
    text, given = read(decoded.text)
    refusal.refuse_shape(text, name)
    return Decoded(text, decoded.encoding, decoded.damaged), given


def _plain(text: str) -> tuple[str, Metadata]:
    """Plain text is its own article and declares nothing."""
    return text, Metadata()


def _moment(seconds: float) -> str:
    """A time of the file system in ISO 8601, or nothing for one that no calendar has."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
