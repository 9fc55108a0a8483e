"""Resolution: the calendar date that a text's date stands for.

What the text says outright wins; then a year or month named before it in the same sentence; then
the article's own date. Where none of them tells, the date stays unresolved: a guess against today
would be wrong for every article but the newest.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from digest.figures.when import When

_NOW = re.compile(r"(?:截至|截止|目前|日前|近日|如今)[^,，。;；]{0,4}$")
_FUTURE = re.compile(r"将|预计|明年|计划|拟|有望|预期|定于|即将|下届|未来|料|后天|明天")
_PAST = re.compile(r"(?:去年|前年|此前|曾|已于|上一?年)")
_MARGIN_DAYS = 31
"""A date this little after the article's is an announcement, not one of the year before."""


class Published(NamedTuple):
    """The article's own date, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Published:
        """From ISO 8601 to any precision; empty for anything else."""
        match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
        if match is None:
            return cls()
        year, month, day = (int(part) if part else None for part in match.groups())
        return cls(year, month, day)


class Reading(NamedTuple):
    """What the dates before this one in the text were, for those that lean on them."""

    sentence: int = -1
    year: int | None = None
    """Named in this sentence, for dates without a year."""
    month: int | None = None
    last: tuple[int | None, int | None, int | None] = (None, None, None)
    """The last date that was resolved, anywhere before."""


Parts: TypeAlias = tuple[int | None, int | None, int | None, str]
"""Year, month, day and a part of the year such as `H1`, as far as they can be told."""

NOTHING: Parts = (None, None, None, "")


def resolve(
    when: When, reading: Reading, published: Published, before: str, sentence: str
) -> Parts:
    """What a date comes to; `before` is what its sentence says ahead of it."""
    if when.era:
        return None, None, None, when.timex
    if when.following:
        return _following(when, reading)
    leaning = _leaning(when, published)
    if leaning is not None:
        return leaning
    now = bool(_NOW.search(before))
    if when.day and when.month is None:
        return _bare_day(when, reading if not now else Reading(), published, sentence)
    year = when.year
    if year is None and when.year_shift is not None:
        year = published.year + when.year_shift if published.year else None
    elif year is None:
        carried = None if now else reading.year
        year = carried if carried is not None else _nearest(when, published, sentence)
    return year, when.month, when.day, when.part or ""


def _leaning(when: When, published: Published) -> Parts | None:
    """A date told against the article's own: 周三, 昨天, 上月, 本季; None for any other."""
    if when.weekday or when.week_shift is not None:
        return _week(when, published)
    if when.day_shift is not None:
        return (*_shifted(published, when.day_shift), "")
    if when.month_shift is not None:
        return (*_month_shifted(published, when.month_shift), when.day, "")
    return _quarter_shifted(when, published) if when.part_shift is not None else None


def _nearest(when: When, published: Published, sentence: str) -> int | None:
    """The year that puts a month or half-year closest before the article's date."""
    if published.year is None:
        return None
    if when.part:
        return _part_year(when.part, published, sentence)
    if published.month is None or when.month is None:
        return published.year if when.month is None else None
    ahead = (when.month - published.month) * 30 + (when.day or 1) - (published.day or 28)
    if ahead > _MARGIN_DAYS and not _FUTURE.search(sentence):
        return published.year - 1
    if ahead < -300 and _FUTURE.search(sentence) and not _PAST.search(sentence):
        return published.year + 1
    return published.year


def _part_year(part: str, published: Published, sentence: str) -> int | None:
    starts = {"H1": 1, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}
    if published.year is None:
        return None
    if published.month is None:
        return published.year
    later = starts.get(part, 1) > published.month
    return published.year - 1 if later and not _FUTURE.search(sentence) else published.year


def _bare_day(when: When, reading: Reading, published: Published, sentence: str) -> Parts:
    if reading.month:
        return reading.year, reading.month, when.day, ""
    if published.year is None or published.month is None or when.day is None:
        return NOTHING
    year, month = published.year, published.month
    if published.day and when.day > published.day + 1 and not _FUTURE.search(sentence):
        year, month = _month_shifted(published, -1)  # type: ignore[assignment]  # the month is known here
    elif published.day and when.day < published.day - 20 and _FUTURE.search(sentence):
        year, month = _month_shifted(published, 1)  # type: ignore[assignment]  # the month is known here
    return year, month, when.day, ""


def _month_shifted(published: Published, shift: int) -> tuple[int | None, int | None]:
    if published.year is None or published.month is None:
        return None, None
    months = published.year * 12 + published.month - 1 + shift
    return months // 12, months % 12 + 1


def _quarter_shifted(when: When, published: Published) -> Parts:
    if published.year is None or published.month is None:
        return NOTHING
    quarters = published.year * 4 + (published.month - 1) // 3 + (when.part_shift or 0)
    return quarters // 4, None, None, f"Q{quarters % 4 + 1}"


def _whole(published: Published) -> date | None:
    if published.year and published.month and published.day:
        try:
            return date(published.year, published.month, published.day)
        except ValueError:
            return None
    return None


def _shifted(published: Published, days: int) -> tuple[int | None, int | None, int | None]:
    whole = _whole(published)
    if whole is None:
        return (published.year, published.month, None) if days == 0 else (None, None, None)
    return _on(whole, days)


def _week(when: When, published: Published) -> Parts:
    whole = _whole(published)
    if whole is None:
        return NOTHING
    monday = whole - timedelta(days=whole.weekday()) + timedelta(weeks=when.week_shift or 0)
    if not when.weekday:
        year, week, _ = monday.isocalendar()
        return year, None, None, f"W{week:02d}"
    day = monday + timedelta(days=when.weekday - 1)
    if when.week_shift is None and day > whole:
        day -= timedelta(weeks=1)
    return day.year, day.month, day.day, ""


def _following(when: When, reading: Reading) -> Parts:
    """同年, 次月 and 翌日: told against the date before."""
    year, month, day = reading.last
    if year is None:
        return NOTHING
    if when.following == "year":
        return year + when.step, when.month, when.day, when.part or ""
    if month is None:
        return NOTHING
    if when.following == "month":
        months = year * 12 + month - 1 + when.step
        return months // 12, months % 12 + 1, when.day, ""
    whole = _whole(Published(year, month, day))
    return (*_on(whole, when.step), "") if whole else NOTHING


def _on(whole: date, days: int) -> tuple[int, int, int]:
    moved = whole + timedelta(days=days)
    return moved.year, moved.month, moved.day


def written(parts: Parts) -> str | None:
    """ISO 8601 as precise as the parts tell; None when not even a year is known."""
    year, month, day, part = parts
    if year is None:
        return part or None
    if part:
        return f"{year:04d}-{part}"
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def followed(
    reading: Reading,
    parts: Parts,
    when: When,
    sentence: int,
) -> Reading:
    """What the next date may lean on."""
    year, month, day, _ = parts
    if year is None:
        return reading._replace(sentence=sentence)
    return Reading(
        sentence,
        year if when.year is not None else (reading.year if reading.sentence == sentence else None),
        month or None,
        (year, month, day),
    )
