"""Rejects: words and idioms that hold a numeral and count nothing (百度, 一蹴而就, 千行百业).

A word stops a numeral only when it covers the numeral's whole run: 五美 does not stop 十五美元.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.figures import kinds
from digest.figures.tables import lengths_by_head, rows, words
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
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words are by their first two characters, with which most places begin none."""
    return lengths_by_head((word for word in _words() if len(word) <= LONGEST), 2)


@lru_cache(maxsize=8)
def rejected(line: str, start: int, end: int) -> int:
    """Where the rejected word ends that covers the numeral run `start` to `end`; 0 for none."""
    listed, lengths_of = _words(), _lengths().get
    for head in range(max(0, start - _BEFORE), start + 1):
        for length in lengths_of(line[head : head + 2], ()):
            word = line[head : head + length]
            word_end = head + len(word)
            if word_end >= end and word in listed and not _outweighed(line, end, word_end):
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
