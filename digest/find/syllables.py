"""Syllables: what can be typed as pinyin, and which syllables careless speakers say alike.

The classes of sound are numbered by a table that is the same in every run, as a stored index holds
the numbers.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Initials that many readers of the south do not tell apart; n and l are treated below."""


def sound_class(syllable: str) -> str:
    """The syllable as a careless speaker says it: zhang, zang and zan are one; so are nan, lan."""
    for exact, loose in _CONFUSED:
        if syllable.startswith(exact):
            syllable = loose + syllable.removeprefix(exact)
    if syllable.endswith("ng"):
        syllable = syllable[:-1]
    return "l" + syllable[1:] if syllable[0] == "n" and len(syllable) > 1 else syllable


@cache
def common_syllables() -> frozenset[str]:
    """Every toneless syllable of two letters or more that a common character has."""
    return frozenset(line.removesuffix("+") for line in _lines() if line.endswith("+"))


@cache
def sound_numbers() -> dict[str, int]:
    """The number of each syllable's class."""
    return _Numbers()


class _Numbers(dict[str, int]):
    """Numbers by syllable; one that the table lacks shares a number with others of its initial."""

    def __init__(self) -> None:
        every = [line.removesuffix("+") for line in _lines()]
        classes = sorted(set(map(sound_class, every)))
        super().__init__({each: classes.index(sound_class(each)) for each in every})
        self._known = len(classes)

    def __missing__(self, syllable: str) -> int:
        number = self[syllable] = self._known + ord(sound_class(syllable)[0]) % 32
        return number


@cache
def _lines() -> tuple[str, ...]:
    file = resources.files("digest.find") / "data" / "syllables.txt"
    text = file.read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))
