"""Dates: the ways in which Chinese news writes a point or a stretch of the calendar.

Where a connector follows a point, a second one makes it a range, and a unit said once serves both
(1至9月, 五、六月).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures.dating import CONNECTOR, OR, made, whole, with_tail
from digest.figures.points import POINT, edge_of, is_open, is_point, second_end, when_of
from digest.figures.when import ROC_FOUNDED, When

if TYPE_CHECKING:
    from digest.figures.found import Found

_CONNECTOR, _OR = re.compile(CONNECTOR), re.compile(OR)
_NUMERIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]"
    r"|[12]\d|0?[1-9])(?![\d.])"
)


_REPUBLICAN = re.compile(r"(?P<year>\d{2,3})[ ]?年(?:度)?")


def _republican_end(line: str, position: int, first: re.Match[str]) -> tuple[When, int] | None:
    """The other end of 民国108年至111年, which is counted like the first."""
    match = _REPUBLICAN.match(line, position) if first["roc"] or first["bare_roc"] else None
    if match is None:
        return None
    return When(year=int(match["year"]) + ROC_FOUNDED), match.end()


def read_numeric(line: str, position: int) -> Found | None:
    """A date in digits alone: 2023-05-06."""
    match = _NUMERIC.match(line, position)
    if match is None or (position and line[position - 1] in "0123456789.-/"):
        return None
    when = When(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))
    return made(position, match.end(), (when,), "date/digits")


def read_point(line: str, position: int) -> Found | None:
    """A point of the calendar, or a stretch between two: 2023年5月, 去年底, 1至9月."""
    match = POINT.match(line, position)
    if match is None:
        return None
    end = position + len(match[0].rstrip(" 的"))
    if end == position or not is_point(match):
        return None
    first, modifier = when_of(match), edge_of(match)
    dates: tuple[When, ...] = (first,)
    if match["quarters"]:
        dates = (
            first._replace(part="Q1"),
            first._replace(part="Q3" if match["quarters"] == "三" else "Q2"),
        )
    elif match["months"]:
        dates = (first._replace(month=1), first._replace(month=whole(match["months"])))
    elif join := (_OR if is_open(match) else _CONNECTOR).match(line, end):
        second = second_end(line, join.end(), first) or _republican_end(line, join.end(), match)
        if second is not None:
            dates, end = (first, second[0]), second[1]
    if line.startswith("间", end) and not line.startswith("间隔", end) and dates[-1].unit == "year":
        end += 1
    return with_tail(line, position, end, dates, rule="date", modifier=modifier)
