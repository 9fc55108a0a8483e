"""Searches of the texts that are narrowed, ordered, or forgiving; and what stands beside them."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from support.finding import seeds
from support.library import entry, figure, held

from digest.library import Library, Narrow, Recent
from digest.library.query import Problem, parse
from digest.model import Span
from digest.text.fold import key

if TYPE_CHECKING:
    from digest.library import Entry, Found


def published(text: str, day: str, *, source: str = "", author: str = "") -> Entry:
    """An entry of a date and a source."""
    made = entry(text, published=day)
    known = replace(made.analysis.article.metadata, source=source, author=author)
    article = replace(made.analysis.article, metadata=known)
    return replace(made, analysis=replace(made.analysis, article=article))


@pytest.fixture
def filled(library: Library) -> list[str]:
    """Ids of a few articles on one thing."""
    entries = [
        published("星火一号", "2024-05-02", source="晨报"),
        published("星火二号", "2024", source="晚报"),
        published("星火三号", "2023-11", author="晨报"),
        published("星火四号", ""),
    ]
    return [each.id for each in library.add(entries)]


def ids(found: Found) -> list[str]:
    """Articles as they were ranked."""
    return [match.id for match in found.matches]


@pytest.mark.parametrize(
    ("since", "which"),
    [("2024-05-02", {0, 1}), ("2024-05-03", {1}), ("2023", {0, 1, 2}), ("2025", set())],
)
def test_a_search_begins_at_a_date(
    library: Library, filled: list[str], since: str, which: set[int]
) -> None:
    """A date that is less precise may be meant; an unknown one is not."""
    found = library.search("星火", narrow=Narrow(since=since))
    assert set(ids(found)) == {filled[at] for at in which}
    assert found.total == len(which)


def test_a_search_is_of_some_sources(library: Library, filled: list[str]) -> None:
    """The author stands in for a source that is not known; no sources are no articles."""
    found = library.search("星火", narrow=Narrow(sources=("晨报",)))
    assert set(ids(found)) == {filled[0], filled[2]}
    assert library.search("星火", narrow=Narrow(sources=())).total == 0


def test_the_newest_come_first_if_that_is_asked(library: Library) -> None:
    """However few there are."""
    old, new = (
        each.id
        for each in library.add(
            [entry("星火星火星火", published="2020"), entry("远处有星火", published="2024")]
        )
    )
    assert ids(library.search("星火")) == [old, new]
    assert ids(library.search("星火", narrow=Narrow(newest=True))) == [new, old]


@pytest.mark.parametrize("typed", ["鱼龙浑杂", "魚龍渾雜", "鱼龙杂", "鱼龙龙混杂"])
def test_a_slip_is_looked_past_where_nothing_is_found(library: Library, typed: str) -> None:
    """A character wrong, missing or too much; said so, and not done unless asked."""
    (added,) = library.add([entry("市场上鱼龙混杂的情况")])
    library.add([entry("鱼和龙都在水里")])
    assert library.search(typed).total == 0
    found = library.search(typed, narrow=Narrow(slips=True))
    assert found.slipped
    assert ids(found) == [added.id]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("华为 OR", Problem.DANGLING),
        ("OR 华为", Problem.DANGLING),
        ("华为 OR | 芯片", Problem.DANGLING),
        ("-华为", Problem.ONLY_LEFT_OUT),
        ("－华为", Problem.ONLY_LEFT_OUT),
        ('"华为 芯片', Problem.UNCLOSED),
        ("「华为", Problem.UNCLOSED),
        ("华为 OR 芯片 -手机", None),
        ("“华为 芯片”", None),
        ("华为 AND 芯片", None),
    ],
)
def test_what_cannot_be_meant_is_named(typed: str, problem: Problem | None) -> None:
    """The rest is a query all the same."""
    assert parse(typed).problem is problem


def test_and_is_as_nothing_between_words() -> None:
    """Both words are wanted either way."""
    assert parse("华为 AND 芯片").wanted == parse("华为 芯片").wanted


def test_random_parts_are_found_as_by_a_scan(library: Library) -> None:
    """Two hundred pieces of real texts, of one character, two and more, in both scripts."""
    library.add([entry(article.text, title=article.metadata.title) for article in seeds()])
    texts = {each.id: (each.text, each.metadata.title) for each in library.articles()}
    chance = random.Random(11)  # noqa: S311  not for secrets
    for _ in range(200):
        text = chance.choice([text for text, _ in texts.values()])
        size = chance.choice((1, 1, 2, 2, 3, 8))
        at = chance.randrange(len(text) - size)
        piece = key(text[at : at + size])
        if piece and "\n" not in piece:
            wanted = {i for i, both in texts.items() if any(piece in key(t) for t in both)}
            assert held(library, f'"{piece}"') == wanted, piece


def test_what_was_open_last_comes_first(library: Library, filled: list[str]) -> None:
    """With the place; what was never open is not among it."""
    times = iter(("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"))
    library._clock = lambda: next(times)
    for at in (2, 0):
        library.set_place(filled[at], Span(at, at + 1))
    assert library.recent(5) == [Recent(filled[0], Span(0, 1)), Recent(filled[2], Span(2, 3))]


def test_figures_are_found_by_their_size(library: Library) -> None:
    """Between two numbers, both included, within what a search is narrowed to."""
    text = "营收3亿元，利润1亿元"
    figures = (figure(text, "3亿元", Decimal(3)), figure(text, "1亿元", Decimal(1)))
    (added,) = library.add([entry(text, figures=figures, published="2024")])
    assert library.sized(2, 3, 9) == ({added.id: (figures[0],)}, 1, False)
    assert library.sized(1, 3, 9, Narrow(since="2025")) == ({}, 0, False)


def test_enough_figures_of_the_newest_articles_are_enough(library: Library) -> None:
    """Older ones are not looked through, and that is said."""
    text = "营收3亿元"
    figures = (figure(text, "3亿元", Decimal(3)),)
    days = ("2023", "2025", "2024")
    added = library.add([entry(f"{text}，{day}", figures=figures, published=day) for day in days])
    found = library.sized(3, 3, 2)
    assert list(found.figures) == [added[1].id, added[2].id]
    assert (found.seen, found.cut) == (2, True)


def test_headings_name_the_author_where_there_is_no_source(
    library: Library, filled: list[str]
) -> None:
    """Newest first."""
    assert [(each[0], each[2]) for each in library.headings()] == [
        (filled[0], "晨报"),
        (filled[1], "晚报"),
        (filled[2], "晨报"),
        (filled[3], ""),
    ]
