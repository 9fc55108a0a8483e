"""What the status line says of a figure: its value in customary units, what it measures, where."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digest.model import FigureKind

if TYPE_CHECKING:
    from digest.model import Figure

STEPS = (
    (Decimal(10) ** 12, "万亿", "兆"),
    (Decimal(10) ** 8, "亿", "億"),
    (Decimal(10) ** 4, "万", "萬"),
)
"""The steps in which Chinese counts large amounts, for Simplified and Traditional readers."""

CURRENCIES = {
    "CNY": ("元", "人民幣"),
    "TWD": ("新台币", "新臺幣"),
    "HKD": ("港元", "港元"),
    "USD": ("美元", "美元"),
    "EUR": ("欧元", "歐元"),
    "JPY": ("日元", "日圓"),
    "GBP": ("英镑", "英鎊"),
}
"""Names of the currencies met most; any other shows its ISO 4217 code."""

DIGITS = 4
"""Digits kept of an amount in 万 or 亿: enough to compare two, short enough to read at once."""


def amount(number: Decimal, *, traditional: bool) -> str:
    """A number in customary units: `8.478亿` for 847,808,000."""
    for step, hans, hant in STEPS:
        if abs(number) >= step:
            scaled = number / step
            places = max(0, DIGITS - 1 - scaled.adjusted())
            return plain(round(scaled, places)) + (hant if traditional else hans)
    return plain(number)


def plain(number: Decimal) -> str:
    """A number in digits with thousands marks and no needless zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(figure: Figure, *, traditional: bool) -> str:
    """The value of a figure as a reader of the script writes it; empty if it has none to add."""
    if figure.kind in {FigureKind.DATE, FigureKind.TIME, FigureKind.DURATION}:
        return figure.resolved or _span_of_time(figure)
    if isinstance(figure.value, Decimal):
        numbers: tuple[Decimal, ...] = (figure.value,)
    elif isinstance(figure.value, tuple):
        numbers = tuple(part for part in figure.value if isinstance(part, Decimal))
    else:
        return ""
    joined = "~".join(amount(number, traditional=traditional) for number in numbers)
    return f"{joined}{unit(figure, traditional=traditional)}" if joined else ""


def unit(figure: Figure, *, traditional: bool) -> str:
    """The unit as it is written after the value."""
    if figure.unit is None:
        return ""
    if figure.kind is FigureKind.MONEY:
        code, _, per = figure.unit.partition("/")
        names = CURRENCIES.get(code)
        name = names[traditional] if names else f" {code}"
        return f"{name}/{per}" if per else name
    return figure.unit if not figure.unit.isascii() or figure.unit == "%" else f" {figure.unit}"


def _span_of_time(figure: Figure) -> str:
    if isinstance(figure.value, str):
        return figure.value
    if isinstance(figure.value, tuple):
        return "/".join(str(part) for part in figure.value)
    return ""
