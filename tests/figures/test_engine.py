"""The engine as a whole: places, costs, and what each figure carries."""

from __future__ import annotations

import sys
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.figures import figures_of

from digest.model import Figure, FigureKind, Span


def one(text: str, published: str = "") -> Figure:
    """The only figure of a text."""
    figures = figures_of(text, published)
    assert len(figures) == 1, figures
    return figures[0]


def test_a_currency_between_two_numbers_belongs_to_one() -> None:
    """It is the unit of the first, and no part of the second."""
    first, second = figures_of("10日元20")
    assert (first.span, first.core) == (Span(0, 4), Span(0, 4))
    assert (second.span, second.core) == (Span(4, 6), Span(4, 6))


@given(
    st.text(
        "上下年月日周一二三十百千万亿第半几多约0123456789.,-~至到点分%元美個人次截至今去\n。，",
        max_size=60,
    )
)
def test_figures_stand_in_order_and_apart(text: str) -> None:
    """Whatever the text, figures are sorted, apart, and hold their core."""
    figures = figures_of(text, "2024-03-08")
    for figure in figures:
        assert figure.span.contains(figure.core)
        assert len(figure.core) > 0
    for first, second in pairwise(figures):
        assert first.span.end <= second.span.start


@pytest.mark.parametrize(
    "unit",
    ["7", "（", "一", "2023年", "1.1", "3月", "第一", "0 ", "1:", "百分之", "A-1", "12-", "数"],
)
def test_long_runs_come_to_an_end(unit: str) -> None:
    """A line of the same characters over and over is read to its end and costs no stack."""
    figures_of(unit * (4000 // len(unit)))


@pytest.mark.parametrize("unit", ["7", "(", "（", "五", "十", "第一", "3-", "2023年", "A-1", "1，"])
def test_work_grows_with_the_length(unit: str) -> None:
    """Twice the length is about twice the work, counted in calls and not by the clock."""
    whole = (unit * 1200)[:1200]
    assert calls(whole) < 3 * calls(whole[:600]) + 1000


def calls(text: str) -> int:
    """How many functions are called to read a text."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        figures_of(text)
    finally:
        sys.setprofile(before)
    return count


def test_a_figure_knows_its_rule() -> None:
    """The rule that lit a figure is named."""
    assert one("售价3999元").rule == "money/unit"


def test_a_modifier_belongs_to_the_text_and_not_to_the_core() -> None:
    """逾 and 以上 bound the value; the core is numeral and unit."""
    figure = one("持有人逾20万户")
    assert (figure.modifier, len(figure.span) - len(figure.core)) == ("more", 1)


def test_change_and_base() -> None:
    """同比下降 is a fall against the year before."""
    figure = one("净利润同比下降12.3%")
    assert (figure.kind, figure.value, figure.change, figure.base) == (
        FigureKind.PERCENT,
        Decimal("12.3"),
        "down",
        "yoy",
    )


def test_unit_and_scale_flow_left() -> None:
    """In 300-400万吨 both ends are millions of tonnes."""
    figure = one("减产300-400万吨")
    assert (figure.value, figure.unit) == ((Decimal(3_000_000), Decimal(4_000_000)), "t")


def test_a_bare_yuan_is_the_region_s() -> None:
    """元 is a New Taiwan dollar where the text counts in those."""
    assert [f.unit for f in figures_of("新台幣走貶,台股成交3,876億元")] == ["TWD"]
    assert [f.unit for f in figures_of("人民币走强,成交3876亿元")] == ["CNY"]


@pytest.mark.parametrize(
    "text",
    [
        "大模型4.0的训练",
        "iPhone 16 Pro",
        "第三方机构",
        "一蹴而就",
        "从0到1",
        "电话010-66554433",
        "百度与三星",
    ],
)
def test_names_and_words_stay_dark(text: str) -> None:
    """Versions, models, phones, names and idioms are no figures."""
    assert figures_of(text) == ()
