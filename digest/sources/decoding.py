"""Bytes into text: the encodings that Chinese news comes in, told apart without a declaration.

In this order: a byte order mark; NULs that only UTF-16 explains; strict UTF-8; UTF-8 of which a few
bytes are damaged; then whichever of GB18030, Big5 with the Hong Kong supplement and UTF-16 reads as
Chinese, which is measured by the share of characters that the first levels of GB 2312 and Big5,
their common characters, hold. Those levels are taken from the codecs themselves.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from digest.text.common import common_characters

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark begins it."""

_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")

_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "euc_kr": "cp949",
    "cp949": "cp949",
}
"""Encodings that a page may declare, each with the widest that reads it. Those that read any byte
are not among them: they are declared by default and mostly wrong."""

_WIDE_LEAST = 16
"""Bytes from which pure Chinese in UTF-16 is considered: any few bytes look like it."""

_DAMAGE = re.compile("\ufffd+")
"""One lost byte may spoil several beside it: a run is one place."""

_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】…—～·％　﹐﹑﹔﹕")

_SAMPLE = 200_000
"""Bytes that the share of common characters is measured on: more changes no verdict."""

DAMAGE_LIMIT = 0.1
"""Undecodable places to each character that is not ASCII from which a text counts as broken: one
lost byte in a headline of ten characters is still read."""

DAMAGE_IN_ASCII = 0.005
"""The same to each character of a text that is mostly ASCII."""

COMMON_LIMIT = 0.5
"""Share of common characters under which a reading is no Chinese: real text has nine in ten, a
wrong reading three in ten at most on headlines of ten characters."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read."""

    text: str
    encoding: str
    """Python's name of the encoding."""
    damaged: int
    """Places that could not be decoded and became U+FFFD."""


def decode(data: bytes, declared: str = "") -> Decoded | None:
    """The text that `data` holds, or None where no reading makes sense.

    Args:
        data: The bytes of a file.
        declared: The encoding that the file names itself. It is believed when the bytes are not
            plainly something else.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _bearable(_read(data[len(mark) :], encoding))
    if 0 in data and (wide := _wide(data)):
        return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        pass
    return _as_declared(data, declared) or _likeliest(data)


def _read(data: bytes, encoding: str) -> Decoded:
    """`data` in `encoding`, with U+FFFD for every place that cannot be decoded."""
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, len(_DAMAGE.findall(text)))


def _bearable(decoded: Decoded) -> Decoded | None:
    """The same, or None if too much of it is damaged."""
    if not decoded.damaged:
        return decoded
    telling = sum(1 for character in decoded.text if character > "\x7f") - decoded.damaged
    few = max(telling * DAMAGE_LIMIT, len(decoded.text) * DAMAGE_IN_ASCII, min(1, telling // 2))
    return decoded if decoded.damaged <= few else None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: its NULs, halves of ASCII characters, stand on one side."""
    evens, odds = data[0::2].count(0), data[1::2].count(0)
    if min(evens, odds) * 10 > max(evens, odds):
        return None
    decoded = _read(data, "utf-16-le" if odds > evens else "utf-16-be")
    readable = sum(map(_is_common, decoded.text))
    return decoded if readable >= len(decoded.text) * 0.8 and decoded.damaged <= 1 else None


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    """The reading that the file asks for, if it holds to the last byte."""
    try:
        encoding = _DECLARED[codecs.lookup(declared).name]
        return Decoded(data.decode(encoding), encoding, 0)
    except (LookupError, ValueError):
        return None


def _likeliest(data: bytes) -> Decoded | None:
    """The reading that looks most like Chinese, or nearly undamaged UTF-8 in any language."""
    candidates = _CANDIDATES if len(data) >= _WIDE_LEAST else _CANDIDATES[:3]
    readings = [_read(data[:_SAMPLE], encoding) for encoding in candidates]
    best = max(readings, key=_likeness)
    encoding = best.encoding if _likeness(best) >= COMMON_LIMIT else "utf-8"
    return _bearable(_read(data, encoding))


def _likeness(decoded: Decoded) -> float:
    """Share of common characters among those that are not ASCII, less what is damaged."""
    telling = [character for character in decoded.text if character > "\x7f"]
    if not telling:
        return 0.0
    return (sum(map(_is_common, telling)) - decoded.damaged) / len(telling)


def _is_common(character: str) -> bool:
    return character in common_characters() or character in _PUNCTUATION or " " <= character <= "~"
