"""Times and dates: which of their readers could find something at an anchor.

There are nine readers, and each needs its own words: a look at the word an anchor begins with, or
at the one behind its short number, spares most anchors all of them and the others most.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from digest.figures.anchors import HEADS
from digest.figures.clock import PERIODS, read_time
from digest.figures.dates import read_numeric, read_point
from digest.figures.days import read_day, read_day_word, read_edge, read_era, read_week
from digest.figures.durations import read_term

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.figures.found import Found

    Reader: TypeAlias = Callable[[str, int], Found | None]

READERS: tuple[Reader, ...] = (
    read_time, read_term, read_numeric, read_point, read_era, read_week, read_edge, read_day_word,
    read_day,
)  # fmt: skip
"""In their order: the first that finds something has it."""

_HEADS: dict[Reader, str] = {
    read_time: "".join({period[0] for period in PERIODS}),
    read_point: "公西民今去前大明后来上本下同次翌隔首末Q全年当这元",
    read_era: "上公前",
    read_week: "上下本这当隔周星礼",
    read_edge: "年岁月",
    read_day_word: "今昨前明后大本当次翌隔",
}
"""The first characters of the words that a reader knows."""

_BEHIND: dict[Reader, str] = {
    read_time: ":时点-–—~至到夜",
    read_term: "年",
    read_numeric: "-/.",
    read_point: "年月季财会课学赛Q/、-–—~〜至到暨",
    read_era: "年世",
    read_day: "日号-–—~〜至到暨",
}
"""What a reader needs behind a number: a unit, or what joins it to a second one."""


def _by_character(needed: dict[Reader, str], characters: str) -> dict[str, tuple[Reader, ...]]:
    return {
        character: tuple(reader for reader in READERS if character in needed.get(reader, ""))
        for character in characters
    }


_BY_HEAD = _by_character(_HEADS, HEADS)
_BY_UNIT = _by_character(_BEHIND, "".join(_BEHIND.values()))
_UNIT = re.compile(
    r"(?:\d{1,4}|[零〇○一二两三四五六七八九十廿]{1,4})"
    r"[ ]?([年月日号时点:/季财学会课赛世Q、\-–—~〜至到暨])"
    r"|(?:19|20)\d\d(\.)|半(夜)|第[一二三四1-4]([季财])"
)
"""A short number, and what stands behind it."""


def readers_of_time(line: str, start: int) -> tuple[Reader, ...]:
    """The readers of times and dates that could find something at an anchor, in their order."""
    readers = _BY_HEAD.get(line[start])
    if readers:
        return readers
    unit = _UNIT.match(line, start)
    return _BY_UNIT[unit[unit.lastindex or 0]] if unit else ()
