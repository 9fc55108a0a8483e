"""Dates that an article is given: on a line of their own, behind a label, in a file's name."""

from __future__ import annotations

import re

_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?:"
    r"\s?年\s?(?P<m1>\d{1,2})\s?月(?:\s?(?P<d1>\d{1,2})\s?日)?"
    r"|(?P<sep>[-/.])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?!\d)"
    r"|(?P<m3>\d\d)(?P<d3>\d\d)(?!\d)"
    r"|-(?P<m4>\d\d)(?![\d-])"
    r")"
)
_REPUBLIC = re.compile(
    r"(?:民国|中华民国)\s?(?P<year>\d{2,3})\s?年\s?(?P<m1>\d{1,2})\s?月(?:\s?(?P<d1>\d{1,2})\s?日)?"
)
_REPUBLIC_BEGAN = 1911
"""Year before the first of the Republic of China's calendar."""

_NAME_DATE = re.compile(
    r"(?<![0-9A-Za-z])t?(?P<year>(?:19|20)\d\d)(?P<sep>[-_./]?)(?P<month>0[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"
)

CLOCK = (
    r"(?:(?:[上下]午|星期[一二三四五六日天]|周[一二三四五六日天])\s?)*"
    r"(?:\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?分?)?"
)
"""What may follow a date on its line: the day of the week, the time of day."""

DATE = (
    r"(?:(?:19|20)\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?"
    r"|(?:19|20)\d\d(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}"
    r"|(?:中华)?民国\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
"""A date with its year, as it stands on a line of its own; holds a group `mark`."""


def iso(plain: str) -> str:
    """The first date with a year in a piece of plain text, ISO 8601 as precise as it is; or ''."""
    found = _DATE.search(plain)
    if found:
        year = int(found["year"])
        month = found["m1"] or found["m2"] or found["m3"] or found["m4"]
        return _joined(year, month, found["d1"] or found["d2"] or found["d3"])
    found = _REPUBLIC.search(plain)
    if found:
        return _joined(int(found["year"]) + _REPUBLIC_BEGAN, found["m1"], found["d1"])
    return ""


def of_name(name: str) -> str:
    """The date in the name of a file or page: `t20230816_12.html`, `2023-08-16.txt`; or ''."""
    found = _NAME_DATE.search(name)
    return _joined(int(found["year"]), found["month"], found["day"]) if found else ""


def of_republic(day: str) -> str:
    """The date that an agency's seven digits say, `1120816` for 2023-08-16; or ''."""
    if not day:
        return ""
    return _joined(int(day[:3]) + _REPUBLIC_BEGAN, day[3:5], day[5:])


def _joined(year: int, month: str, day: str | None) -> str:
    """ISO 8601, or nothing for a day that no calendar has."""
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
