"""Drugs: names of medicines, known by the ends that their common names have.

A dictionary holds few of them and new ones come every month, but they are named after a system: the
last characters say what a drug does, as -mab, -tinib and -statin do, and those before are chosen
for their sound.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.topics.borders import is_crossed
from digest.topics.either import either
from digest.topics.foreign import DOTS, sounds
from digest.topics.lexicon import words
from digest.topics.segment import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 5
"""Characters before the end of a name: 阿利西尤|单抗 has four."""

SHORTEST = 4
"""Characters of a name; shorter ones are spelt by chance, or in the dictionary."""


def drugs(plain: str) -> Iterator[str]:
    """Names of drugs in a Simplified text that no dictionary has."""
    for match in _ends().finditer(plain):
        start = match.start()
        while match.start() - start < MOST and start and plain[start - 1] in _sounds():
            start -= 1
        while start < match.start() and is_crossed(plain, start):
            start += 1
        name = plain[start : match.end()]
        beside = plain[start - 1 : start] + plain[match.end() : match.end() + 1]
        if len(name) >= SHORTEST and set(DOTS).isdisjoint(beside) and not is_word(name):
            yield name


def is_drug(word: str) -> bool:
    """Whether a word that was cut out of a Simplified text is such a name."""
    return len(word) >= SHORTEST and word.endswith(_ends_of()) and word[0] in _sounds()


@cache
def _sounds() -> frozenset[str]:
    """Characters that names of drugs begin with."""
    return sounds() | frozenset("".join(words("radical")))


@cache
def _ends_of() -> tuple[str, ...]:
    return tuple(words("drug"))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(either(_ends_of()))
