"""Days: the first and the last day of what a date in a text stands for, to sort dates by.

A text says 去年, 上半年 or 8月15日; a library that is asked for the dates of one month has to
compare them all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?:-(?P<weekday>[1-7]))?"
    r"|-(?P<part>[HQ][1-4])(?:-(?P<until>[HQ][1-4]))?)?"
)
"""A date in ISO 8601 to the precision known, or a part of a year: `2023-H1`, `2023-Q1-Q3`."""

_MONTHS = {"H": 6, "Q": 3}
"""Months in a half and a quarter of a year."""

_MONTHS_A_YEAR = 12

OPEN = "9999-12-31"
"""The last day of what goes on."""

_REMEMBERED = 4096
"""Dates that are remembered: those of ten years, each of which many articles name."""

Days = tuple[str, str]
"""The first and the last day, in ISO 8601, which sorts as text."""


@lru_cache(_REMEMBERED)
def days_of(resolved: str | None) -> Days | None:
    """The days a resolved date covers, None for one that no calendar has.

    Args:
        resolved: as `Figure.resolved` has it; ends of a range apart by a slash, `..` for now.
    """
    if not resolved:
        return None
    begin, slash, end = resolved.partition("/")
    first, last = _days(begin), _days(end) if slash else None
    if first is None or not slash:
        return first
    if end == "..":
        return first[0], OPEN
    return (first[0], last[1]) if last and last[1] >= first[0] else first


def _days(written: str) -> Days | None:
    """The days of a date that is no range."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    year = int(match["year"])
    try:
        if match["week"]:
            return _week(year, int(match["week"]), match["weekday"])
        if match["part"]:
            return _parts(year, match["part"], match["until"] or match["part"])
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"])).isoformat()
            return day, day
        month = int(match["month"] or 0)
        return _months(year, month or 1, month or 12)
    except ValueError:
        return None


def _week(year: int, week: int, weekday: str | None) -> Days:
    first = date.fromisocalendar(year, week, int(weekday or 1))
    return first.isoformat(), (first + timedelta(days=0 if weekday else 6)).isoformat()


def _parts(year: int, first: str, last: str) -> Days:
    begin = (int(first[1]) - 1) * _MONTHS[first[0]] + 1
    return _months(year, begin, int(last[1]) * _MONTHS[last[0]])


def _months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last of another."""
    begin = date(year, first, 1)
    if last == _MONTHS_A_YEAR:
        return begin.isoformat(), f"{year:04d}-12-31"
    return begin.isoformat(), (date(year, last + 1, 1) - timedelta(days=1)).isoformat()
