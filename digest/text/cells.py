"""How wide text is drawn, in cells of a terminal: the only place that knows.

A row of a terminal shears when the program and its driver count differently, so this agrees, code
point for code point, with the table of the library that draws (a test holds the two together). It
is kept here because texts are laid out, cut and measured where nothing that draws is loaded.

The standard library knows which characters are wide and which mark another one; its version of
Unicode depends on the interpreter's. What was added or changed after the oldest of them, and where
terminals differ from the letter of Unicode, is stated in three short lists.

Characters that Unicode calls *ambiguous* (“ ” ‘ ’ — … · ① ℃) take one cell in most terminals, and
two where the terminal is set up for Chinese: whoever measures says which, 1 or 2.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from unicodedata import category, east_asian_width

ELLIPSIS = {1: "…", 2: "⋯"}
"""The mark of a cut that takes one cell, by the cells of ambiguous characters (… is one)."""

_NO_WIDTH = (
    "897 cf3 ece 1160-11ff 1acf-1add 1ae0-1aeb 2065 3164 d7b0-d7ff ffa0 fff0-fff8 10d69-10d6d"
    " 10efa-10eff 11241 113b8-113c0 113c2 113c5 113c7-113ca 113cc-113d0 113d2 113e1-113e2"
    " 11b60-11b67 11f00-11f01 11f03 11f34-11f3a 11f3e-11f42 11f5a 13439-13440 13447-13455"
    " 1611e-1612f 1e08f 1e4ec-1e4ef 1e5ee-1e5ef 1e6e3 1e6e6 1e6ee-1e6ef 1e6f5 1f3fb-1f3ff"
    " e0000-e0fff"
)
"""Marks newer than Unicode 14; vowels and finals that complete a Hangul syllable, and its fillers;
skin tones; format characters of the supplementary plane. Source: DerivedGeneralCategory and
HangulSyllableType of Unicode 17."""

_ONE_CELL = "ad 600-605 6dd 70f 890-891 8e2 110bd 110cd 2fffe-2ffff"
"""Format characters that are drawn: the soft hyphen, and signs that stand before Arabic, Syriac and
Kaithi numbers; two code points that are no characters. Source: Prepended_Concatenation_Mark of
Unicode 17."""

_TWO_CELLS = (
    "2630-2637 268a-268f 2ffc-2fff 31e4-31e5 31ef 4dc0-4dff fa6e-faff 16ff2-16ff6 187f8-187ff"
    " 18cff-18d1e 18d80-18df2 1b132 1b155 1d300-1d356 1d360-1d376 1f6d8 1f6dc 1fa75-1fa77"
    " 1fa87-1fa8a 1fa8e-1fac6 1fac8 1facd-1fadc 1fadf-1faea 1faef-1faf8"
)
"""Wide characters newer than Unicode 14, among them trigrams, hexagrams and counting rods, which
became wide in 16. Source: EastAsianWidth of Unicode 17."""

_EMOJI_BY_SELECTOR = (
    "23 2a 30-39 a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 2328 23cf 23ed-23ef 23f1-23f2"
    " 23f8-23fa 24c2 25aa-25ab 25b6 25c0 25fb-25fc 2600-2604 260e 2611 2618 261d 2620 2622-2623"
    " 2626 262a 262e-262f 2638-263a 2640 2642 265f-2660 2663 2665-2666 2668 267b 267e 2692"
    " 2694-2697 2699 269b-269c 26a0 26a7 26b0-26b1 26c8 26cf 26d1 26d3 26e9 26f0-26f1 26f4"
    " 26f7-26f9 2702 2708-2709 270c-270d 270f 2712 2714 2716 271d 2721 2733-2734 2744 2747"
    " 2763-2764 27a1 2934-2935 2b05-2b07 1f170-1f171 1f17e-1f17f 1f321 1f324-1f32c 1f336 1f37d"
    " 1f396-1f397 1f399-1f39b 1f39e-1f39f 1f3cb-1f3ce 1f3d4-1f3df 1f3f3 1f3f5 1f3f7 1f43f 1f441"
    " 1f4fd 1f549-1f54a 1f56f-1f570 1f573-1f579 1f587 1f58a-1f58d 1f590 1f5a5 1f5a8 1f5b1-1f5b2"
    " 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa 1f6cb"
    " 1f6cd-1f6cf 1f6e0-1f6e5 1f6e9 1f6f0 1f6f3"
)
"""Narrow characters that become a wide picture with variation selector 16 behind them. Source:
emoji-variation-sequences of Unicode 17."""

_JOINER, _PICTURE = "\u200d", "\ufe0f"
"""Zero-width joiner: what follows is drawn into the cells of what stands before. Variation selector
16: what stands before is drawn as a picture."""

_MARK_CATEGORIES = frozenset({"Mn", "Me", "Mc", "Cc", "Cf", "Zl", "Zp"})
"""General categories that take no cell of their own."""

_UNASSIGNED_WIDE = (0x20000, 0x3FFFD)
"""Planes kept for Han: wide even where nothing is assigned yet."""


def _ranges(listed: str) -> list[tuple[int, int]]:
    """First and last code point of each entry of a list above."""
    pairs = (entry.partition("-") for entry in listed.split())
    return [(int(first, 16), int(last or first, 16)) for first, _, last in pairs]


_EXCEPTIONS = sorted(
    (first, last, cells)
    for cells, listed in enumerate((_NO_WIDTH, _ONE_CELL, _TWO_CELLS))
    for first, last in _ranges(listed)
)
_EXCEPTION_STARTS = [first for first, _, _ in _EXCEPTIONS]
_BECOMES_WIDE = frozenset(
    chr(code) for first, last in _ranges(_EMOJI_BY_SELECTOR) for code in range(first, last + 1)
)


class _Widths(dict[str, int]):
    """Widths by character, filled as characters are met: a text has few different ones."""

    __slots__ = ("ambiguous",)

    def __init__(self, ambiguous: int) -> None:
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        found = self[character] = _measured(character, self.ambiguous)
        return found


_TABLES = {1: _Widths(1), 2: _Widths(2)}


def width(character: str, ambiguous: int = 1) -> int:
    """Cells that one code point takes by itself: 0, 1 or 2.

    Args:
        character: One code point.
        ambiguous: Cells of a character of ambiguous width, 1 or 2.

    Raises:
        TypeError: `character` is not one code point.
        KeyError: `ambiguous` is neither 1 nor 2.
    """
    return _TABLES[ambiguous][character]


def cells(text: str, ambiguous: int = 1) -> int:
    """Cells that `text` takes when drawn on one row.

    Args:
        text: What is drawn.
        ambiguous: Cells of a character of ambiguous width, 1 or 2.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _JOINER in text or _PICTURE in text:
        return sum(widths(text, ambiguous))
    rest = "".join(_han().split(text))
    return 2 * (len(text) - len(rest)) + sum(map(_TABLES[ambiguous].__getitem__, rest))


def widths(text: str, ambiguous: int = 1) -> list[int]:
    """Cells of each code point where it stands; their sum is the width of `text`.

    A picture made by a variation selector, or joined from several, has all its cells on its first
    code point.
    """
    found = list(map(_TABLES[ambiguous].__getitem__, text))
    if _JOINER in text or _PICTURE in text:
        _join_pictures(text, found)
    return found


def fit(text: str, width: int, ambiguous: int = 1) -> str:
    """`text` if it takes no more than `width` cells, else its beginning and a one-cell ellipsis.

    A wide character is never cut in two, nor a mark from what it stands on: where the next does
    not fit, the result is a cell shorter.
    """
    if cells(text, ambiguous) <= width:
        return text
    if width <= 0:
        return ""
    ends = list(accumulate(widths(text, ambiguous)))
    return text[: bisect_right(ends, width - 1)].rstrip(" \u3000") + ELLIPSIS[ambiguous]


def offset_at(text: str, cell: int, ambiguous: int = 1) -> int:
    """Offset of the character drawn over a cell counted from 0; `len(text)` behind the last."""
    if cell < 0:
        return 0
    return bisect_right(list(accumulate(widths(text, ambiguous))), cell)


@cache
def _han() -> re.Pattern[str]:
    """Finds runs of what is wide without exception, and most of what is measured.

    Taken out first, since looking characters up one by one takes twice as long.
    """
    return re.compile("[\u3400-\u9fff]+")


def _measured(character: str, ambiguous: int) -> int:
    """Cells of one code point by the lists above and the standard library."""
    code = ord(character)
    index = bisect_right(_EXCEPTION_STARTS, code) - 1
    if index >= 0 and code <= _EXCEPTIONS[index][1]:
        return _EXCEPTIONS[index][2]
    kind = category(character)
    if kind == "Cn":
        return 2 if _UNASSIGNED_WIDE[0] <= code <= _UNASSIGNED_WIDE[1] else 1
    if kind in _MARK_CATEGORIES:
        return 0
    east_asian = east_asian_width(character)
    if east_asian in {"W", "F"}:
        return 2
    return ambiguous if east_asian == "A" else 1


def _join_pictures(text: str, found: list[int]) -> None:
    """Move the cells of joined and selected pictures, in place, to their first code point."""
    base: int | None = None
    joined = False
    for index, character in enumerate(text):
        if joined:
            found[index], joined = 0, False
        elif character == _JOINER:
            joined = True
        elif character == _PICTURE:
            if base is not None and text[base] in _BECOMES_WIDE:
                found[base] = 2
            base = None
        elif found[index]:
            base = index
