"""Periods: of which time a figure speaks.

What runs over a period is of the period that is said with it: `去年营收`. What is so at a moment is
of the day that is said, or of the day of the article. The day on which something was made known is
neither.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.briefing.measure_scenes import Place
    from digest.briefing.measure_words import Nature
    from digest.model import Figure

_MADE_KNOWN = re.compile(
    r"发布|公布|披露|宣布|发表|公告|表示|指出|通报|消息|称|讯|召开|举行|会上|透露"
)
"""Words behind a date that make it that of a message."""

FISCAL = " fiscal"
"""Stands behind the quarters and years of a firm that counts its own."""

_NOW = re.compile(r"目前|现在|如今|至今|迄今|当前|已经")
_SINCE = re.compile(r"[^,]{0,6}(?:以来|之后|以后|推出|上线|成立|开始|发布)|^起")
"""What follows a date from which something runs, and of which it does not speak."""
_UNTIL = re.compile(r"截至|截止|[到至]$")
_WHOLE = re.compile(r"全年|当年|年内|当月|当季")
"""Periods that point back to one that was named before."""
_SHAPE = re.compile(r"\d")


def shape(period: str) -> str:
    """What a period is like: a year, a quarter, a day; those of one shape make a series."""
    kind = _SHAPE.sub("0", period)
    return re.sub(r"(?<=[HQ])0", lambda _: "n", kind)


def is_long(period: str) -> bool:
    """Whether a period is a year, a half or a range: what is cumulative over it is its whole."""
    return bool(re.fullmatch(r"\d{4}(?:-H\d)?|.+/.+", period))


def period_of(place: Place, nature: Nature, published: str) -> tuple[str, bool]:
    """The period a figure speaks of, and whether it is said with the figure.

    Args:
        place: the figure among its words.
        nature: how its measure runs.
        published: the article's date.
    """
    if nature == "fixed":
        return "", True
    for date, words in reversed(place.dates):
        if date.resolved and _speaks_of(date, words, nature, place):
            return _told(date, place), True
    for date, words in place.later:
        if date.resolved and _UNTIL.search(words):
            return date.resolved, True
    if nature == "flow":
        return place.carried, False
    return published, False


def _told(date: Figure, place: Place) -> str:
    """The period of a date; a fiscal one is kept apart from those of the calendar."""
    fiscal = FISCAL if "财" in date.span.of(place.text) else ""
    return f"{date.resolved}{fiscal}"


def _speaks_of(date: Figure, words: str, nature: Nature, place: Place) -> bool:
    """Whether a date before a figure is that of which the figure speaks.

    Args:
        date: the date.
        words: what stands between the two.
        nature: how the measure runs.
        place: the figure.
    """
    if _NOW.search(words):
        return False
    if _WHOLE.fullmatch(date.core.of(place.text)) and len(place.dates) > 1:
        return False
    if nature == "flow":
        is_message = date.unit == "day" and ("," in words or bool(_MADE_KNOWN.search(words)))
        return not is_message and not _SINCE.match(words)
    if _SINCE.match(words):
        return False
    until = place.text[max(0, date.span.start - 4) : date.span.start]
    return nature == "event" or "," not in words[1:] or bool(_UNTIL.search(until))
