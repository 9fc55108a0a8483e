"""Rejects: words and idioms that hold a numeral and count nothing (百度, 一蹴而就, 千行百业).

A word stops a numeral only when it covers the numeral's whole run: 五美 does not stop 十五美元.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.figures import kinds
from digest.figures.tables import rows, words
from digest.figures.units import unit_at

LONGEST = 8
"""Longest word looked up; longer idioms hold a shorter one."""

_BEFORE = 5
"""Characters of a word that may stand before its numeral."""

_LASTING = ("小时", "分钟", "星期", "个月", "季度", "世纪", "周年", "钟头", "秒钟")
"""Units of time that a shorter word may cut in two (四小|时)."""

RUN = "[零〇一二两三四五六七八九十百千万亿兆半几数廿]"
"""A character of a run of Chinese numerals."""

_RUN = re.compile(rf"{RUN}{{1,40}}")


@cache
def _words() -> frozenset[str]:
    derived = (row[0] for row in rows("idioms.txt"))
    return frozenset(derived) | words("rejects.txt")


@cache
def _places() -> dict[str, tuple[tuple[int, int], ...]]:
    """Where words hold a run of numerals, by the run and the character behind it.

    For each the characters of the word before the run and its whole length, in the order in which
    words are tried: the first to begin, then the longest. For runs that end a word the key has the
    run alone.
    """
    places: dict[str, set[tuple[int, int]]] = {}
    for word in _words():
        for run in _RUN.finditer(word) if len(word) <= LONGEST else ():
            for start in range(run.start(), min(run.end(), _BEFORE + 1)):
                places.setdefault(word[start : run.end() + 1], set()).add((start, len(word)))
    return {key: tuple(sorted(found, reverse=True)) for key, found in places.items()}


@lru_cache(maxsize=8)
def rejected(line: str, start: int, end: int) -> int:
    """Where the rejected word ends that covers the numeral run `start` to `end`; 0 for none."""
    listed, places = _words(), _places()
    within, at_end = places.get(line[start : end + 1], ()), places.get(line[start:end], ())
    both = within and at_end
    for before, length in sorted({*within, *at_end}, reverse=True) if both else within or at_end:
        head = start - before
        word_end = head + length
        if (
            head >= 0
            and end <= word_end <= len(line)
            and line[head:word_end] in listed
            and not _outweighed(line, end, word_end)
        ):
            return word_end
    return 0


def _outweighed(line: str, end: int, word_end: int) -> bool:
    """Whether a currency, a percent sign or a longer unit behind the numeral beats the word."""
    if line.startswith(_LASTING, end) and any(
        line.startswith(unit, end) and end + len(unit) >= word_end for unit in _LASTING
    ):
        return True
    unit = unit_at(line, end)
    if unit is None or unit.noun:
        return False
    if word_end == end and unit.kind in {kinds.RATIO, kinds.PERCENT, kinds.MONEY}:
        return True
    strong = unit.kind in {kinds.MONEY, kinds.PERCENT} and (
        len(unit.form) > 1 or not unit.form.isalpha()
    )
    return (strong or len(unit.form) > 1) and end + len(unit.form) > word_end


def run_end(line: str, start: int) -> int:
    """Where the run of Chinese numerals that begins at `start` ends; `start` if there is none."""
    match = _RUN.match(line, start)
    return match.end() if match else start
