"""When: what a text says of a calendar date, and how that is written down.

A date in news leaves most of itself unsaid (8月15日, 去年底, 周三). `When` keeps exactly what was
said; `timex` writes it with X for the rest, and `digest.figures.resolve` fills it in.
"""

from __future__ import annotations

from typing import NamedTuple

ROC_FOUNDED = 1911
"""Year 1 of the Republican calendar is 1912."""


class When(NamedTuple):
    """The parts of a date that were said; None for those that were not."""

    year: int | None = None
    year_shift: int | None = None
    """今年 0, 去年 -1; against the article's year."""
    era: str | None = None
    """A decade or century, as its leading digits: `199`, `20`."""
    month: int | None = None
    month_shift: int | None = None
    """本月 0, 上月 -1."""
    day: int | None = None
    day_shift: int | None = None
    """今天 0, 昨天 -1."""
    part: str | None = None
    """`H1`, `H2`, `Q1` to `Q4`."""
    part_shift: int | None = None
    """本季 0, 上季 -1."""
    weekday: int | None = None
    """1 is Monday."""
    week_shift: int | None = None
    """本周 0, 上周 -1; None for a weekday without 上 or 下."""
    following: str | None = None
    """`year`, `month` or `day` said only as that of the date before it: 同年, 当月, 当天."""
    step: int = 0
    """With `following`: 0 the same, 1 the next (次月, 翌日)."""

    @property
    def unit(self) -> str:
        """The finest part that was said."""
        if self.following:
            return self.following if not self.day else "day"
        if self.day or self.weekday or self.day_shift is not None:
            return "day"
        if self.week_shift is not None:
            return "week"
        if self.month or self.month_shift is not None:
            return "month"
        if self.part or self.part_shift is not None:
            return "half" if (self.part or "").startswith("H") else "quarter"
        return ("century" if len(self.era) == 2 else "decade") if self.era else "year"

    @property
    def timex(self) -> str:
        """ISO 8601 with X for what was not said: `XXXX-05`, `2023-H1`, `XXXX-WXX-3`."""
        if self.era:
            return self.era.ljust(4, "X")
        year = f"{self.year:04d}" if self.year is not None else "XXXX"
        if self.weekday or self.week_shift is not None:
            return f"{year}-WXX" + (f"-{self.weekday}" if self.weekday else "")
        if self.part or self.part_shift is not None:
            return f"{year}-{self.part or 'QX'}"
        unit = self.unit
        if unit == "year":
            return year
        month = f"{self.month:02d}" if self.month else "XX"
        if unit == "month":
            return f"{year}-{month}"
        return f"{year}-{month}-{self.day:02d}" if self.day else f"{year}-{month}-XX"
