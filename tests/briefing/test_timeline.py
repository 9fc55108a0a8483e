"""An event stands once with all who tell it, and two events stand apart, however alike."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.briefing import DATA, article_of, figures_of

import digest.briefing
from digest.briefing.events import find_events
from digest.briefing.timeline import Happening, timeline
from digest.briefing.timeline_match import Rarity

if TYPE_CHECKING:
    from digest.model import Article

Place = tuple[str, str]
"""An article's id and how the words begin around the date that is meant."""


@dataclass(frozen=True, slots=True)
class _Case:
    name: str
    articles: tuple[Article, ...]
    same: tuple[tuple[Place, ...], ...]
    apart: tuple[tuple[Place, ...], ...]


def _cases() -> list[_Case]:
    lines = (DATA / "timeline.jsonl").read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines]


def _case(row: dict[str, Any]) -> _Case:
    articles = []
    for one in row["articles"]:
        article = article_of(one["text"], one["id"])
        known = replace(article.metadata, published=one["published"])
        articles.append(replace(article, metadata=known))
    return _Case(row["name"], tuple(articles), _groups(row["same"]), _groups(row["apart"]))


def _groups(rows: list[list[list[str]]]) -> tuple[tuple[Place, ...], ...]:
    return tuple(tuple((article, words) for article, words in group) for group in rows)


CASES = _cases()


@cache
def _told(number: int) -> tuple[Happening, ...]:
    articles = CASES[number].articles
    events = [
        event
        for article in articles
        for event in find_events(article, figures_of(article, article.metadata.published))
    ]
    return timeline(events, Rarity.of(articles))


def _at(number: int, place: Place) -> int:
    """Which event of the timeline is told at a place."""
    article = next(one for one in CASES[number].articles if one.id == place[0])
    start = article.text.index(place[1])
    near = [
        (abs(event.date.start - start), at)
        for at, happening in enumerate(_told(number))
        for event in happening.tellings
        if event.article == place[0]
    ]
    return min(near)[1]


NUMBERS = range(len(CASES))


@pytest.mark.parametrize("number", NUMBERS, ids=[case.name for case in CASES])
def test_what_is_one_stands_once(number: int) -> None:
    """Places that tell the same event lead to one event."""
    for group in CASES[number].same:
        assert len({_at(number, place) for place in group}) == 1, group


@pytest.mark.parametrize("number", NUMBERS, ids=[case.name for case in CASES])
def test_what_is_two_stands_apart(number: int) -> None:
    """Places that tell different events lead to different ones."""
    for group in CASES[number].apart:
        assert len({_at(number, place) for place in group}) == len(group), group


@pytest.mark.parametrize("number", NUMBERS, ids=[case.name for case in CASES])
def test_every_telling_is_verbatim_and_stands_once(number: int) -> None:
    """Dates lie in their sentences, sentences in their articles, and none is told twice."""
    texts = {article.id: article.text for article in CASES[number].articles}
    tellings = [event for one in _told(number) for event in one.tellings]
    assert len(tellings) == len(set(tellings))
    for event in tellings:
        assert event.sentence.contains(event.date)
        assert event.sentence.end <= len(texts[event.article])


def test_events_stand_in_the_order_of_time() -> None:
    """Those with a place in the calendar come first, by their first day."""
    for number in NUMBERS:
        told = _told(number)
        resolved = [one for one in told if one.is_resolved]
        assert [one.first for one in resolved] == sorted(one.first for one in resolved)
        assert list(told[: len(resolved)]) == resolved


def test_acts_are_sorted_and_unique() -> None:
    """The list can be read and added to."""
    path = Path(digest.briefing.__file__).with_name("acts.tsv")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line[0] != "#"]
    assert [kind for kind, *_ in rows] == sorted(kind for kind, *_ in rows)
    assert all(words == sorted(set(words)) for _, *words in rows)
    every = [word for _, *words in rows for word in words]
    assert len(every) == len(set(every))
