"""Topics: looked through, narrowed, and followed from passage to passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import article, entry

from digest.library import Subject
from digest.model import Mention, NotFoundError, Span, Topic, TopicKind
from digest.services import topics
from digest.services.topics import Names, Passage, Walk, named, passages, passages_in

if TYPE_CHECKING:
    from digest.library import Library

TEXT = "今天，华为开会。华为说，华为很好。\n明天不开会。华为再说。"


def subject(name: str, *aliases: str) -> Subject:
    """A topic of a kind that most are."""
    return Subject(name, name, aliases, TopicKind.ORG, 1.0)


def places(text: str, name: str) -> list[Span]:
    """Where a name stands in a text."""
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    return [Span(at, at + len(name)) for at in starts]


def test_a_passage_is_a_sentence_with_all_its_mentions() -> None:
    """Each sentence stands once, in the order of the text."""
    found = list(passages_in(article(TEXT), places(TEXT, "华为")))
    assert [passage.text for passage in found] == [
        "今天，华为开会。",
        "华为说，华为很好。",
        "华为再说。",
    ]
    assert [len(passage.mentions) for passage in found] == [1, 2, 1]
    assert [passage.place.of(TEXT) for passage in found] == ["华为"] * 3


def test_whoever_wrote_an_article_leads_to_its_beginning() -> None:
    """With nothing lit."""
    (passage,) = passages_in(article(TEXT), [Span(0, 0)])
    assert passage == Passage(passage.article, Span(0, 8), (), "今天，华为开会。")
    assert passage.place == Span(0, 0)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["科大讯飞", "星火大模型", "大疆"]),
        ("大", ["大疆", "科大讯飞", "星火大模型"]),
        ("訊飛", ["科大讯飞"]),
        ("iflytek", ["科大讯飞"]),
        ("kdxf", ["科大讯飞"]),
        ("xinghuo", ["星火大模型"]),
        ("无此", []),
    ],
)
def test_topics_are_narrowed_by_name(typed: str, names: list[str]) -> None:
    """In either script, by an alias, in pinyin or by its initials; beginnings first."""
    known = Names([subject("科大讯飞", "iFLYTEK"), subject("星火大模型"), subject("大疆")])
    assert [each.name for each in known.matching(typed)] == names


@pytest.fixture
def walked(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three articles, newest first; the first and the last mention a topic twice.

    Pages hold one article.
    """
    monkeypatch.setattr(topics, "PAGE", 1)
    dates = ("2024-03-03", "2024-02-02", "2024-01-01")
    texts = ("华为一。\n华为二。", "无事。", "华为三。\n华为四。")
    given = [entry(text, published=date) for text, date in zip(texts, dates, strict=True)]
    ids = [added.id for added in library.add(given)]
    spans = (Span(0, 2), Span(5, 7))
    mentions = tuple(Mention(one, span) for one in (ids[0], ids[2]) for span in spans)
    library.set_topics([Topic("华为", "華為", ("HUAWEI",), TopicKind.ORG, 1.0, mentions)])
    return ids


def test_passages_are_read_by_the_page(library: Library, walked: list[str]) -> None:
    """By article, newest first, then by place."""
    found = passages(library, "华为", limit=None)
    assert [passage.text for passage in found] == ["华为一。", "华为二。", "华为三。", "华为四。"]
    assert {passage.article for passage in passages(library, "华为", 1, 1)} == {walked[2]}


def test_one_walks_from_mention_to_mention(library: Library, walked: list[str]) -> None:
    """On from the last of an article to the first of the next, and back, up to either end."""
    walk = Walk(library, "华为")
    first, last = walked[0], walked[2]
    assert walk.step(first, 0, 1) == (first, Span(5, 7))
    assert walk.step(first, 5, 1) == (last, Span(0, 2))
    assert walk.step(last, 0, -1) == (first, Span(5, 7))
    assert walk.step(last, 5, 1) is None
    assert walk.step(first, 0, -1) is None
    assert walk.within(last) == (Span(0, 2), Span(5, 7))
    assert walk.within(walked[1]) == ()


def test_from_an_article_without_it_one_walks_to_the_first(
    library: Library, walked: list[str]
) -> None:
    """There is nothing before that."""
    walk = Walk(library, "华为")
    assert walk.step(walked[1], 0, 1) == (walked[0], Span(0, 2))
    assert walk.step(walked[1], 0, -1) is None


@pytest.mark.usefixtures("walked")
@pytest.mark.parametrize("name", ["华为", "華為", "huawei", "hw", "华"])
def test_a_topic_is_known_by_any_of_its_names(library: Library, name: str) -> None:
    """Exactly or by a part."""
    assert named(library, name).key == "华为"


@pytest.mark.usefixtures("walked")
@pytest.mark.parametrize("name", ["小米", "", " ", "，"])
def test_a_name_that_stands_for_nothing(library: Library, name: str) -> None:
    """Is said to, with the way to those that there are."""
    with pytest.raises(NotFoundError, match="digest topics"):
        named(library, name)
    assert passages(library, name) == []
