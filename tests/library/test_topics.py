"""Topics are kept with every place where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import entry

from digest.library import Subject, topics
from digest.library.marks import marked
from digest.model import Mention, Span, Topic, TopicKind

if TYPE_CHECKING:
    from digest.library import Library


def topic(key: str, score: float, *mentions: Mention) -> Topic:
    """A topic of the kind that most are."""
    return Topic(key, key.upper(), (key + "1", key + "2"), TopicKind.ORG, score, mentions)


def test_topics_come_back_as_they_were(library: Library) -> None:
    """Best first, mentions by article as a list has them, then by place."""
    one, two = (each.id for each in library.add([entry("甲乙丙"), entry("丁戊")]))
    weak = topic("a", 0.5, Mention(two, Span(0, 1)))
    strong = topic(
        "b", 1.5, *(Mention(one, Span(0, 2)), Mention(one, Span(2, 3)), Mention(two, Span(1, 2)))
    )
    library.set_topics([weak, strong])
    assert library.topics() == (strong, weak)
    assert library.topics(limit=1) == (strong,)


def test_an_article_knows_its_topics(library: Library) -> None:
    """In the order of the text."""
    (one,) = (each.id for each in library.add([entry("甲乙丙")]))
    first, last = Mention(one, Span(0, 1)), Mention(one, Span(2, 3))
    library.set_topics([topic("a", 1, last), topic("b", 2, first)])
    assert library.mentions(one) == (("b", first), ("a", last))


def test_new_topics_replace_the_old(library: Library) -> None:
    """Nothing of an earlier mining stays."""
    (one,) = (each.id for each in library.add([entry("甲乙丙")]))
    library.set_topics([topic("a", 1, Mention(one, Span(0, 1)))])
    library.set_topics([topic("b", 1, Mention(one, Span(0, 1)))])
    assert [each.key for each in library.topics()] == ["b"]


def test_mentions_of_what_is_gone_are_dropped(library: Library) -> None:
    """Mining takes time, in which an article may be removed."""
    (one,) = (each.id for each in library.add([entry("甲乙丙")]))
    here, gone = Mention(one, Span(0, 1)), Mention("0123", Span(0, 1))
    library.set_topics([topic("a", 1, gone, here), topic("b", 1, gone)])
    assert [each.mentions for each in library.topics()] == [(here,)]


def test_a_text_that_changes_loses_its_mentions(library: Library) -> None:
    """They would point at other words."""
    (one,) = (each.id for each in library.add([entry("甲乙丙")]))
    library.set_topics([topic("a", 1, Mention(one, Span(2, 3)))])
    library.replace(one, entry("甲乙丙", version=2).analysis)
    assert library.topics()
    library.replace(one, entry("甲", version=2, raw="甲乙丙".encode()).analysis)
    assert library.topics() == ()


def test_topics_can_be_asked_for_without_their_mentions(library: Library) -> None:
    """By the page, with how many articles and places they have; those without any are left out."""
    one, two = (each.id for each in library.add([entry("甲乙丙"), entry("丁戊")]))
    a = topic("a", 2, Mention(one, Span(0, 1)), Mention(one, Span(2, 3)), Mention(two, Span(0, 1)))
    library.set_topics([topic("b", 1, Mention(two, Span(1, 2))), a, topic("c", 3)])
    assert [(s.key, s.articles, s.places) for s in library.subjects()] == [("a", 2, 3), ("b", 1, 1)]
    assert [subject.key for subject in library.subjects(limit=1, offset=1)] == ["b"]


def test_mentions_of_the_newest_articles_are_enough(library: Library) -> None:
    """For who has no room for all of them."""
    one, two = (each.id for each in library.add([entry("甲乙丙"), entry("丁戊")]))
    here = (Mention(one, Span(0, 1)), Mention(one, Span(1, 2)))
    library.set_topics([topic("a", 1, *here, Mention(two, Span(0, 1)))])
    assert [each.mentions for each in library.topics(articles=1)] == [here]


def test_passages_come_by_the_page(library: Library) -> None:
    """The articles of one topic, as a list has them, each with the places in it."""
    one, two = (each.id for each in library.add([entry("甲乙丙"), entry("丁戊")]))
    library.set_topics([topic("a", 1, Mention(two, Span(0, 1)), Mention(one, Span(1, 2)))])
    assert library.passages("a") == [(one, (Span(1, 2),)), (two, (Span(0, 1),))]
    assert library.passages("a", limit=1, offset=1) == [(two, (Span(0, 1),))]
    assert library.passages("nothing") == []


def test_topics_of_an_article_stand_in_the_order_of_the_text(library: Library) -> None:
    """Each with all its places."""
    (one,) = (each.id for each in library.add([entry("甲乙丙丁")]))
    late, early = Mention(one, Span(2, 3)), Mention(one, Span(0, 1))
    again = Mention(one, Span(3, 4))
    library.set_topics([topic("a", 2, late), topic("b", 1, early, again)])
    found = library.subjects_of(one)
    assert [(s.key, places) for s, places in found] == [
        ("b", (early.span, again.span)),
        ("a", (late.span,)),
    ]


def test_mentions_of_one_article_are_exchanged_alone(library: Library) -> None:
    """Those of other articles stay, and the numbers of each topic follow."""
    one, two = (each.id for each in library.add([entry("甲乙丙"), entry("丁戊")]))
    library.set_topics([topic("a", 1, Mention(one, Span(0, 1)), Mention(two, Span(0, 1)))])
    library.put_subjects([Subject("b", "B", (), TopicKind.PLACE, 5.0, nested=True)])
    library.set_mentions({two: marked([(0, 1, "unknown"), (1, 2, "b")])})
    assert library.passages("a") == [(one, (Span(0, 1),))]
    assert library.subjects()[0] == Subject("b", "B", (), TopicKind.PLACE, 5.0, True, 1, 1)
    assert library.subject("a") is not None
    assert library.subject("c") is None


def test_topics_that_are_found_no_more_go_with_their_mentions(library: Library) -> None:
    """A few at a time, so that no change takes long."""
    (one,) = (each.id for each in library.add([entry("甲乙丙")]))
    library.set_topics([topic(key, 1, Mention(one, Span(0, 1))) for key in "abc"])
    assert library.drop_other_subjects({"b"}, limit=1) == 1
    assert library.drop_other_subjects({"b"}) == 1
    assert library.mentions(one) == (("b", Mention(one, Span(0, 1))),)


def test_numbers_follow_articles_that_go_and_come_back(library: Library) -> None:
    """A topic that nothing mentions is not shown until it is mentioned again."""
    (one,) = (each.id for each in library.add([entry("甲乙丙")]))
    library.set_topics([topic("a", 1, Mention(one, Span(0, 1)))])
    removed = library.remove([one])
    assert library.subjects() == []
    library.restore(removed)
    assert [(s.articles, s.places) for s in library.subjects()] == [(1, 1)]


@pytest.mark.parametrize("walked", [1, 2, 3, 8])
@pytest.mark.parametrize("articles", [1, 2, 3])
def test_the_newest_of_each_topic_are_those_that_it_is_told_in(
    library: Library, monkeypatch: pytest.MonkeyPatch, walked: int, articles: int
) -> None:
    """However many articles are read for all topics together."""
    monkeypatch.setattr(topics, "WALKED_FIRST", walked)
    ids = [each.id for each in library.add([entry(f"甲乙{n}") for n in range(4)])]
    everywhere = [Mention(each, Span(0, 1)) for each in ids]
    rare = [Mention(each, Span(1, 2)) for each in (ids[0], ids[3])]
    library.set_topics([topic("a", 2, *everywhere), topic("b", 1, *rare)])
    for each in library.topics(articles=articles):
        told = library.passages(each.key, articles)
        assert [mention.article for mention in each.mentions] == [identity for identity, _ in told]
