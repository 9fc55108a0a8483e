"""An index that is renewed answers as one made from nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.find import Index, MemoryPassages, Within, renewal, segment
from digest.find.renewal import Shelves, renewed, shelves_of
from digest.find.segment import Heading, first_day, last_day
from digest.model import HitKind

WORDS = ("华为", "芯片", "星火", "大模型", "发布", "重庆", "轻轨", "增长", "AI", "12%")


def heading(number: int) -> Heading:
    """One of many, always the same for its number."""
    chance = random.Random(number)  # noqa: S311  not for secrets
    title = "".join(chance.choices(WORDS, k=4))
    return Heading(f"{number:04x}", title, f"报{number % 3}", f"20{10 + number % 15}")


def index_of(old: Shelves, numbers: list[int]) -> Index:
    """An index of these."""
    return renewed(old, [], map(heading, numbers), MemoryPassages(()))


def answers(index: Index, query: str) -> set[tuple[str, float]]:
    """Articles with their scores."""
    return {(hit.article, round(hit.score, 5)) for hit in index.search(query, 500)}


@given(st.lists(st.sets(st.integers(0, 60), min_size=1), min_size=1, max_size=4))
@settings(max_examples=8, deadline=None)
def test_whatever_comes_and_goes_the_answers_are_the_same(rounds: list[set[int]]) -> None:
    """Scores too, since rarity counts what is there and dates the newest."""
    old = Shelves(None, ())
    for numbers in rounds:
        index = index_of(old, sorted(numbers))
        old = shelves_of(index)
    fresh = index_of(Shelves(None, ()), sorted(rounds[-1]))
    for query in ("华为", "xinghuo", "cq", "大模型 AI"):
        assert answers(index, query) == answers(fresh, query)


def test_what_arrives_makes_a_segment_of_its_own() -> None:
    """The others are the very same."""
    before = index_of(Shelves(None, ()), list(range(50)))
    after = index_of(shelves_of(before), list(range(55)))
    assert after.segments[1] is before.segments[1]
    assert len(after.segments[2]) == 5


def test_many_small_segments_become_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a search does not slow down with every arrival."""
    monkeypatch.setattr(renewal, "LOOSE", 3)
    old = Shelves(None, ())
    for count in range(10, 60, 10):
        index = index_of(old, list(range(count)))
        old = shelves_of(index)
        assert len(old.titles) < 3
    assert {hit.article for hit in index.search("华为", 500)} <= {f"{n:04x}" for n in range(50)}


def test_a_segment_holds_no_more_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is more makes another; nothing is lost."""
    monkeypatch.setattr(segment, "MOST", 8)
    monkeypatch.setattr(renewal, "CHUNK", 4)
    index = index_of(Shelves(None, ()), list(range(30)))
    assert [len(each) for each in index.segments[1:]] == [8, 8, 8, 6]


def test_a_search_is_narrowed_by_source_and_date() -> None:
    """Whatever is not of them is not found; a year may mean any of its days."""
    index = index_of(Shelves(None, ()), list(range(60)))
    some = index.narrowed(Within(sources=("报1",), since="2020-06"))
    wanted = {f"{n:04x}" for n in range(60) if n % 3 == 1 and n % 15 >= 10}
    assert {hit.article for hit in some.search("", 500)} == wanted
    assert {hit.article for hit in some.search("华为", 500)} <= wanted
    assert index.narrowed(Within(frozenset({HitKind.TOPIC}))).search("华为") == []


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-05-31"])
def test_the_days_of_a_date_enclose_it(date: str) -> None:
    """Earlier dates have smaller numbers, whatever their precision."""
    assert first_day(date) <= first_day("2024-05-31") <= last_day(date)
    assert last_day("2023-12-31") < first_day(date)
    assert last_day("") == 0
