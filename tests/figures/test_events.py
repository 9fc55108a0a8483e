"""Events: a text that dates itself by what everybody knows."""

from __future__ import annotations

import pytest

from digest.figures.events import year_by_event


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("自去年底ChatGPT走红后，一场革命悄然进行。", 2023),
        ("在去年的巴黎奥运会上，她拿到两枚金牌。", 2025),
        ("今年GPT-4推出以来，股价翻倍。", 2023),
        ("明年杭州亚运会的场馆已经建成。", 2022),
        ("前年的北京冬奥会带动了冰雪运动。", 2024),
    ],
)
def test_an_event_tells_the_year(text: str, year: int) -> None:
    """去年, 今年 and their kin count from the event's own year."""
    found = year_by_event(text)

    assert found is not None
    assert found[0] == year


@pytest.mark.parametrize(
    "text",
    [
        "ChatGPT走红后，去年的热潮退去。",
        "去年业绩下滑，ChatGPT发布后公司转型。",
        "去年他常用ChatGPT写信。",
        "去年的巴黎奥运会与去年的北京冬奥会",
        "",
    ],
)
def test_without_a_clear_tie_there_is_no_year(text: str) -> None:
    """An event elsewhere in the sentence, without its verb, or against another says nothing."""
    assert year_by_event(text) is None
