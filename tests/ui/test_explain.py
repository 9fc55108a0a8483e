"""Explaining figures: values in the units a reader counts in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from digest.model import Figure, FigureKind, Span, Value
from digest.ui.explain import amount, value


def figure(kind: FigureKind, worth: Value, unit: str | None, resolved: str | None = None) -> Figure:
    """A figure somewhere."""
    return Figure(Span(0, 1), Span(0, 1), kind, worth, unit, rule="test", resolved=resolved)


@pytest.mark.parametrize(
    ("number", "hans", "hant"),
    [
        ("847808000", "8.478亿", "8.478億"),
        ("40000", "4万", "4萬"),
        ("2700000000000", "2.7万亿", "2.7兆"),
        ("9999", "9,999", "9,999"),
        ("50.27", "50.27", "50.27"),
        ("-13000", "-1.3万", "-1.3萬"),
        ("123456789012", "1,235亿", "1,235億"),
    ],
)
def test_amounts_are_counted_in_chinese_steps(number: str, hans: str, hant: str) -> None:
    """Ten thousands, hundred millions and, by region, 兆 or 万亿."""
    assert amount(Decimal(number), traditional=False) == hans
    assert amount(Decimal(number), traditional=True) == hant


def test_ranges_and_currencies_are_spelt_out() -> None:
    """Both ends of a range, with the currency's name."""
    money = figure(FigureKind.MONEY, (Decimal(645_000_000), Decimal(730_000_000)), "CNY")

    assert value(money, traditional=False) == "6.45亿~7.3亿元"


def test_an_unknown_currency_shows_its_code() -> None:
    """A code is better than a wrong name."""
    assert value(figure(FigureKind.MONEY, Decimal(5), "ISK"), traditional=False) == "5 ISK"


def test_dates_are_resolved_where_they_can_be() -> None:
    """A resolved date stands for the words; an unresolved one shows what was said."""
    said = figure(FigureKind.DATE, "XXXX-08-15", "day", "2023-08-15")
    unsaid = figure(FigureKind.DATE, "XXXX-08-15", "day")

    assert value(said, traditional=False) == "2023-08-15"
    assert value(unsaid, traditional=False) == "XXXX-08-15"
