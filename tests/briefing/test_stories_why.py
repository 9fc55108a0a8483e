"""What two articles of a story have in common is told with its places."""

from __future__ import annotations

from support.stories import made_article

from digest.briefing.stories_why import Ground, Known, evidence, told
from digest.figures import find_figures
from digest.model import Mention, Span

ONE = "4月18日，云岭汽车发布财报，营收312.6亿元，毛利率提高到17.9%。"
OTHER = "雲嶺汽車4月18日公布業績：營收達312.6億元，毛利率提高到17.9%。"


def known(text: str, name: str) -> Known:
    """An article whose one topic is named by `name`."""
    article = made_article(name, "", text, "2024-04-18")
    figures = find_figures(text, article.paragraphs, "2024-04-18")
    start = text.index(name)
    mention = Mention(article.id, Span(start, start + len(name)))
    return Known(article, figures, [("云岭汽车", mention)])


def test_names_figures_and_dates_are_shared() -> None:
    """Also across scripts; each with its place in either text."""
    found = evidence(known(ONE, "云岭汽车"), known(OTHER, "雲嶺汽車"))
    assert told(found.of(Ground.NAME), ONE) == ["云岭汽车"]
    assert "312.6亿元" in told(found.of(Ground.FIGURE), ONE)
    assert told(found.of(Ground.DATE), ONE) == ["4月18日"]
    (date,) = found.of(Ground.DATE)
    assert date.there.of(OTHER) == "4月18日"


def test_runs_of_words_are_shared() -> None:
    """What stands in both word for word, and how much of the shorter that is."""
    text = "据介绍，工厂占地六百亩总投资约二十三亿元设计年产能为八万辆。"
    found = evidence(
        Known(made_article("a", "", text), (), ()),
        Known(made_article("b", "", f"另有消息。{text}"), (), ()),
    )
    assert found.share == 1
    assert "工厂占地六百亩" in found.of(Ground.WORDS)[0].here.of(text)


def test_nothing_in_common_is_nothing() -> None:
    """No evidence is made up."""
    one, other = made_article("a", "", "甲乙丙丁"), made_article("b", "", "戊己庚辛")
    found = evidence(Known(one, (), ()), Known(other, (), ()))
    assert not found.shared
    assert found.share == 0
