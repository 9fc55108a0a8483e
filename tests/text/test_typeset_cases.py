"""Typesetting: single cases, as they are seen on the page."""

from __future__ import annotations

import pytest

from digest.model import Span
from digest.text.cells import width
from digest.text.typeset import fill, measure, typeset
from digest.text.typeset.marks import is_marked


def page(text: str, cells: int, *, keep: tuple[str, ...] = (), hang: bool = True) -> list[str]:
    """The drawn lines: `>` behind one that hangs, `!` behind one that was forced."""
    kept = [Span(text.index(words), text.index(words) + len(words)) for words in keep]
    lines = typeset(text, cells, keep=kept, hang=hang)
    return [line.drawn.of(text) + ">" * line.hanging + "!" * line.forced for line in lines]


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("科大讯飞，发布", 8, ["科大讯飞，>", "发布"]),
        ("科大讯飞,发布", 8, ["科大讯飞,>", "发布"]),
        ("他说：“你好”。他", 10, ["他说：“你", "好”。他"]),
        ("科大讯飞。”他", 8, ["科大讯", "飞。”他"]),
        ("科大讯飞（合肥）", 10, ["科大讯飞", "（合肥）"]),
        ("中文ChatGPT好", 8, ["中文", "ChatGPT", "好"]),
        ("有1,164,500亿元", 12, ["有1,164,500", "亿元"]),
        ("是在9:30到达的", 6, ["是在", "9:30到", "达的"]),
        ("低至-5℃的一天", 8, ["低至-5℃", "的一天"]),
        ("大模型——星火", 7, ["大模", "型——星", "火"]),
        ("大模型……星火", 8, ["大模型……", "星火"]),
        ("用 C++ 和 .NET 写", 9, ["用 C++", "和 .NET", "写"]),
        ("hello wide world", 11, ["hello wide", "world"]),
        ('他说"你好"和"再见"', 8, ['他说"你', '好"和"再', '见"']),
        ("国\u0301国\u0301国\u0301", 4, ["国\u0301国\u0301", "国\u0301"]),
        ("三\u00a0千米", 4, ["三\u00a0!", "千米"]),
    ],
)
def test_a_paragraph_is_set(text: str, cells: int, lines: list[str]) -> None:
    """Marks, words, numbers, dashes, spaces and quotes on a narrow page."""
    assert page(text, cells) == lines


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("科大讯飞，发布", 8, ["科大讯", "飞，发布"]),
        ("科大讯飞,发布", 8, ["科大讯", "飞,发布"]),
    ],
)
def test_without_a_margin_a_mark_pulls_the_line_down(
    text: str, cells: int, lines: list[str]
) -> None:
    """Nothing hangs where there is no room to hang."""
    assert page(text, cells, hang=False) == lines


def test_a_figure_stays_with_its_unit() -> None:
    """It would be broken before 万 otherwise."""
    text = "中标84780.8万元，"

    assert page(text, 13) == ["中标84780.8万", "元，"]
    assert page(text, 13, keep=("84780.8万元",)) == ["中标", "84780.8万元，"]


@pytest.mark.parametrize(
    ("text", "cells", "keep", "lines"),
    [
        ("（84780.8万元）。", 12, ("84780.8万元",), ["（!", "84780.8万元）>!", "。"]),
        ("2023年10月24日起", 8, ("2023年10月24日",), ["2023年10!", "月24日起"]),
        ("甲" + "！" * 6, 6, (), ["甲！！！>!", "！！！"]),
        ("见https://a.cn/news/2023-10", 12, (), ["见", "https://a.!", "cn/news/!", "2023-10"]),
        ("Donaudampfschifffahrt", 10, (), ["Donaudampf!", "schifffahr!", "t"]),
    ],
)
def test_what_is_wider_than_a_line_is_split_where_it_hurts_least(
    text: str, cells: int, keep: tuple[str, ...], lines: list[str]
) -> None:
    """Kept whole if it fits alone; else between its parts, behind joints, where a line is full."""
    assert page(text, cells, keep=keep) == lines


def test_the_first_line_is_indented() -> None:
    """Two characters in, and shorter by as much; a page too narrow for it gets less."""
    first, second = typeset("科大讯飞发布", 10, indent=4)[:2]

    assert (first.indent, first.cells, second.indent) == (4, 6, 0)
    assert typeset("科大", 4, indent=4)[0].indent == 2


def test_spaces_at_a_break_are_covered_but_not_drawn() -> None:
    """The line's span goes on over them."""
    line = typeset("hello   world", 6)[0]

    assert (line.span, line.drawn_end, line.cells) == (Span(0, 8), 5, 5)


def test_one_measure_serves_all_widths() -> None:
    """A resize fills again what was measured once."""
    text = "科大讯飞发布星火认知大模型。" * 8
    tokens = measure(text)

    assert fill(tokens, 20) == typeset(text, 20)
    assert fill(tokens, 60) == typeset(text, 60)


@pytest.mark.parametrize("size", [1, 0, -5])
def test_no_page_is_too_narrow(size: int) -> None:
    """A page of less than a character gets one character a line."""
    assert page("甲乙a", size) == ["甲", "乙", "a"]


def test_every_mark_without_a_cell_is_known_as_one() -> None:
    """The ranges of marks hold all code points that are drawn over their base."""
    codes = [*range(0x300, 0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1000)]
    unknown = [hex(code) for code in codes if not width(chr(code)) and not is_marked(chr(code))]

    assert unknown == []
