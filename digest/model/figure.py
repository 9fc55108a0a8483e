"""Figure: a quantity or date in a text, with the value it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from digest.model.span import Span

Value: TypeAlias = Decimal | tuple[Decimal, ...] | str | tuple[str, ...] | None
"""A number, the ends of a range, an ISO 8601 date, time or duration (`XXXX` for parts unsaid), or
the ends of a range of those (`..` for an end that is now); None where it cannot be told."""


class FigureKind(StrEnum):
    """The ten kinds of figure; closed."""

    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    SCORE = "score"
    RANK = "rank"
    COUNT = "count"
    NUMBER = "number"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an article."""

    span: Span
    """In the clean text: tight prefix modifier, numeral, unit, 以上 or 左右."""
    core: Span
    """In the clean text: numeral and unit alone."""
    kind: FigureKind
    value: Value
    unit: str | None
    """ISO 4217 for money, `%` or `pp` for percent, UCUM or the written counter for the rest; for
    dates and durations the finest part said (`day`, `month`, `year`…)."""
    rule: str
    """Name of the rule that lit it, so that the program can say why."""
    salience: int = 2
    """3 key, 2 ordinary, 1 minor."""
    approx: bool = False
    modifier: str | None = None
    """`more`, `less`, `at-least`, `at-most`, `approx`, `start`, `end`, `since`, or None."""
    change: str | None = None
    """`up`, `down`, or None."""
    base: str | None = None
    """What a change is measured against: `yoy`, `qoq`, or None."""
    label: Span | None = None
    """In the clean text: the words that say what the figure measures."""
    subject: Span | None = None
    """In the clean text: whose figure it is, where the sentence says so."""
    resolved: str | None = None
    """For dates: the calendar date in ISO 8601, as precise as can be told; None if unresolved."""
