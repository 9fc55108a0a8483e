"""Borders: where the name of a person must end, by what follows it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.topics.either import either
from digest.topics.lexicon import words
from digest.topics.segment import is_word

REACH = 3
"""Characters before and after a place that a word across it may have; idioms have four in all."""

_HAN = "\u4e00-\u9fff"


def ends(plain: str, at: int, least: int = 1) -> bool:
    """Whether what follows a place of a Simplified text cannot be of a name before it.

    Args:
        plain: the text.
        at: the place.
        least: characters of the shortest word that may show it; a mark always does.
    """
    if at >= len(plain):
        return True
    match = _end().match(plain, at)
    return match is not None and (len(match[0]) >= least or not "\u4e00" <= plain[at] <= "\u9fff")


def is_crossed(plain: str, at: int) -> bool:
    """Whether a word of the language could stand across a place of a Simplified text."""
    return _joins(plain[max(0, at - REACH) : at], plain[at : at + REACH])


@lru_cache(maxsize=4096)
def _joins(before: str, after: str) -> bool:
    heads = [after[:size] for size in range(1, len(after) + 1)]
    return any(is_word(before[at:] + head) for at in range(len(before)) for head in heads)


@cache
def _end() -> re.Pattern[str]:
    """A mark, a digit or letter, a function word, or a verb."""
    verbs = {*words("say"), *words("act"), *words("verb"), *words("after")}
    return re.compile(rf"[^{_HAN}]|{either(verbs)}")
