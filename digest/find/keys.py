"""Keys: the four strings by which one entry is found.

`plain` is the folded text without marks. `sounds` has one character of the private use area for
each syllable class in place of a Han character, so that a homophone is an exact match. `initials`
has the first letter of each syllable, `pinyin` the whole syllable; Latin letters stand for
themselves in all four, digits in all but `sounds`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from digest.find.syllables import sound_numbers
from digest.text.fold import key
from digest.text.pinyin import readings, syllables

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND_BASE = 0xE000
"""First code point of the private use area of the BMP (Unicode): 6,400 places for 300 classes."""

_MARKS = re.compile(r"[^\w+.%]+|(?<!\d)\.|\.(?!\d)")
"""What is left out besides what folding drops: marks, but for those of 1+N, 3.5 and 50%."""


_NUMERALS = "零一二三四五六七八九"
"""The digits as they are read."""

_HAN_RUN = re.compile(r"[^a-z0-9+.%]+")


class Keys(NamedTuple):
    """What one entry is compared by; all but `pinyin` have one character for each of `plain`."""

    plain: str
    sounds: str
    initials: str
    pinyin: str


def keys(text: str) -> Keys:
    """The keys of a text, each character read in its commonest way."""
    plain = plain_key(text)
    return Keys(
        plain,
        plain.translate(_sounds()),
        plain.translate(_initials()),
        plain.translate(_pinyin()),
    )


def phrase_keys(text: str) -> Keys:
    """The keys of a name, characters read as their phrase says (重庆: chong, not zhong); slow."""
    plain = plain_key(text)
    read = _read_by_phrase(plain)
    if read is None:
        return keys(text)
    return Keys(
        plain,
        "".join(
            sound(part) if part else plain[at].translate(_sounds()) for at, part in enumerate(read)
        ),
        "".join(part[0] if part else plain[at] for at, part in enumerate(read)),
        "".join(part or plain[at] for at, part in enumerate(read)),
    )


def plain_key(text: str) -> str:
    """The folded text without marks."""
    return _MARKS.sub("", key(text))


def sound(syllable: str) -> str:
    """The character that stands for a syllable's class."""
    return chr(SOUND_BASE + sound_numbers()[syllable])


def heard_as(text: str) -> str:
    """What a folded text sounds like, a character for each of its own."""
    return text.translate(_sounds())


def is_letter(character: str) -> bool:
    """Whether a folded character stands for itself in all keys."""
    return character.isascii()


def _read_by_phrase(plain: str) -> list[str] | None:
    """A reading, or nothing, for each character; None where the phrase leaves it open."""
    han = [bool(readings(character)) for character in plain]
    spoken = [part for run in _HAN_RUN.findall(plain) for part in syllables(run)]
    if len(spoken) != sum(han):
        return None
    parts = iter(spoken)
    return [next(parts) if is_han else "" for is_han in han]


class _Table(dict[int, str]):
    """What each code point becomes, worked out when it is first met."""

    def __init__(self, of_reading: Callable[[str], str]) -> None:
        super().__init__()
        self._of_reading = of_reading

    def __missing__(self, code: int) -> str:
        read = readings(chr(code))
        result = self[code] = self._of_reading(read[0]) if read else chr(code)
        return result


@cache
def _sounds() -> _Table:
    """Numbers sound as they are read, so that 飞星2号 is 飞星二号."""
    table = _Table(sound)
    table.update({ord("0") + value: table[ord(said)] for value, said in enumerate(_NUMERALS)})
    return table


@cache
def _initials() -> _Table:
    return _Table(lambda reading: reading[0])


@cache
def _pinyin() -> _Table:
    return _Table(str)


def kept_places(folded: str) -> list[int]:
    """Places of a folded text whose characters its plain key has."""
    dropped = {at for match in _MARKS.finditer(folded) for at in range(*match.span())}
    return [at for at in range(len(folded)) if at not in dropped]
