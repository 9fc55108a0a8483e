"""A brief weighs its stories, keeps to its room, and says nothing twice."""

from __future__ import annotations

from support.briefs import article

from digest.briefing.brief import (
    Page,
    by_weight,
    item,
    key_figures,
    length_of,
    rising,
)
from digest.briefing.brief_parts import Candidate, Trend
from digest.model import Span
from digest.text.sentences import sentences

TEXT = "营收增长12.5%，达到84.3亿元。\n公司计划裁员1200人。\n股价上涨5%。"


def candidate(name: str, tellers: int = 1, newest: str = "2024-05-01") -> Candidate:
    """A story of so many sources."""
    return Candidate(name, tuple(f"{name}{n}" for n in range(tellers)), tellers, newest)


def test_what_many_tell_comes_first() -> None:
    """Then what is newer; what has no date comes last."""
    stories = [
        candidate("old", newest="2024-04-01"),
        candidate("undated", newest=""),
        candidate("new"),
        candidate("told", tellers=6),
    ]
    assert [each.leader for each in by_weight(stories)] == ["told", "new", "old", "undated"]
    assert by_weight([]) == []


def test_a_sentence_is_said_once() -> None:
    """In either script, with or without its quotation marks."""
    page = Page(1000)
    page.say(["云岭汽车发布财报。"])
    assert not page.is_new("雲嶺汽車發布財報。")
    assert page.is_new("云岭汽车发布新车。")
    assert not page.is_new("。 ") or page.is_new("。 ")
    assert not page.is_new("")


def test_a_story_is_told_in_the_room_there_is() -> None:
    """Fewer sentences where there is little, none where there is none; the first is always told."""
    made, figures = article(TEXT)
    spans = [span for p in made.paragraphs for span in sentences(made.text, p.span)]

    def told(room: int, used: int = 0) -> int:
        page = Page(room, used)
        found = item(candidate("a"), made, figures, lambda n: spans[:n], page=page, length=3)
        return len(found.lines) if found else 0

    assert told(1000) == 3
    assert told(30) == 1
    assert told(1000, used=999) == 0
    assert told(5) == 1


def test_key_figures_are_those_besides_the_sentences() -> None:
    """Each with the words that name it."""
    made, figures = article("净利润为14.27亿元，毛利率提高到17.9%。\n营业收入达312.6亿元。")
    first = made.paragraphs[0].span
    told = key_figures(made, figures, [first])
    assert all(not first.contains(figure.span) for figure in told)
    assert all(figure.label.of(made.text).strip() for figure in told)


def test_few_stories_are_told_at_length() -> None:
    """Of many only the first are."""
    assert length_of(9, 10, 10_000) > length_of(9, 200, 2500)
    assert length_of(0, 200, 2500) > length_of(9, 200, 2500)


def test_a_topic_rises_when_more_is_written() -> None:
    """New ones and those of which twice as much is written; steady ones do not."""
    place = Span(0, 1)
    new = Trend("新", "新", 4, tuple((f"n{n}", place) for n in range(4)))
    steady = Trend("旧", "旧", 40, tuple((f"s{n}", place) for n in range(4)))
    found = rising([new, steady], 10, 90, 5)
    assert [topic.name for topic in found] == ["新"]
    assert (found[0].now, found[0].before) == (4, 0)
    assert rising([new], 10, 0, 5) == ()
    assert rising([], 0, 0, 5) == ()
