"""Articles side by side: where they disagree, where they agree, what each says alone."""

from __future__ import annotations

from support.briefs import article

from digest.briefing.aside import Band, Kind, Told, bands
from digest.briefing.comparison import compare
from digest.briefing.measures import measures
from digest.model import Span

ONE = "云岭汽车召回电动车41286辆。\n工厂位于泰国罗勇府，占地六百亩。\n召回从六月开始。"
OTHER = "雲嶺汽車召回電動車52386輛。\n工廠位於泰國羅勇府，佔地六百畝。\n車主可以免費更換密封圈。"


def laid(*texts: str) -> tuple[list[Told], list[Band]]:
    """Articles side by side, all their sentences wanted."""
    told = []
    for text in texts:
        made, figures = article(text)
        told.append(Told(made, figures, (), [p.span for p in made.paragraphs]))
    found = compare(m for one in told for m in measures(one.article, one.figures))
    return told, bands(told, found)


def said(told: list[Told], band: Band) -> list[str]:
    """The words of the cells, empty for none."""
    texts = {one.article.id: one.article.text for one in told}
    return [cell.span.of(texts[cell.article]) if cell else "" for cell in band.cells]


def test_other_figures_are_a_dispute() -> None:
    """The same sentence with another number stands first, the numbers lit."""
    told, found = laid(ONE, OTHER)
    assert found[0].kind is Kind.DISPUTE
    assert said(told, found[0]) == ["云岭汽车召回电动车41286辆。", "雲嶺汽車召回電動車52386輛。"]
    lit = [
        [span.of(one.article.text) for span in cell.lit]
        for one, cell in zip(told, found[0].cells, strict=True)
        if cell
    ]
    assert [words for row in lit for words in row] == ["41286辆", "52386輛"]


def test_the_same_in_both_scripts_is_agreed() -> None:
    """One band, both sentences."""
    told, found = laid(ONE, OTHER)
    agreed = [said(told, band) for band in found if band.kind is Kind.AGREED]
    assert agreed == [["工厂位于泰国罗勇府，占地六百亩。", "工廠位於泰國羅勇府，佔地六百畝。"]]


def test_what_one_says_alone_stands_apart() -> None:
    """Each in its column; no sentence stands twice."""
    told, found = laid(ONE, OTHER)
    own = [said(told, band) for band in found if band.kind is Kind.OWN]
    assert own == [["召回从六月开始。", "車主可以免費更換密封圈。"]]
    every = [words for band in found for words in said(told, band) if words]
    assert len(every) == len(set(every)) == 6


def test_a_short_remark_agrees_with_nothing() -> None:
    """That its words stand in a long sentence does not make it say the same."""
    _, found = laid(
        "云岭汽车的人说过。", "云岭汽车的人说过，二季度的毛利率能否守住值得观察，价格竞争没有结束。"
    )
    assert {band.kind for band in found} == {Kind.OWN}


def test_a_topic_narrows_to_its_sentences() -> None:
    """Those that mention it."""
    made, figures = article(ONE)
    place = Span(ONE.index("泰国"), ONE.index("泰国") + 2)
    told = [Told(made, figures, (place,)), Told(*article(OTHER))]
    assert [said(told, band) for band in bands(told, ())] == [
        ["工厂位于泰国罗勇府，占地六百亩。", ""]
    ]
