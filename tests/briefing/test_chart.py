"""A series is drawn in bars that are one cell wide everywhere."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from digest.briefing.chart import BARS, MOST, chart
from digest.text.cells import width


def test_bars_are_one_cell_in_every_terminal() -> None:
    """Also in those that draw what the standards leave open two cells wide."""
    assert {width(bar, ambiguous) for bar in BARS for ambiguous in (1, 2)} == {1}


def test_the_lowest_is_low_and_the_highest_high() -> None:
    """Whatever lies between has its place."""
    assert chart([Decimal(number) for number in (1, 2, 3, 4)]) == BARS


def test_equal_values_are_level() -> None:
    """Nothing rises where nothing changes; nothing is drawn of nothing."""
    assert chart([Decimal(5)] * 3) == BARS[1] * 3
    assert chart([]) == ""


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=2), max_size=60))
def test_there_is_a_bar_for_each_value(values: list[Decimal]) -> None:
    """Of a long series the last are shown."""
    drawn = chart(values)
    assert len(drawn) == min(len(values), MOST)
    assert set(drawn) <= set(BARS)
