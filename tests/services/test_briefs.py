"""A brief tells what a library amounts to, verbatim, once, and in the time there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.briefs import NEWS, add, article, news

from digest.model import NotFoundError
from digest.services import stories
from digest.services.briefs import make
from digest.services.briefs_scope import Wish
from digest.services.briefs_shown import material
from digest.services.looking import keep_look, last_look
from digest.services.mining import mine
from digest.text.fold import key

if TYPE_CHECKING:
    from digest.briefing.brief_parts import Brief
    from digest.library import Library


@pytest.fixture
def filled(library: Library) -> Library:
    """A library of forty articles on twenty events."""
    add(library, news(40, tuple(NEWS)[:20]))
    mine(library)
    stories.group_new(library)
    return library


def said(library: Library, brief: Brief) -> list[str]:
    """Every sentence of a brief, taken from its article."""
    texts = {each.id: each.text for each in library.articles_of(brief.quoted)}
    return [line.span.of(texts[line.article]) for line in brief.lines]


@pytest.mark.parametrize("minutes", [1, 2, 5, 60])
def test_no_line_is_said_twice(filled: Library, minutes: int) -> None:
    """In whatever script and article it stands; and every one is there."""
    brief = make(filled, Wish(minutes=minutes))
    lines = [key(line) for line in said(filled, brief)]
    assert lines
    assert all(lines)
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("minutes", [1, 2, 5])
def test_it_takes_no_longer_than_there_is_time(filled: Library, minutes: int) -> None:
    """At five hundred characters a minute; what is left out is counted."""
    brief = make(filled, Wish(minutes=minutes))
    assert sum(map(len, said(filled, brief))) <= brief.characters <= minutes * 500
    assert brief.left == 20 - len(brief.stories)
    assert brief.left or minutes > 2
    assert brief.told == sum(len(item.members) for item in brief.stories)


def test_with_time_enough_nothing_is_left_out(filled: Library) -> None:
    """Every story is told, each once."""
    brief = make(filled, Wish(minutes=60))
    assert brief.left == 0
    assert brief.told == brief.articles == 40
    assert len({item.leader for item in brief.stories}) == 20


def test_the_bundled_articles_are_told(seeded: Library) -> None:
    """Five stories, every line verbatim, with the disagreement on the years in the field."""
    stories.group_new(seeded)
    brief = make(seeded, Wish(minutes=10))
    assert len(brief.stories) == 5
    texts = {each.id: each.text for each in seeded.articles()}
    for item in brief.stories:
        for figure in item.figures:
            assert figure.label.of(texts[figure.article]).strip()
            assert figure.span.of(texts[figure.article])
    lines = said(seeded, brief)
    assert any("24 年" in line for line in lines)
    assert any("25年" in line for line in lines)
    assert [one.when for one in brief.happenings] == sorted(o.when for o in brief.happenings)


def test_since_leaves_older_news_out(filled: Library) -> None:
    """By the date of publication."""
    brief = make(filled, Wish(since="2024-06-01", minutes=30))
    days = [each.published for each in filled.listings_of(brief.quoted)]
    assert days
    assert min(days) >= "2024-06-01"


def test_a_topic_narrows_it(filled: Library) -> None:
    """In whatever script it is asked for; one that is not there is refused."""
    brief = make(filled, Wish(topic="雲嶺汽車", minutes=30))
    assert key(brief.topic) == "云岭汽车"
    assert 0 < brief.articles < 40
    with pytest.raises(NotFoundError):
        make(filled, Wish(topic="没有这个"))


def test_an_empty_library_has_an_empty_brief(library: Library) -> None:
    """Nothing to tell is no error."""
    brief = make(library, Wish())
    assert not brief.stories
    assert brief.minutes == brief.characters == 0
    assert material(library, brief).articles == {}


def test_only_what_is_new_is_told_since_the_last_look(library: Library) -> None:
    """Not the sentence that was there in other words, nor a figure that was."""
    first = (
        "海澄电子今天宣布，收购德国镜头厂商，出价6.4亿欧元。\n交易预计明年完成交割，员工全部保留。"
    )
    add(library, [article(first, "海澄电子收购镜头厂商")])
    stories.group_new(library)
    keep_look(library, library.listings())
    look = last_look(library)
    assert look is not None
    assert make(library, Wish(look=look)).articles == 0
    more = "海澄电子今天宣布收购德国镜头厂商，出价6.4亿欧元。\n德国监管部门随后表示将审查这笔交易。"
    add(library, [article(more, "海澄电子收购德国镜头厂商")])
    stories.group_new(library)
    brief = make(library, Wish(look=look._replace(when="2000-01-01T00:00:00Z")))
    assert brief.articles == 2
    old = frozenset({library.listings()[0].id, library.listings()[1].id})
    newest = [each for each in library.listings() if each.title == "海澄电子收购德国镜头厂商"]
    then = old - {newest[0].id}
    brief = make(library, Wish(look=look._replace(when=newest[0].added, then=then)))
    assert said(library, brief) == ["德国监管部门随后表示将审查这笔交易。"]
    assert all(not item.figures for item in brief.stories)


def test_topics_on_the_rise_are_named(library: Library) -> None:
    """What most of the new articles mention and hardly an old one."""
    old = [
        article(f"白鹭杯第{n}轮比赛昨晚结束。", published=f"2024-01-{n:02d}") for n in range(1, 9)
    ]
    new = [
        article(
            f"“引力号”火箭第{n}次发射成功。引力号由北辰航天研制。", published=f"2024-05-{n:02d}"
        )
        for n in range(1, 5)
    ]
    add(library, [*old, *new])
    mine(library)
    brief = make(library, Wish(since="2024-04-01"))
    names = {topic.name for topic in brief.rising}
    assert any("引力号" in name for name in names)
    assert not any("白鹭杯" in name for name in names)


def test_one_story_makes_no_topic_rise(library: Library) -> None:
    """However many tell it."""
    texts = [article(f"“引力号”火箭发射成功，引力号由北辰航天研制。\n来稿{n}。") for n in "甲乙丙"]
    old = [
        article(f"白鹭杯第{n}轮比赛昨晚结束。", published=f"2024-01-{n:02d}") for n in range(1, 9)
    ]
    add(library, [*old, *texts])
    mine(library)
    stories.group_new(library)
    assert len(stories.stories(library).groups[-1]) >= 3
    assert not make(library, Wish(since="2024-04-01")).rising
