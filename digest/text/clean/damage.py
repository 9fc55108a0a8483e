"""What a careless tool did to a text, undone: readings pasted in, and characters they split.

Some sites pass Traditional text through a tool that puts a reading behind each Traditional
character, `業(yè)`. A reading in brackets may also be the author's gloss, so readings go only where
a text is full of them and only where they are right.

Such tools work on GBK bytes and sometimes take the second byte of one character and the first of
the next for a character of their own. The reading then stands inside a character: its first byte
and the bracket become `?`, and all that follows is shifted by a byte until an ASCII character
stops it. This is undone by search: the reading says what the false character was, hence the lost
byte; with it the bytes are read again. A repair is accepted only if one reading of the bytes alone
gives nothing but common characters, and it is reported, so that it can be shown as what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.aligned import AlignedText
from digest.text.common import common_characters
from digest.text.pinyin import readings, toned_readings

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_SYLLABLE = r"[a-z\u0251ɡāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}"

_GLUE = re.compile(
    rf"(?P<character>[{_HAN}A-Za-z])(?P<glue>[(（]\s?(?P<reading>{_SYLLABLE})\s?[)）])"
)
_PASTED = re.compile(rf".[(（]\s?(?P<reading>{_SYLLABLE})\s?[)）]")
_SPLIT = re.compile(
    rf"(?P<before>[{_HAN}])(?P<lost>[?\ufffd][(（]?(?P<reading>{_SYLLABLE})[)）])(?P<after>[^()（）?\n]*)"
)

MIN_READINGS = 8
"""Readings from which a text counts as pasted over: no clean text of 946,000 characters measured
has eight."""

MIN_DENSITY = 2
"""Readings to each thousand characters below which they count as the author's glosses."""

_LEAST_USE = 2
"""Times that an article must use a character elsewhere for that to decide between candidates."""

_LONGEST_SHIFT = 60
"""Characters over which a shift is followed; a comma or a digit ends nearly all within twenty."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with the damage undone."""

    text: AlignedText
    """Aligned with the damaged text."""
    repaired: tuple[Span, ...] = ()
    """In the new text: runs that were read again from their bytes."""


@dataclass(frozen=True, slots=True)
class _Change:
    span: Span
    """In the damaged text."""
    new: str
    is_repair: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """One way to read the bytes of a shifted run."""

    used: int
    """Characters of the damaged text that it takes up."""
    words: str
    with_reading: bool = False
    """The reading pasted in behind the run belongs to its last character."""


def restore(damaged: str) -> Restored:
    """`damaged` without readings that a tool pasted in, and with split characters made whole."""
    if damaged.count("(") + damaged.count("（") < MIN_READINGS:
        return Restored(AlignedText.same(damaged))
    glued = [found for found in _GLUE.finditer(damaged) if _is_reading(found)]
    if len(glued) < max(MIN_READINGS, len(damaged) * MIN_DENSITY / 1000):
        return Restored(AlignedText.same(damaged))
    repairs = list(_repairs(damaged))
    taken = [change.span for change in repairs]
    pasted = (Span(*found.span("glue")) for found in glued)
    free = (span for span in pasted if not any(map(span.overlaps, taken)))
    changes = repairs + [_Change(span, "") for span in free]
    changes.sort(key=lambda change: change.span)
    text = AlignedText.replacing(damaged, ((change.span, change.new) for change in changes))
    return Restored(text, tuple(_places(changes)))


def _places(changes: list[_Change]) -> Iterator[Span]:
    """Where the repaired runs stand in the new text."""
    shift = 0
    for change in changes:
        start = change.span.start + shift
        if change.is_repair:
            yield Span(start, start + len(change.new))
        shift += len(change.new) - len(change.span)


def _is_reading(found: re.Match[str]) -> bool:
    """Whether the syllable is a reading of the character before it."""
    return _reads(found["character"], found["reading"])


def _reads(character: str, syllable: str) -> bool:
    spoken = syllable.replace("ɡ", "g").replace("\u0251", "a")
    return spoken in toned_readings(character) or spoken in readings(character)


def _repairs(damaged: str) -> Iterator[_Change]:
    """The runs whose bytes can be read again, each with what it holds."""
    done, own = 0, Counter(damaged)
    for found in _SPLIT.finditer(damaged):
        if found.start("lost") < done:
            continue
        change = _repair(damaged, found, own)
        if change:
            done = change.span.end
            yield change


def _repair(damaged: str, found: re.Match[str], own: Counter[str]) -> _Change | None:
    """The one convincing reading of the bytes at a split character, if there is one."""
    trail = found["before"].encode("gbk", "ignore")[1:]
    shifted = _encodable(found["after"])
    pasted = _PASTED.match(damaged, found.end() - 1) if found["after"] else None
    candidates = [
        candidate
        for lead in range(0x81, 0xFF)
        if _is_false_pair(trail + bytes((lead,)), found["reading"])
        for candidate in _read_again(bytes((lead,)), shifted, pasted)
        if all(map(_is_common, candidate.words))
    ]
    best = _likeliest(candidates, own)
    if best is None:
        return None
    end = found.start("after") + best.used
    if best.with_reading and pasted:
        end = pasted.end()
    return _Change(Span(found.start("lost"), end), best.words, is_repair=True)


def _likeliest(candidates: list[_Words], own: Counter[str]) -> _Words | None:
    """The only candidate, or of several the one whose characters the article uses elsewhere."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    shared = set(candidates[0].words).intersection(*(one.words for one in candidates[1:]))
    used = [sum(own[word] for word in set(one.words) - shared) for one in candidates]
    best = max(used)
    if best < _LEAST_USE or used.count(best) > 1:
        return None
    return candidates[used.index(best)]


def _encodable(text: str) -> list[bytes]:
    """The characters of `text` in GBK, up to the first that it has not."""
    encoded: list[bytes] = []
    for character in text[:_LONGEST_SHIFT]:
        try:
            encoded.append(character.encode("gbk"))
        except UnicodeEncodeError:
            break
    return encoded


def _is_false_pair(pair: bytes, syllable: str) -> bool:
    """Whether the tool could take `pair` for a Traditional character that is read `syllable`.

    It leaves alone what GB 2312 has, which is what Simplified text is written with.
    """
    character = pair.decode("gbk", "ignore")
    if len(character) != 1 or not _reads(character, syllable):
        return False
    return not character.encode("gb2312", "ignore") and _is_common(character)


def _read_again(
    lead: bytes, shifted: list[bytes], pasted: re.Match[str] | None
) -> Iterator[_Words]:
    """How the bytes read with the lost one before them, up to where the shift ends."""
    data = lead + b"".join(shifted)
    ends = {1}
    for code in shifted:
        ends.add(max(ends) + len(code))
    words, place = "", 0
    while place not in ends or not place:
        width = 1 if data[place] < 0x80 else 2
        character = data[place : place + width].decode("gbk", "ignore")
        if len(character) != 1:
            return
        words += character
        place += width
        if place >= len(data) and place not in ends:
            return
    used = sum(1 for end in ends if end <= place) - 1
    if used < len(shifted) or pasted is None:
        yield _Words(used, words)
    elif _reads(words[-1], pasted["reading"]):
        yield _Words(used, words, with_reading=True)
    else:
        for text in _with_lost_pair(words, pasted["reading"]):
            yield _Words(used, text, with_reading=True)


def _with_lost_pair(words: str, syllable: str) -> Iterator[str]:
    """`words` with their last character made two by a pair that was dropped inside it.

    Two bytes that form a character of the private-use rows vanish where GBK becomes Unicode; the
    reading that follows says what the second of the two characters must be.
    """
    last = words[-1].encode("gbk")
    for first in (*range(0xAA, 0xB0), *range(0xF8, 0xFF)):
        for second in range(0xA1, 0xFF):
            pair = (bytes((last[0], first)) + bytes((second, last[-1]))).decode("gbk", "ignore")
            if len(pair) == 2 and _reads(pair[1], syllable) and all(map(_is_common, pair)):
                yield words[:-1] + pair


def _is_common(character: str) -> bool:
    """Whether the first levels of GB 2312 or Big5 have it, or it is ASCII or a common mark."""
    return character in common_characters() or character in _marks() or " " <= character <= "~"


@cache
def _marks() -> frozenset[str]:
    """The punctuation of GB 2312, its first row."""
    row = (bytes((0xA1, cell)) for cell in range(0xA1, 0xFF))
    return frozenset("".join(code.decode("gb2312", "ignore") for code in row))
