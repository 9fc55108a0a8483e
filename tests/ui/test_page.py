"""Page: positions, places and rows agree, whatever the setting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.library import article

from digest.model import Figure, FigureKind, Span, View
from digest.text.shown import Manner
from digest.ui.page import Page, Setting
from digest.ui.position import HEAD, Position

TEXTS = (
    "科大讯飞董事长刘庆峰表示，代码能力是支撑认知大模型智慧的关键维度，多模态能力则是必经之路。",
    "公司实现营业收入84780.8万元，同比增长12.5%；互联网用户超过两亿。",
    "“百模大战”将在明年告一段落",
    "他说：“我们更有底气知道我们能够在保障安全的情况下，具备规模化推广能力。”",
) * 3


def page(width: int = 40, view: View = View.ORIGINAL, *, indent: bool = False) -> Page:
    """The texts in a setting."""
    setting = Setting(Manner(view), width=width, indent=indent, ambiguous=1)
    return Page(article("\n".join(TEXTS)), (), setting, ("题目", "南方都市报  2023-08"))


def all_positions(of: Page) -> list[Position]:
    """Every row of a page from the top on."""
    return [row.position for row in of.rows(Position(HEAD, 0), 10_000)]


def test_rows_hold_the_whole_text_in_order() -> None:
    """What stands on the rows, put together, is the article."""
    laid_out = page()
    spans = [laid_out.clean_span(position) for position in all_positions(laid_out)]

    assert "".join(span.of(laid_out.article.text) for span in spans) == "".join(TEXTS)
    assert spans == sorted(spans)


@pytest.mark.parametrize("width", [12, 40, 80])
def test_moving_is_stepping_over_rows(width: int) -> None:
    """Going n rows down from the top is the n-th row; going back is coming back."""
    laid_out = page(width)
    positions = all_positions(laid_out)
    for number, position in enumerate(positions):
        assert laid_out.moved(positions[0], number) == position
        assert laid_out.moved(position, -number) == positions[0]


def test_moving_stops_at_both_ends() -> None:
    """Nobody falls off a page."""
    laid_out = page()

    assert laid_out.moved(Position(HEAD, 0), -5) == Position(HEAD, 0)
    assert laid_out.moved(Position(HEAD, 0), 10_000) == all_positions(laid_out)[-1]


@settings(max_examples=40)
@given(
    st.integers(0, sum(map(len, TEXTS)) + len(TEXTS) - 2),
    st.sampled_from([View.ORIGINAL, View.HANS, View.HANT_TW, View.HANT_HK]),
    st.integers(8, 90),
)
def test_every_place_stands_on_its_row(offset: int, view: View, width: int) -> None:
    """The row found for a place of the clean text holds that place."""
    laid_out = page(width, view)
    span = laid_out.clean_span(laid_out.position_of(offset))

    assert span.start <= offset <= span.end


def test_a_toggle_keeps_the_place_on_the_top_row() -> None:
    """The same place leads to a row that begins with the same words in another script."""
    simplified, traditional = page(view=View.ORIGINAL), page(view=View.HANT_TW)
    for position in all_positions(simplified):
        place = simplified.clean_span(position)
        if len(place):
            there = traditional.clean_span(traditional.position_of(place.start))
            assert there.start <= place.start < there.end


def test_the_bottom_shows_the_last_row_last() -> None:
    """From the bottom position on there are just as many rows as fit."""
    laid_out = page()

    rows = list(laid_out.rows(laid_out.bottom(9), 50))
    assert len(rows) == 9
    assert rows[-1].position == all_positions(laid_out)[-1]


def test_a_short_article_begins_at_its_head() -> None:
    """Where everything fits, the bottom is the top."""
    assert page().bottom(10_000) == Position(HEAD, 0)


def test_figures_are_not_cut_in_two() -> None:
    """A figure that fits a line stands on one, at every width."""
    text = TEXTS[1]
    start = text.index("84780.8万元")
    figure = Figure(
        Span(start, start + 9), Span(start, start + 9), FigureKind.MONEY, None, "CNY", "test"
    )
    for width in range(12, 60):
        setting = Setting(Manner(View.HANT_TW), width=width, indent=False, ambiguous=1)
        laid_out = Page(article(text), (figure,), setting, ("题目",))
        rows = [laid_out.clean_span(position) for position in all_positions(laid_out)]
        assert any(row.contains(figure.span) for row in rows), width


def test_an_indented_paragraph_needs_no_blank_row() -> None:
    """Paragraphs are apart by a blank row or by their indent, not by both."""
    blank = [row for row in page(indent=True).rows(Position(0, 0), 100) if row.line is None]

    assert not blank
    assert page(indent=True).block(0).lines[0].indent == 4


def test_an_empty_article_has_a_head() -> None:
    """A text of which nothing is left can still be looked at."""
    setting = Setting(Manner(View.HANS), width=20, indent=False, ambiguous=1)
    empty = Page(article(""), (), setting, ("题目",))

    assert empty.position_of(0) == Position(0, 0)
    assert empty.clean_span(Position(HEAD, 0)) == Span(0, 0)
    assert next(row.position.block for row in empty.rows(Position(HEAD, 0), 9)) == HEAD


def test_what_is_shown_as_written_is_as_written() -> None:
    """The original view changes nothing, not even half-width marks."""
    laid_out = Page(
        article("3月,他说:好。"),
        (),
        Setting(Manner(View.ORIGINAL), width=40, indent=False, ambiguous=1),
        ("题",),
    )

    assert laid_out.block(0).shown.text == "3月,他说:好。"
