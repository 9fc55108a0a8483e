"""Topics are kept with every place where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.library import entry

from digest.model import Mention, Span, Topic, TopicKind

if TYPE_CHECKING:
    from digest.library import Library


def topic(key: str, score: float, *mentions: Mention) -> Topic:
    """A topic of the kind that most are."""
    return Topic(key, key.upper(), (key + "1", key + "2"), TopicKind.ORG, score, mentions)


def test_topics_come_back_as_they_were(library: Library) -> None:
    """Best first, mentions in their order."""
    one, two = (each.id for each in library.add([entry("甲乙丙"), entry("丁戊")]))
    weak = topic("a", 0.5, Mention(two, Span(0, 1)))
    strong = topic("b", 1.5, Mention(two, Span(1, 2)), Mention(one, Span(0, 2)))
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
