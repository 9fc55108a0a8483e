"""What a figure allows its value to be: as exact as it was written, and in one unit.

`8.48亿` may stand for anything that rounds to it, `40多万` for all below 50万, `近百` for a little
less than a hundred. Two figures agree where what they allow has something in common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.briefing.ledger import days
from digest.briefing.measure_words import REMEMBERED
from digest.model import FigureKind
from digest.text.fold import simplified

if TYPE_CHECKING:
    from digest.model import Figure


@dataclass(frozen=True, slots=True)
class Range:
    """What a value may be, ends included."""

    low: Decimal
    high: Decimal
    vague: bool
    """It was not said exactly: a bound, an approximation, a range."""
    value: Decimal
    """The value as said; of a range, its middle."""

    def meets(self, other: Range) -> bool:
        """Whether both may be of one value."""
        return self.low <= other.high and other.low <= self.high


UNITS = {
    "km": ("m", Decimal(1000)),
    "m": ("m", Decimal(1)),
    "cm": ("m", Decimal("0.01")),
    "mm": ("m", Decimal("0.001")),
    "[mi_i]": ("m", Decimal("1609.344")),
    "[ft_i]": ("m", Decimal("0.3048")),
    "km2": ("m2", Decimal(10) ** 6),
    "m2": ("m2", Decimal(1)),
    "har": ("m2", Decimal(10) ** 4),
    "[mu]": ("m2", Decimal(2000) / 3),
    "t": ("kg", Decimal(1000)),
    "kg": ("kg", Decimal(1)),
    "g": ("kg", Decimal("0.001")),
    "[jin]": ("kg", Decimal("0.5")),
    "kW.h": ("kW.h", Decimal(1)),
    "MW.h": ("kW.h", Decimal(1000)),
    "GW.h": ("kW.h", Decimal(10) ** 6),
    "kW": ("kW", Decimal(1)),
    "MW": ("kW", Decimal(1000)),
    "GW": ("kW", Decimal(10) ** 6),
    "bp": ("pp", Decimal("0.01")),
}
"""Units that are another in so many times, by UCUM."""

SLACK = Decimal("0.05")
"""By how much 约 and 近 may be off: with it, 约42% holds 41.8% and 近百 holds 96."""

AT_MOST_MORE = Decimal("1.5")
"""How far above a bound a value may lie to be the one that it speaks of: 超过200 is said of 213,
not of 5,000."""

_MORE, _LESS = {"more", "at-least"}, {"less", "at-most"}
"""Modifiers of a bound from below and from above."""
_ROUGH = frozenset("多余来几")
"""Characters within a number that leave its last digits open."""
_SCALES = frozenset("万亿兆千百")
_ZERO, _ONE = Decimal(0), Decimal(1)
_WRITTEN = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def worth(figure: Figure, written: str) -> tuple[str, Range] | None:
    """The unit that the value is held in, and the values it may be; None if it has no number.

    Args:
        figure: of a kind that has a number, or a duration.
        written: its core as it stands in the normal text.
    """
    numbers = _numbers(figure)
    if not numbers:
        return None
    unit, factor = _unit(figure)
    if len(numbers) > 1:
        low, high = min(numbers), max(numbers)
        middle = (low + high) / 2
        return unit, Range(low * factor, high * factor, vague=True, value=middle * factor)
    value, modifier, vague = numbers[0], figure.modifier, figure.approx
    half = _rounding(value, written)
    low = value - half
    high = value + half if half else low
    if modifier in _MORE:
        above = value + _place(value) if _ROUGH.intersection(written) else value * AT_MOST_MORE
        low, high, vague = value, max(above, value), True
    elif modifier in _LESS:
        low, vague = value * (1 - 2 * SLACK), True
    elif vague or modifier == "approx":
        slack = max(half, abs(value) * SLACK)
        low, high, vague = value - slack, value + slack, True
    return unit, Range(low * factor, high * factor, vague, value * factor)


def _numbers(figure: Figure) -> list[Decimal]:
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    if figure.kind is not FigureKind.DURATION:
        return [end for end in ends if isinstance(end, Decimal) and end.is_finite()]
    lengths = [days(end) for end in ends if isinstance(end, str)]
    return [length for length in lengths if length]


def _unit(figure: Figure) -> tuple[str, Decimal]:
    if figure.kind is FigureKind.COUNT:
        return "count", _ONE
    if figure.kind is FigureKind.DURATION:
        return "day", _ONE
    unit = _simple(figure.unit or "")
    if figure.kind is FigureKind.RATIO and unit == "×" and not isinstance(figure.value, tuple):
        return "%", Decimal(100)
    return UNITS.get(unit) or (unit or "count", _ONE)


@lru_cache(maxsize=REMEMBERED)
def _simple(unit: str) -> str:
    return simplified(unit)


def _step(value: Decimal, written: str) -> Decimal:
    """The worth of the last digit that was written: 0.01亿 of 8.48亿."""
    match = _WRITTEN.search(written)
    if match is None or not value:
        return _place(value)
    digits = match[0].replace(",", "").replace(".", "").lstrip("0")
    return Decimal(1).scaleb(value.adjusted() - max(0, len(digits) - 1))


def _place(value: Decimal) -> Decimal:
    """The worth of the last digit of a value that is no zero: ten thousand of 550,000."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _rounding(value: Decimal, written: str) -> Decimal:
    """By how much a value may have been rounded; a whole number below ten thousand never is."""
    is_scaled = "." in written or not _SCALES.isdisjoint(written)
    if not is_scaled and value == value.to_integral_value():
        return _ZERO
    return abs(_step(value, written)) / 2
