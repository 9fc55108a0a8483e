"""What every reader of dates shares: connectors, days, edges, and the making of a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.found import Found
from digest.figures.numerals import value

if TYPE_CHECKING:
    from digest.figures.when import When

CONNECTOR = r"[ ]?(?:--?|[–—]{1,2}|~|〜|至|到|暨)[ ]?"
"""What joins the two ends of a range."""
MONTHS = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
DAYS = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]十?[一二三四五六七八九]|二十|廿"
    r"|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
OR = rf"(?:{CONNECTOR}|、)"
EDGES = {"初": "start", "伊始": "start", "底": "end", "末": "end", "终": "end", "年初": "start",
          "年底": "end", "年末": "end", "岁末": "end", "月初": "start", "月底": "end",
          "月末": "end",
          "上旬": "start", "下旬": "end"}  # fmt: skip
DAY = re.compile(
    rf"(?P<day>{DAYS})(?:[ ]?(?P<mark>[日号](?!公[里路]|[线楼院令机元圆币本仓馆店厅站井炮门]))"
    rf"|(?={CONNECTOR}{DAYS}[ ]?日))"
)
_AFTER = re.compile(r"(?P<now>[ ]?(?:年|月|日)?(?:至今|迄今))|(?P<since>以来)|(?P<then>起)")


def made(
    start: int,
    end: int,
    dates: tuple[When, ...],
    rule: str,
    *,
    modifier: str | None = None,
    core: int = 0,
) -> Found:
    """A date figure; `core` is where it ends without 以来, `modifier` its edge."""
    timexes = tuple(date.timex for date in dates)
    return Found(
        start, end, start, core or end, kinds.DATE, timexes[0] if len(dates) == 1 else timexes,
        dates[-1].unit, rule, modifier=modifier, dates=dates,
    )  # fmt: skip


def with_tail(
    line: str,
    start: int,
    end: int,
    dates: tuple[When, ...],
    *,
    rule: str,
    modifier: str | None = None,
) -> Found:
    """The date with 至今, 以来 or 起 behind it, which make it a beginning."""
    tail = _AFTER.match(line, end)
    if tail is None or len(dates) > 1:
        return made(start, end, dates, rule, modifier=modifier)
    if tail["now"]:
        return Found(
            start, tail.end(), start, end, kinds.DATE, (dates[0].timex, ".."), dates[0].unit,
            rule, modifier="since", dates=dates,
        )  # fmt: skip
    stop = tail.end() if tail["since"] else end
    return made(start, stop, dates, rule, modifier=modifier or "since", core=end)


def whole(text: str | None) -> int | None:
    """A whole number in either writing, or None for nothing."""
    if not text:
        return None
    number = value(text.replace("○", "〇"))
    return None if number is None else int(number)
