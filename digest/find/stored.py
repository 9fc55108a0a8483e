"""Stored: what of an index is kept in a file, so that the next start need not make it again.

The file is a copy of what can be made from the library at any time. So whatever is wrong with it
(cut off, of another format or machine, of keys that are read differently now) makes it nothing, and
whatever in it is no longer true is left out when an index is made of it. It is written beside its
place and moved there whole: of two programs that write at once the later one's file stays.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import zlib
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.find.keys import keys
from digest.find.postings import Postings
from digest.find.renewal import Shelves, Whole
from digest.find.segment import COLUMNS, Segment
from digest.find.strings import Strings
from digest.find.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

FORMAT = 2
"""Raised when what a file holds, or how keys are made, has changed."""

_MAGIC = b"digest-find-index\n"

_NUMBER = 8
"""Bytes of each number before the header, little-endian."""

_PIECE = 1 << 22
"""Bytes written at a time."""

_ARRAYS = tuple(each.name for each in fields(Postings) if each.name != "size")


def save(shelves: Shelves, path: Path) -> None:
    """Keep shelves in a file; where it cannot be written, do without."""
    blocks = [block for segment in _every(shelves) for block in _blocks(segment)]
    if shelves.whole is not None:
        blocks += _whole_blocks(shelves.whole)
    about = {
        "order": sys.byteorder,
        "forms": shelves.forms is not None,
        "titles": len(shelves.titles),
        "edition": shelves.whole.edition if shelves.whole is not None else "",
        "sizes": [len(block) for block in blocks],
    }
    header = json.dumps(about).encode()
    check = zlib.crc32(header)
    for block in blocks:
        check = zlib.crc32(block, check)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, [_MAGIC, *map(_number, (FORMAT, check, len(header))), header, *blocks])


def load(path: Path) -> Shelves:
    """What a file holds; nothing if it is not there or cannot be trusted."""
    wrong = suppress(OSError, ValueError, KeyError, TypeError, IndexError)
    with wrong, path.open("rb") as file:
        return _read(file)
    return Shelves(None, ())


def _every(shelves: Shelves) -> list[Segment]:
    return [*([shelves.forms] if shelves.forms is not None else []), *shelves.titles]


def _blocks(segment: Segment) -> Iterator[memoryview]:
    """The parts of a segment as bytes, in the order in which `_segment` takes them."""
    for name in COLUMNS:
        column: Strings = getattr(segment, name)
        yield memoryview(column.data)
        yield _bytes(column.starts)
    yield _bytes(segment.days)
    yield _bytes(segment.prints)
    for name in _ARRAYS:
        yield _bytes(getattr(segment.postings, name))


def _bytes(array: Any) -> memoryview:
    return memoryview(array.tobytes())


def _whole_blocks(whole: Whole) -> Iterator[memoryview]:
    """The parts of all else that an index is made of, in the order in which `_whole` takes them."""
    subjects = whole.subjects
    for column in (subjects.keys, subjects.names, subjects.articles):
        yield memoryview(column.data)
        yield _bytes(column.starts)
    yield _bytes(subjects.kinds)
    yield _bytes(subjects.scores)
    for places in (subjects.starts, subjects.holders, subjects.begins, subjects.ends):
        yield _bytes(places)
    for live in whole.live:
        yield memoryview(b"") if live is None else _bytes(live)


def _read(file: BinaryIO) -> Shelves:
    """The shelves of a file, read part by part, each into memory of its own.

    Raises:
        ValueError, KeyError, TypeError, IndexError: it is no such file.
    """
    head = file.read(len(_MAGIC) + 3 * _NUMBER)
    numbers = [
        int.from_bytes(head[start : start + _NUMBER], "little")
        for start in range(len(_MAGIC), len(head), _NUMBER)
    ]
    if head[: len(_MAGIC)] != _MAGIC or numbers[0] != FORMAT:
        raise ValueError("another format")
    most = os.fstat(file.fileno()).st_size
    header = file.read(min(numbers[2], most))
    check, about = zlib.crc32(header), json.loads(header)
    blocks = []
    for size in about["sizes"]:
        blocks.append(file.read(min(size, most)))
        check = zlib.crc32(blocks[-1], check)
    if check != numbers[1] or file.read(1):
        raise ValueError("damaged")
    if about["order"] != sys.byteorder:
        raise ValueError("another machine")
    step = 2 * len(COLUMNS) + 2 + len(_ARRAYS)
    count = about["titles"] + about["forms"]
    found = [_segment(blocks[at * step : (at + 1) * step]) for at in range(count)]
    rest = blocks[count * step :]
    whole = _whole(about["edition"], rest) if about["edition"] else None
    forms, titles = (found[0], found[1:]) if about["forms"] else (None, found)
    return Shelves(forms, tuple(titles), whole)


def _whole(edition: str, blocks: list[bytes]) -> Whole:
    """All else that an index is made of, of its parts."""
    import numpy as np  # noqa: PLC0415  starting the program need not pay for it

    keys, names, articles = (
        Strings(blocks[at], np.frombuffer(blocks[at + 1], np.uint32)) for at in (0, 2, 4)
    )
    kinds, scores = np.frombuffer(blocks[6], np.uint8), np.frombuffer(blocks[7], np.float32)
    places = (np.frombuffer(block, np.uint32) for block in blocks[8:12])
    live = tuple(np.frombuffer(block, np.bool_) if block else None for block in blocks[12:])
    return Whole(edition, Subjects(keys, names, kinds, scores, articles, *places), live)


def _segment(blocks: list[bytes]) -> Segment:
    """A segment of its parts; its keys are tried on a few of its texts."""
    import numpy as np  # noqa: PLC0415  starting the program need not pay for it

    columns = {
        name: Strings(blocks[2 * at], np.frombuffer(blocks[2 * at + 1], np.uint32))
        for at, name in enumerate(COLUMNS)
    }
    rest = blocks[2 * len(COLUMNS) :]
    kinds = (np.int32, np.int64, np.int64, np.uint32, np.uint16)
    days, prints, *lists = (
        np.frombuffer(block, kind) for block, kind in zip(rest, kinds, strict=True)
    )
    made = Segment(**columns, days=days, prints=prints, postings=Postings(len(days), *lists))
    for row in {0, len(made) // 2, len(made) - 1} if len(made) else ():
        if keys(made.texts.at(row)).plain != made.plain.at(row):
            raise ValueError("keys are made otherwise now")
    return made


def _replace(path: Path, pieces: list[Any]) -> None:
    """Write a file whole or not at all."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".new")
    try:
        with os.fdopen(number, "wb") as file:
            for piece in pieces:
                view = memoryview(piece)
                for start in range(0, len(view), _PIECE):
                    file.write(view[start : start + _PIECE])
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER, "little")
