"""The ledger: figures as rows, in order, narrowed to a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.ledger import ARTICLE, FIGURES, TEXT

from digest.briefing.ledger import Order, Wording, arranged, days, kinds, own_wording, row
from digest.model import Figure, FigureKind


def written(order: Order, kind: FigureKind | None = None) -> list[str]:
    """The figures as written, in an order."""
    return [figure.span.of(TEXT) for figure in arranged(FIGURES[::-1], order, kind)]


def test_a_row_says_all_there_is_to_say() -> None:
    """Label, value in customary units, the words themselves, and where they stand."""
    told = row(ARTICLE, FIGURES[1], own_wording(ARTICLE))

    assert (told.label, told.value, told.written) == ("营收", "6.45亿元", "6.45亿元")
    assert (told.kind, told.paragraph, told.resolved) == (FigureKind.MONEY, 0, "")
    assert told.span.of(TEXT) == told.written


def test_a_row_is_in_the_readers_script() -> None:
    """Words of the article go through the converter, amounts are counted as the reader counts."""
    wording = Wording(traditional=True, shown=lambda words: words.replace("门", "門"))

    assert row(ARTICLE, FIGURES[4], wording).label == "門店"
    assert row(ARTICLE, FIGURES[1], wording).value == "6.45億人民幣"


def test_the_text_gives_the_first_order() -> None:
    """By place, whatever order the figures came in."""
    assert arranged(FIGURES[::-1]) == FIGURES


def test_kinds_stand_together() -> None:
    """Each kind in the order of the text."""
    assert written(Order.KIND)[:4] == ["6.45亿元", "7000万美元", "8.1%", "-2%"]
    assert written(Order.KIND)[-2:] == ["2023年8月15日", "明年"]


def test_sizes_are_compared_within_a_unit() -> None:
    """The largest first; a currency with its own; a year and a half is less than two years."""
    assert written(Order.SIZE) == [
        *("6.45亿元", "7000万美元", "8.1%", "-2%", "第一", "3000万", "500家"),
        *("两年", "18个月", "2023年8月15日", "明年"),
    ]


def test_key_figures_come_first() -> None:
    """Of equal weight, those that stand first."""
    assert written(Order.SALIENCE)[:4] == ["6.45亿元", "3000万", "8.1%", "2023年8月15日"]
    assert written(Order.SALIENCE)[-1] == "第一"


def test_one_kind_can_be_looked_at() -> None:
    """The others are left out; kinds that do not occur are not offered."""
    assert written(Order.PLACE, FigureKind.DURATION) == ["18个月", "两年"]
    assert FigureKind.SCORE not in kinds(FIGURES)
    assert kinds(FIGURES)[0] is FigureKind.MONEY


@pytest.mark.parametrize(
    ("iso", "length"), [("P2W", 14), ("PT36H", 1.5), ("P1DT12H", 1.5), ("P4Y", 1460.97), ("", 0)]
)
def test_durations_have_a_length(iso: str, length: float) -> None:
    """Years and months of the mean Gregorian year."""
    assert float(days(iso)) == pytest.approx(length)


@given(st.permutations(FIGURES), st.sampled_from(Order))
def test_an_order_is_one_order(shuffled: list[Figure], order: Order) -> None:
    """Nothing is lost, and the order figures come in makes no difference."""
    found = arranged(shuffled, order)

    assert found == arranged(FIGURES, order)
    assert sorted(found, key=lambda figure: figure.span) == list(FIGURES)
