"""The timeline of the bundled articles, and how it is narrowed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from digest.model import NotFoundError
from digest.services.timeline import Timeline, Wish, of_articles, of_library

if TYPE_CHECKING:
    from digest.library import Library

SEEDS = {
    "a5b98a4d1708": "000",
    "af7f65dc4510": "001",
    "2f9268c46588": "002",
    "26b45ecfe2fb": "003",
    "9a984997617c": "004",
}
"""The bundled articles by id."""

HELD = (
    ("2023-05-06", "推", {"000", "003", "004"}),
    ("2023-06-09", "开放式问答", {"000", "003"}),
    ("2023-08-15", "V2.0", {"000", "002", "003"}),
    ("2023-10-24", "飞星一号", {"000", "001", "003", "004"}),
    ("2024-01", "GPT-4 Turbo", {"003"}),
    ("2025-01-15", "X1", {"004"}),
    ("2017", "执业医师资格考试", {"000", "001"}),
)
"""What the bundled articles tell: when, words of one of those who tell it, and who they are."""


@cache
def _whole(library: Library) -> Timeline:
    return of_library(library)


@pytest.mark.parametrize(("when", "words", "tellers"), HELD)
def test_an_event_has_all_its_tellers(
    seeded: Library, when: str, words: str, tellers: set[str]
) -> None:
    """What several articles tell stands once, with each of them, in either script."""
    from digest.text.fold import simplified  # noqa: PLC0415 - as the words above are written

    found = _whole(seeded)
    named = [
        {SEEDS[article] for article in one.articles}
        for one in found.happenings
        if one.when == when
        and any(
            words in simplified(event.sentence.of(found.articles[event.article].text))
            for event in one.tellings
        )
    ]
    assert named == [tellers]


def test_every_line_is_verbatim_and_no_place_is_told_twice(seeded: Library) -> None:
    """A date stands in one event, and its sentence is the article's."""
    found = _whole(seeded)
    places = [(event.article, event.date) for one in found.happenings for event in one.tellings]
    assert len(places) == len(set(places))
    for one in found.happenings:
        for event in one.tellings:
            assert event.sentence.contains(event.date)
            assert event.sentence.of(found.articles[event.article].text).strip()


def test_a_span_of_time_narrows_the_timeline(seeded: Library) -> None:
    """What happened before or after is left out, and what is left is told by the same articles."""
    found = of_library(seeded, Wish(since="2023-10", until="2023-10"))
    assert {one.when for one in found.happenings} >= {"2023-10-24"}
    assert not {one.when for one in found.happenings} & {"2023-08-15", "2025-01-15", "1999"}
    whole = [one for one in _whole(seeded).happenings if one.when == "2023-10-24"]
    assert [one for one in found.happenings if one.when == "2023-10-24"] == whole


def test_a_topic_narrows_the_timeline(seeded: Library) -> None:
    """Only events stay of which a sentence mentions the topic, whatever the script of its name."""
    found = of_library(seeded, Wish(topic="飛星一號"))
    assert "2023-10-24" in {one.when for one in found.happenings}
    assert len(found.happenings) < len(_whole(seeded).happenings) / 2


def test_what_is_told_of_a_version_is_told_of_the_thing(seeded: Library) -> None:
    """The timeline of a product holds those of its versions."""
    found = of_library(seeded, Wish(topic="星火"))
    told = {one.when for one in found.happenings}
    assert {"2023-05-06", "2023-06-09", "2023-08-15", "2023-10-24", "2025-01-15"} <= told


def test_one_article_has_a_timeline(seeded: Library) -> None:
    """Narrowed to an article, nobody else tells anything."""
    one = next(iter(SEEDS))
    found = of_library(seeded, Wish(articles=(one,)))
    assert {article for each in found.happenings for article in each.articles} == {one}


def test_an_unknown_topic_is_refused(seeded: Library) -> None:
    """A topic that is not there is an error that says so."""
    with pytest.raises(NotFoundError, match="no topic"):
        of_library(seeded, Wish(topic="不存在的东西"))


def test_articles_that_are_not_kept_have_a_timeline(seeded: Library) -> None:
    """Files are told of as a library is, their topics found for it."""
    pairs = [(seeded.article(one), seeded.figures(one)) for one in SEEDS]
    found = of_articles(pairs)
    tellers = {one.when: set(one.articles) for one in found.happenings if len(one.articles) > 1}
    assert tellers["2023-10-24"] == set(SEEDS) - {"2f9268c46588"}
    with pytest.raises(NotFoundError):
        of_articles(pairs, Wish(topic="不存在的东西"))


def test_months_count_what_has_a_month(seeded: Library) -> None:
    """The months of the timeline stand in order, and only for what is known to the month."""
    months = _whole(seeded).months
    assert list(months) == sorted(months)
    assert months["2023-08"] == 2
    assert sum(months.values()) < len(_whole(seeded).happenings)


def test_a_large_library_is_read_in_part(seeded: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound the latest are read, the others counted, and the months are those of all."""
    monkeypatch.setattr("digest.services.timeline.MOST_ARTICLES", 2)
    found = of_library(seeded)
    assert len(found.articles) == 2
    assert found.left_out == 3
    assert sum(found.months.values()) > len(found.happenings)
