"""Punctuation as Chinese sets it, character for character.

News sites mix half-width marks into Chinese, and quote in the other script's style. Shown text gets
the marks that belong there: `,;:?!()` next to Chinese in full width, quotes by script. Every change
is one code point for one, so that whatever is known about the text keeps its place. What belongs to
Latin text or to a number (1,164億, 9:30, 3:1, ID:liukuang110, links) stays as it is.

Each line (paragraph) is judged by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from digest.model import Span, View
from digest.text.aligned import AlignedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))
"""What each half-width mark becomes."""

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003fffd"
)
"""Han with its radicals, numerals and iteration mark, and kana, which is set the same way."""

_CLOSED = "，。、；：？！…—·％）」』》〉】〕"
"""Marks that a Chinese mark may follow: they are Chinese themselves."""

_OPENED = "（「『《〈【〔"
"""Marks that a Chinese mark may precede."""

_LATIN_WORD = re.compile(r"[A-Za-z]+")
_MARK = re.compile(r"[,;:?!]")
_BRACKET = re.compile(r"[()（）]")
_QUOTE = re.compile("[“”‘’「」『』]")
_LINK = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*+://|www\.)[!-~]*[0-9A-Za-z/=&#_%~+-]"
    r"|(?<![\w.+-])[\w.+-]++@[\w.-]+\w",
    re.ASCII,
)
"""A web or mail address, without the marks of the sentence around it."""

LONGEST_WORD = 40
"""Code points looked back for the beginning of a word before a mark: longer than any name."""

_APOSTROPHE = re.compile(r"[A-Za-z0-9]’([A-Za-z0-9]?)")
"""In a Latin word where a letter follows (it’s); at the end of one it may also close a quote."""

_PARTNERS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_DOUBLE = "“”「」"
_CORNERS: tuple[str, str] = ("「」", "『』")
_STYLES: Mapping[View, tuple[str, str]] = {
    View.HANS: ("“”", "‘’"),
    View.HANT: _CORNERS,
    View.HANT_TW: _CORNERS,
    View.HANT_HK: _CORNERS,
}
"""Outer and inner quotes by script. Source: GB/T 15834 and 重訂標點符號手冊."""


def punctuate(text: str, *, quotes: View | None = None, full_width: bool = True) -> str:
    """`text` with the marks that Chinese is set with; of the same length, always.

    Args:
        text: One or more lines as shown.
        quotes: The view whose style of quotes is wanted. None and `View.ORIGINAL` leave quotes as
            they are.
        full_width: Whether half-width marks next to Chinese are put in full width, straight
            quotes among them.
    """
    style = _STYLES.get(quotes) if quotes else None
    return "\n".join(_line(line, style, full_width=full_width) for line in text.split("\n"))


def spaced(text: str) -> AlignedText:
    """`text` with a space wherever Chinese and a Latin letter or digit touch."""
    places = (match.start() for match in _joint().finditer(text))
    return AlignedText.replacing(text, ((Span(place, place), " ") for place in places))


def _line(line: str, style: tuple[str, str] | None, *, full_width: bool) -> str:
    """One line in full width where Chinese, and with quotes of a style."""
    chinese = len(_chinese().findall(line))
    marks = list(line)
    if chinese and full_width:
        straight = list(_straight_pairs(line))
        for start, end in straight:
            marks[start], marks[end] = "“", "”"
        fixed = {i for match in _LINK.finditer(line) for i in range(*match.span())}
        _set_brackets(marks, fixed)
        _set_marks(marks, fixed, mostly=chinese >= len(_LATIN_WORD.findall(line)))
        if style is None:
            for pair in straight:
                marks[pair[0]] = marks[pair[1]] = '"'
    if style is not None and (chinese or "「" in line or "『" in line):
        _set_quotes(marks, style)
    return "".join(marks)


def _straight_pairs(line: str) -> Iterator[tuple[int, int]]:
    """Straight quotes, taken two by two, around Chinese: not inches, not quotes in Latin text."""
    places = [match.start() for match in re.finditer('"', line)]
    if len(places) % 2:
        return
    for start, end in zip(places[::2], places[1::2], strict=True):
        after_digit = start > 0 and line[start - 1].isdigit()
        if not after_digit and _chinese().search(line, start, end):
            yield start, end


def _set_brackets(marks: list[str], fixed: set[int]) -> None:
    """Round brackets with Chinese in them or before them, in place and in pairs."""
    line = "".join(marks)
    pairs = list(_bracket_pairs(line, fixed))
    chinese = [match.start() for match in _chinese().finditer(line)] if pairs else []
    for start, end in pairs:
        if start is None or end is None:
            place = end if start is None else start
            if place is not None and _touches_chinese(line, place):
                marks[place] = _FULL_WIDTH.get(marks[place], marks[place])
            continue
        before = line[start - 1 : start]
        holds_chinese = bisect_left(chinese, start) < bisect_left(chinese, end)
        if (
            holds_chinese
            or (line[start] == "（" or line[end] == "）")
            or _chinese().match(before)
            or (before and before in _CLOSED)
        ):
            marks[start], marks[end] = "（", "）"


def _bracket_pairs(line: str, fixed: set[int]) -> Iterator[tuple[int | None, int | None]]:
    """Round brackets that belong together, and those without a partner."""
    open_places: list[int] = []
    for match in _BRACKET.finditer(line):
        if match.start() in fixed:
            continue
        if match.group() in "(（":
            open_places.append(match.start())
        else:
            yield (open_places.pop() if open_places else None), match.start()
    yield from ((place, None) for place in open_places)


def _touches_chinese(line: str, place: int) -> bool:
    """Whether what a bracket without a partner stands against is Chinese."""
    if place and _chinese().match(line, place - 1):
        return True
    return line[place] == "(" and _chinese().match(line, place + 1) is not None


def _set_marks(marks: list[str], fixed: set[int], *, mostly: bool) -> None:
    """Pauses and stops next to Chinese, in place.

    Curly quotes belong to both scripts: they count as Chinese where most of the line is.
    """
    closed = _CLOSED + "”’" * mostly
    opened = _OPENED + "“‘" * mostly
    for match in _MARK.finditer("".join(marks)):
        place = match.start()
        before = marks[place - 1] if place else ""
        after = marks[place + 1] if place + 1 < len(marks) else ""
        if place in fixed or (after == " " and not mostly):
            continue
        if (
            _chinese().match(before)
            or _chinese().match(after)
            or (before and before in closed)
            or (after and after in opened)
            or (match.group() in "?!:;" and _ends_in_word(marks, place, after))
        ):
            marks[place] = _FULL_WIDTH[match.group()]


def _ends_in_word(marks: list[str], place: int, after: str) -> bool:
    """Whether a mark ends a Chinese sentence, or what is quoted in one, with one Latin word."""
    if after and after not in "”’）)" + _CLOSED:
        return False
    before = "".join(marks[max(0, place - LONGEST_WORD) : place])
    return _latin_word_in_chinese().search(before) is not None


def _set_quotes(marks: list[str], style: tuple[str, str]) -> None:
    """Quotes in a style, in place: outer and inner ones alternate from the outermost pair in.

    A quote without a partner, as where what is said goes on in the next paragraph, keeps its kind.
    """
    pairs, single = _quote_pairs(marks)
    ends: list[tuple[int, int]] = []
    for start, end in sorted(pairs.items()):
        while ends and ends[-1][0] < start:
            ends.pop()
        inner = 1 - ends[-1][1] if ends else int(marks[start] not in _DOUBLE)
        ends.append((end, inner))
        marks[start], marks[end] = style[inner][0], style[inner][1]
    for place in single:
        inner = int(marks[place] not in _DOUBLE)
        marks[place] = style[inner][marks[place] not in _PARTNERS]


def _quote_pairs(marks: list[str]) -> tuple[dict[int, int], list[int]]:
    """Where quotes open and close together, and quotes that do neither; apostrophes left out."""
    pairs: dict[int, int] = {}
    single: list[int] = []
    waiting: dict[str, list[int]] = {closing: [] for closing in _PARTNERS.values()}
    for match in _QUOTE.finditer("".join(marks)):
        place, quote = match.start(), match.group()
        if quote in _PARTNERS:
            waiting[_PARTNERS[quote]].append(place)
            continue
        apostrophe = _APOSTROPHE.match("".join(marks[max(0, place - 1) : place + 2]))
        if apostrophe and (apostrophe[1] or not waiting[quote]):
            continue
        if not waiting[quote]:
            single.append(place)
            continue
        opened = waiting[quote].pop()
        pairs[opened] = place
        for others in waiting.values():
            while others and others[-1] > opened:
                single.append(others.pop())
    return pairs, single + [place for others in waiting.values() for place in others]


@cache
def _chinese() -> re.Pattern[str]:
    """Finds a Chinese character. Like the two below, it takes milliseconds to compile."""
    return re.compile(f"[{_HAN}]")


@cache
def _latin_word_in_chinese() -> re.Pattern[str]:
    """What stands before a mark that ends a Chinese sentence with one Latin word: 是ChatGPT?"""
    return re.compile(rf"[{_HAN}{_CLOSED}“‘{_OPENED}] ?[A-Za-z0-9.+-]+$")


@cache
def _joint() -> re.Pattern[str]:
    """Finds where Chinese and Latin text meet."""
    return re.compile(rf"(?<=[{_HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{_HAN}])")
