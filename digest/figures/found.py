"""Found: a figure while it is being read, before it has a label, a weight or a calendar date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digest.figures.when import When
    from digest.model import FigureKind, Value


class Found(NamedTuple):
    """A figure of one line; all offsets are code points of that line.

    A tuple, as are the parts it is read from: there are thirty in an article, each made over a few
    times, and a frozen dataclass costs three times as much to make.
    """

    start: int
    """Where its text begins, with what bounds it."""
    end: int
    core_start: int
    core_end: int
    """Numeral and unit alone."""
    kind: FigureKind
    value: Value
    unit: str | None
    rule: str
    approx: bool = False
    modifier: str | None = None
    change: str | None = None
    base: str | None = None
    dates: tuple[When, ...] = ()
    """For dates: what was said of the calendar, both ends of a range."""
    counter: tuple[int, int] | None = None
    """For counts: where the written counter stands; the unit is what the text has there."""
