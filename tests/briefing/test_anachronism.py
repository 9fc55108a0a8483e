"""Years gone by of which something is said to come are marked, and no others."""

from __future__ import annotations

import pytest
from support.library import article

from digest.briefing.anachronism import Anachronism, anachronisms
from digest.figures import find_figures


def _doubted(text: str, published: str = "2023-11-02") -> list[Anachronism]:
    made = article(text, published=published)
    return list(anachronisms(made, find_figures(text, made.paragraphs, published)))


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("董事长说,2014年上半年,讯飞星火将对标ChatGPT4。", 2024),
        ("該公司預計於2014年第三季量產,2004年3月計劃擴建新廠。", 2024),
        ("新线路有望在1999年底前通车,2013年12月即将动工。", None),
    ],
)
def test_a_year_gone_by_is_doubted_where_something_is_to_come(
    text: str, likely: int | None
) -> None:
    """The year that was meant is told where one digit makes it so."""
    found = _doubted(text)
    assert found
    assert likely is None or likely in {one.likely for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "2014年,公司宣布将在五年内上市。",
        "2014年上半年,公司营收增长8%。",
        "公司计划2024年上市。",
        "2014年当时的总统将离任的消息传开。",
        "到2022年底,公司曾计划将产能翻倍。",
        "2015年至2020年,项目将分三期的方案获批。",
        "自2014年以来,行业将创新视为命脉。",
    ],
)
def test_other_years_are_not(text: str) -> None:
    """What was announced, what was, what is to come in its own time, and 将 before a noun."""
    assert _doubted(text) == []


def test_an_article_without_a_date_doubts_nothing() -> None:
    """Nobody knows what was to come then."""
    assert _doubted("2014年上半年,讯飞星火将对标ChatGPT4。", published="") == []
